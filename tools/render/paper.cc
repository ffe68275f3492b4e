#include "tools/render/paper.h"

#include <algorithm>

#include "tools/render/cells.h"
#include "tools/render/width.h"
#include "tools/render/words.h"

namespace ducha::tools {
namespace {

using reports::Cell;
using reports::Report;

constexpr std::size_t upright_max = 8;

bool says_nothing(const Cell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) return text->empty();
  if (const auto* texts = std::get_if<reports::Texts>(&cell)) return texts->empty();
  if (const auto* counts = std::get_if<reports::Counts>(&cell)) return counts->empty();
  if (const auto* yes = std::get_if<bool>(&cell)) return !*yes;
  return std::holds_alternative<std::monostate>(cell);
}

}  // namespace

std::optional<std::size_t> column_named(const Report& report, std::string_view name) {
  const auto found = std::find_if(report.columns.begin(), report.columns.end(),
                                  [name](const auto& column) { return column.name == name; });
  if (found == report.columns.end()) return std::nullopt;
  return static_cast<std::size_t>(found - report.columns.begin());
}

std::optional<std::size_t> speaker_of(const Report& report, std::size_t column) {
  return column_named(report, report.columns[column].beside);
}

bool repeats(const std::vector<Cell>& row, std::size_t column, std::optional<std::size_t> speaker) {
  return speaker && std::holds_alternative<Day>(row[column]) && row[column] == row[*speaker];
}

std::vector<std::size_t> seen_columns(const Report& report) {
  std::vector<std::size_t> seen;
  for (std::size_t i = 0; i < report.columns.size(); ++i) {
    if (report.columns[i].leaves == reports::machines_only) continue;
    const auto speaker = speaker_of(report, i);
    const bool silent = !report.rows.empty() &&
                        std::all_of(report.rows.begin(), report.rows.end(),
                                    [&](const auto& row) { return says_nothing(row[i]) || repeats(row, i, speaker); });
    if (!silent) seen.push_back(i);
  }
  return seen;
}

std::vector<std::size_t> paper_columns(const Report& report) {
  auto columns = seen_columns(report);
  while (columns.size() > paper_columns_max) {
    // Of equals the last leaves first.
    const auto leaver = std::max_element(columns.begin(), columns.end(), [&](std::size_t a, std::size_t b) {
      return report.columns[a].leaves <= report.columns[b].leaves;
    });
    if (report.columns[*leaver].leaves == 0) break;
    columns.erase(leaver);
  }
  return columns;
}

std::vector<ColumnContent> contents(const Report& report, Language language) {
  std::vector<ColumnContent> all;
  for (const auto& head : report.columns) all.push_back({printed_width(in(language, head.zh, head.en))});
  for (const auto& row : report.rows)
    for (std::size_t i = 0; i < all.size(); ++i) {
      all[i].natural = std::max(all[i].natural, printed_width(shown(row[i], language)));
      all[i].days = all[i].days || std::holds_alternative<Day>(row[i]);
      all[i].lists = all[i].lists || std::holds_alternative<reports::Texts>(row[i]);
    }
  return all;
}

bool is_wide(const Report& report) {
  const auto wide = [](const Report& each) {
    return each.shape == reports::Shape::table && paper_columns(each).size() > upright_max;
  };
  return wide(report) || std::any_of(report.parts.begin(), report.parts.end(), wide);
}

}  // namespace ducha::tools
