// A report for a terminal: title, what was asked, the table, what it was computed from.
//
// Columns are as wide as their content. When the line is short, those that may leave do (columns.h) and the
// rest is cut with "…" where the report allows it (layout.h). When even that is too wide, each row becomes a
// record of `name: value` lines, in which nothing is cut. A history reads as a story (story.h). Lights are
// coloured when asked for.

#pragma once

#include <iosfwd>

#include "projections/report.h"
#include "tools/render/look.h"

namespace ducha::tools {

void render_text(const reports::Report& report, const Look& look, std::ostream& out);

}  // namespace ducha::tools
