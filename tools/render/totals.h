// What stands below a table: the sums of its numbers, and how often each word of a column occurs.

#pragma once

#include <string>
#include <vector>

#include "projections/report.h"
#include "tools/language.h"

namespace ducha::tools {

// One cell a column: the sum where the column adds up, else nothing. Of rates, the rate of all; of shares, how
// much of the one whole they are. Empty when no column adds up, or there are not two rows to add.
std::vector<reports::Cell> sums(const reports::Report& report);

// "责任:签收 3、反馈 12" for each column that is counted; none for a report without rows.
std::vector<std::string> counts(const reports::Report& report, Language language);

}  // namespace ducha::tools
