// A report as JSON for programs: one object on one line, members in a fixed order.
//
//   {"report":NAME, what was asked…, "on":DAY, "head":{"seq":N,"digest":HEX}, "rules":EDITION,
//    "calendar":[YEAR@EDITION…], "rows":[{COLUMN:CELL…}…]}
//
// Notes, when there are any, stand before the rows by their names; further tables after them, each a member of its
// name. Days are "YYYY-MM-DD", words their contract names, numbers as short as they go, nothing is null. Rows are
// written one by one, so a report costs no second copy of itself. Always valid JSON: bytes that are
// not UTF-8 become U+FFFD.

#pragma once

#include <iosfwd>

#include "projections/report.h"

namespace ducha::tools {

void render_json(const reports::Report& report, std::ostream& out);

}  // namespace ducha::tools
