// 任务分解: a published plan as commands. The plan becomes a decision, every item a docket with its units.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tools/import/batch.h"
#include "tools/import/plan.h"

namespace ducha::tools {

// What kind of unit a name's ending tells (Art. 63): 宁海路街道 is a subdistrict.
std::string unit_kind_of(std::string_view name);

// Dockets are numbered prefix-1, prefix-2, … in the order of the text; without a prefix, by the plan's day.
std::vector<Draft> drafts_of(const Plan& plan, const BatchOptions& options, const KnownUnit& known);

}  // namespace ducha::tools
