// The rows of a report as an HTML table: heads with their scope, lights with their colour, sums in the foot.

#pragma once

#include <iosfwd>
#include <string>

#include "projections/report.h"
#include "tools/language.h"

namespace ducha::tools {

// `id` is the table's; `put_table_style` names the same.
void put_html_table(const reports::Report& report, const std::string& id, Language language, std::ostream& out);

// On a phone each cell begins with the name of its column; on paper only some columns have room. As style, so that the
// table holds each name once.
void put_table_style(const reports::Report& report, const std::string& id, Language language, std::ostream& out);

}  // namespace ducha::tools
