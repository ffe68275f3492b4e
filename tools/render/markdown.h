// A report as Markdown, with a table as GitHub draws it: heading, what was asked, table, what it was computed from.
//
// Text from the ledger stays text: what Markdown or HTML would take for markup is escaped.

#pragma once

#include <iosfwd>

#include "projections/report.h"
#include "tools/language.h"

namespace ducha::tools {

void render_markdown(const reports::Report& report, Language language, std::ostream& out);

}  // namespace ducha::tools
