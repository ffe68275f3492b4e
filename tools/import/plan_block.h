// One block of a plan, read into what is to be done and who does it.

#pragma once

#include <string>
#include <vector>

#include "tools/import/plan_outline.h"
#include "tools/import/role_clause.h"

namespace ducha::tools {

// A stretch of text with the clauses right behind it.
struct PlanTask {
  std::u32string text;
  std::u32string clause;  // as written, without brackets; several joined by ；
  RoleClause roles;
  Place place;  // where the text begins
};

// The tasks of a block in order; none when it names nobody. Clauses stand in brackets (closed or not), on
// lines of their own, or behind a label in the text. Paragraphs behind the last clause are left out.
std::vector<PlanTask> tasks_of(const PlanBlock& block, const KnownUnit& known);

// Lines of one paragraph joined: without a blank, except between Latin words.
std::u32string joined_lines(std::u32string_view lines);

}  // namespace ducha::tools
