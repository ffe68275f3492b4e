// 任务分解: a published plan as commands. The plan becomes a decision, every item a docket with its units.

#pragma once

#include <vector>

#include "tools/import/batch.h"
#include "tools/import/plan.h"

namespace ducha::tools {

// Dockets are numbered prefix-1, prefix-2, … in the order of the text; without a prefix, by the plan's day.
std::vector<Draft> drafts_of(const Plan& plan, const BatchOptions& options, const KnownUnit& known);

}  // namespace ducha::tools
