// A report as an Excel workbook: a sheet a table, a sheet of charts, and a sheet 口径 that says what it rests on.
//
// Cells have their types: days are dates, rates percentages, numbers numbers; text is never a formula. Heads stay in
// sight and are repeated on paper, tables can be filtered, lights have their colours. The same report gives the same
// bytes: the workbook is dated by the report's day and by nothing else.

#pragma once

#include <iosfwd>

#include "projections/report.h"
#include "tools/language.h"

namespace ducha::tools {

// Throws Fault::disk when the temporary file it is composed in cannot be written.
void render_xlsx(const reports::Report& report, Language language, std::ostream& out);

}  // namespace ducha::tools
