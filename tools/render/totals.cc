#include "tools/render/totals.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "tools/render/words.h"

namespace ducha::tools {
namespace {

using reports::Cell;
using reports::Column;
using reports::Counts;
using reports::Rate;
using reports::Report;
using reports::Total;
using reports::Word;

bool adds_up(const Column& column) { return column.total == Total::sum || column.total == Total::share; }

// Adds a cell to what was added before; what is no number adds nothing.
void add(Cell& sum, const Cell& cell, bool share) {
  if (const auto* number = std::get_if<std::int64_t>(&cell)) {
    const auto* before = std::get_if<std::int64_t>(&sum);
    sum = (before ? *before : 0) + *number;
  } else if (const auto* rate = std::get_if<Rate>(&cell)) {
    const auto* before = std::get_if<Rate>(&sum);
    const auto whole = rate->whole + (before && !share ? before->whole : 0);
    sum = Rate{rate->part + (before ? before->part : 0), whole};
  }
}

// Each word of the column and how often it occurs, in the order of the vocabulary.
std::string counted(const Report& report, std::size_t column, Language language) {
  std::map<std::string_view, std::int64_t> times;
  for (const auto& row : report.rows)
    if (const auto* word = std::get_if<Word>(&row[column])) ++times[word->name];
  std::string text;
  for (const auto& term : terms()) {
    const auto found = times.find(term.name);
    if (found == times.end()) continue;
    if (!text.empty()) text += in(language, "、", ", ");
    text += fmt::format("{} {}", in(language, term.zh, term.en), found->second);
  }
  return text;
}

}  // namespace

std::vector<Cell> sums(const Report& report) {
  const bool any =
      std::any_of(report.columns.begin(), report.columns.end(), [](const Column& column) { return adds_up(column); });
  if (!any || report.rows.size() < 2) return {};
  std::vector<Cell> all(report.columns.size());
  for (const auto& row : report.rows)
    for (std::size_t i = 0; i < all.size(); ++i)
      if (adds_up(report.columns[i])) add(all[i], row[i], report.columns[i].total == Total::share);
  return all;
}

std::vector<std::string> counts(const Report& report, Language language) {
  std::vector<std::string> texts;
  if (report.rows.empty()) return texts;
  for (std::size_t i = 0; i < report.columns.size(); ++i) {
    const auto& column = report.columns[i];
    if (column.total != Total::count) continue;
    texts.push_back(std::string{in(language, column.zh, column.en)} + std::string{in(language, "：", ": ")} +
                    counted(report, i, language));
  }
  return texts;
}

}  // namespace ducha::tools
