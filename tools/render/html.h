// A report as one page for a browser: pictures, table, and what it was computed from. On paper A4, on a phone a row a
// card.
//
// The page is whole: its style and pictures are in it, it runs no script and asks no other file. Text from the ledger
// stays text.

#pragma once

#include <iosfwd>

#include "projections/report.h"
#include "tools/language.h"

namespace ducha::tools {

void render_html(const reports::Report& report, Language language, std::ostream& out);

}  // namespace ducha::tools
