#include "tools/import/sniff.h"

#include <algorithm>
#include <optional>

#include "tools/import/csv_rows.h"
#include "tools/import/headers.h"
#include "tools/import/plan.h"
#include "tools/import/text.h"

namespace ducha::tools {
namespace {

// An object, or an array of them, which is not JSON Lines but is best told so by the reader of these.
bool begins_as_json(std::string_view content) {
  if (content.starts_with('[')) content = trimmed(content.substr(1));
  return content.starts_with('{');
}

bool has_do_column(std::string_view text) {
  std::optional<CsvRow> header;
  LineScan lines(text);
  auto line = lines.next();
  while (line && trimmed(line->text).empty()) line = lines.next();
  if (!line) return false;
  each_csv_row(line->with_end, csv_delimiter(text), [&](CsvRow&& row) { header = std::move(row); });
  return header && std::any_of(header->cells.begin(), header->cells.end(),
                               [](const std::string& cell) { return field_named(cell) == "do"; });
}

bool has_numbered_items(std::string_view text) {
  const auto plan = read_plan(text, Language::zh);
  return std::any_of(plan.items.begin(), plan.items.end(), [](const PlanItem& item) { return !item.number.empty(); });
}

}  // namespace

Content sniff(std::string_view text) {
  if (begins_as_json(trimmed(text))) return Content::json_lines;
  if (has_do_column(text)) return Content::csv;
  return has_numbered_items(text) ? Content::plan : Content::other;
}

}  // namespace ducha::tools
