// A cell as text: for people, translated; for machines, by the names of the contract.

#pragma once

#include <string>

#include "projections/report.h"
#include "tools/language.h"

namespace ducha::tools {

// For people, on one line: 逾期, 66.7%, 蓝 1、红 2; "-" when there is nothing.
std::string shown(const reports::Cell& cell, Language language);

// For spreadsheets: overdue, 0.6666666666666666, blue:1 red:2, a;b; empty when there is nothing.
std::string plain(const reports::Cell& cell);

// The shortest way to write the number: 93.5, 100, -0.125.
std::string number_text(reports::Decimal decimal);
// The quotient, with as many digits as tell it from its neighbours.
std::string number_text(reports::Rate rate);

}  // namespace ducha::tools
