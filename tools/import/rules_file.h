// Rule sets as files: TOML with the names that `rules show` lists.
//
//   edition = "gulou-2027"
//
//   [deductions]
//   late_feedback = 0.5
//
// Names left out keep the product's defaults. The only file that knows the TOML library is rules_file.cc.

#pragma once

#include <string_view>
#include <vector>

#include "ledger/domain/rules.h"
#include "tools/import/draft.h"
#include "tools/language.h"

namespace ducha::tools {

struct RulesFile {
  domain::Rules rules;
  std::vector<Complaint> complaints;  // all of them, each with its line; then `rules` is not to be used
};

// `text`: UTF-8, as `decode_text` gives it.
RulesFile read_rules(std::string_view text, Language language);

}  // namespace ducha::tools
