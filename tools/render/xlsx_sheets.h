// The sheets of a report's workbook besides its tables.

#pragma once

#include "projections/report.h"
#include "tools/language.h"
#include "tools/render/xlsx_book.h"

namespace ducha::tools {

// "图": what the charts draw, as tables, each with its chart beside it. No sheet when there is nothing to draw.
void put_charts(Book& book, const reports::Report& report, Language language);

// "口径": the day, the head, the editions, and what each column means.
void put_basis(Book& book, const reports::Report& report, Language language);

}  // namespace ducha::tools
