// A report whose rows are sentences, for a terminal: a paragraph each, in which nothing is cut.
//
//   无人牵头  2022-003
//     没有牵头单位;区财政局 2022-03-15 的异议成立。
//     用 reassign 写明新的牵头单位。
//
// What stands in columns without a weight is on the first line, each column with one below it.

#pragma once

#include <iosfwd>

#include "projections/report.h"
#include "tools/render/look.h"

namespace ducha::tools {

void put_list(const reports::Report& report, const Look& look, std::ostream& out);

}  // namespace ducha::tools
