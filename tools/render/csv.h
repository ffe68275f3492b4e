// A report as CSV (RFC 4180) for spreadsheets: UTF-8 with a byte order mark, CR LF, one head line, one line a row.
//
// Words stand by their contract names in either language, so that a file means the same to every program; only
// the head is translated. Text that a spreadsheet would take for a formula gets an apostrophe in front. There is
// no footer: a line that is not a row would break the table. What the report was computed from is in the
// other formats. A report of several tables has one head with all their columns, the first naming the table.

#pragma once

#include <iosfwd>

#include "projections/report.h"
#include "tools/language.h"

namespace ducha::tools {

void render_csv(const reports::Report& report, Language language, std::ostream& out);

}  // namespace ducha::tools
