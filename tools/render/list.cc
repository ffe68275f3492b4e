#include "tools/render/list.h"

#include <algorithm>
#include <ostream>
#include <string_view>
#include <utility>

#include "tools/render/cells.h"
#include "tools/render/colours.h"
#include "tools/render/layout.h"
#include "tools/render/width.h"

namespace ducha::tools {
namespace {

constexpr std::size_t indent = 2;

}  // namespace

void put_list(const reports::Report& report, const Look& look, std::ostream& out) {
  const auto room = std::max(look.width, indent + narrowest) - indent;
  std::string_view between;
  for (const auto& row : report.rows) {
    out << std::exchange(between, "\n");
    std::string head, below;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const auto& column = report.columns[i];
      if (column.leaves == reports::machines_only || std::holds_alternative<std::monostate>(row[i])) continue;
      const auto text = shown(row[i], look.language);
      if (column.weight == 0) {
        if (!head.empty()) head.append(column_gap, ' ');
        head += coloured(text, head.empty() ? wanted(bold_code, look) : std::string_view{});
        continue;
      }
      for (const auto& line : wrapped(text, room)) below += std::string(indent, ' ') + line + '\n';
    }
    out << head << '\n' << below;
  }
}

}  // namespace ducha::tools
