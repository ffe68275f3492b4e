// Published plans (任务分解): the text of a decomposition, read into its items and who does them.
//
// A numbered paragraph that says who does it is an item, over however many lines; a numbered line over
// items is a heading. Paragraphs that say who does several things in turn become several items under one
// number. Sub-paragraphs of an item that name nobody are part of its text. Preambles, attachment marks,
// signatures, and sections on how the work is organised are passed over.
//
// Units are taken as written: resolving them, and days, is left to whoever records the items.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tools/import/draft.h"
#include "tools/import/role_clause.h"
#include "tools/language.h"

namespace ducha::tools {

struct PlanItem {
  std::string number;                   // as written, without the point: 1, (一), 第一条; may be empty
  std::string section;                  // the headings over it, as written, joined by " / "
  std::string title;                    // the text, without number and clause
  std::string clause;                   // the clause as written, without its brackets
  std::string lead;                     // empty when only vague ones lead
  std::vector<std::string> joint;       // 联合牵头
  std::vector<std::string> supporting;  // 协办; 各街道 among them, a group or a vague one for the caller to tell
  std::vector<VagueUnit> vague;         // 区相关部门, with the role it was given
  std::string due;                      // as written; empty when neither clause nor text names just one
  Place place;                          // where its number stands
};

struct Plan {
  std::string title;
  std::vector<PlanItem> items;        // in the order of the text
  std::vector<Complaint> complaints;  // in the order of the text
};

// `text`: UTF-8, as `decode_text` gives it.
Plan read_plan(std::string_view text, Language language, const KnownUnit& known = {});

}  // namespace ducha::tools
