#include "tools/render/drawing.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "tools/render/cells.h"
#include "tools/render/frame.h"
#include "tools/render/paper.h"
#include "tools/render/words.h"

namespace ducha::tools {
namespace {

using reports::Cell;
using reports::Plot;
using reports::Report;
using reports::Word;

struct Number {
  std::optional<double> operator()(std::int64_t number) const { return static_cast<double>(number); }
  std::optional<double> operator()(reports::Decimal decimal) const {
    return static_cast<double>(decimal.thousandths) / 1000;
  }
  std::optional<double> operator()(reports::Rate rate) const {
    return static_cast<double>(rate.part) / static_cast<double>(rate.whole);
  }
  template <class Other>
  std::optional<double> operator()(const Other&) const {
    return std::nullopt;
  }
};

// Where a word stands in the vocabulary.
std::size_t place_of(const Cell& cell) {
  const auto* word = std::get_if<Word>(&cell);
  if (!word) return terms().size();
  const auto found =
      std::find_if(terms().begin(), terms().end(), [word](const Term& term) { return term.name == word->name; });
  return static_cast<std::size_t>(found - terms().begin());
}

// Of which rows of the table.
using Places = std::vector<std::size_t>;

Drawing of_rows(const Report& report, const Plot& plot, const Places& places, Language language) {
  Drawing drawing{plot.kind, std::string(in(language, plot.zh, plot.en)), {}, {}, false};
  const auto along = column_named(report, plot.along);
  std::vector<std::size_t> columns;
  for (const auto name : plot.of) {
    const auto column = column_named(report, name);
    if (!column) continue;
    columns.push_back(*column);
    const auto& head = report.columns[*column];
    drawing.series.push_back(
        {std::string(in(language, head.zh, head.en)), paint_of(name).value_or(paint_of(drawing.series.size())), {}});
  }
  for (const auto place : places) {
    const auto& row = report.rows[place];
    drawing.along.push_back(along ? shown(row[*along], language) : std::string());
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const auto& cell = row[columns[i]];
      drawing.rates = drawing.rates || std::holds_alternative<reports::Rate>(cell);
      drawing.series[i].values.push_back(std::visit(Number{}, cell));
    }
  }
  return drawing;
}

Drawing of_shares(const Report& report, const Plot& plot, Language language) {
  Drawing drawing{plot.kind, std::string(in(language, plot.zh, plot.en)), {""}, {}, false};
  const auto column = column_named(report, plot.of.empty() ? std::string_view() : plot.of.front());
  if (!column) return drawing;
  const auto add = [&](std::string_view name, double times) {
    if (times == 0) return;
    const auto same = std::find_if(drawing.series.begin(), drawing.series.end(),
                                   [&](const Series& each) { return each.name == translated(name, language); });
    if (same != drawing.series.end()) {
      same->values[0] = same->values[0].value_or(0) + times;
      return;
    }
    drawing.series.push_back(
        {std::string(translated(name, language)), paint_of(name).value_or(paint_of(drawing.series.size())), {times}});
  };
  if (const auto times = plot.of.size() > 1 ? column_named(report, plot.of[1]) : std::nullopt) {
    for (const auto& row : report.rows)
      if (const auto* word = std::get_if<Word>(&row[*column]))
        add(word->name, std::visit(Number{}, row[*times]).value_or(0));
    return drawing;
  }
  // In the order of the vocabulary: the same words stand in the same place whatever the rows are.
  std::map<std::string_view, double> times;
  for (const auto& row : report.rows)
    if (const auto* word = std::get_if<Word>(&row[*column])) ++times[word->name];
  for (const auto& term : terms())
    if (const auto found = times.find(term.name); found != times.end()) add(term.name, found->second);
  return drawing;
}

}  // namespace

std::string number_shown(double value, bool rate) {
  if (rate) return fmt::format("{:.1f}%", value * 100);
  return fmt::format("{}", value);
}

double step_for(double most, int steps) {
  double step = 1;
  for (int i = 0; most / step > steps; ++i) step *= i % 3 == 1 ? 2.5 : 2;
  return step;
}

double Drawing::sum_at(std::size_t at) const {
  double sum = 0;
  for (const auto& one : series) sum += one.values[at].value_or(0);
  return sum;
}

std::string Drawing::told(Language language) const {
  std::vector<std::string> parts;
  for (const auto& one : series) {
    if (kind == Plot::Kind::lines) {
      const auto last = std::find_if(one.values.rbegin(), one.values.rend(), [](const auto& value) { return value; });
      if (last != one.values.rend())
        parts.push_back(one.name + " " + number_shown(**last, rates) +
                        std::string(in(language, "（末期）", " (last)")));
      continue;
    }
    double sum = 0;
    for (const auto& value : one.values) sum += value.value_or(0);
    parts.push_back(one.name + " " + number_shown(sum, false));
  }
  auto text =
      caption + std::string(in(language, "：", ": ")) + fmt::format("{}", fmt::join(parts, in(language, "、", ", ")));
  if (kind != Plot::Kind::shares) text += in(language, "。逐项数字见表。", ". The table has every number.");
  return text;
}

std::vector<Piece> pieces(const Drawing& drawing, Language language) {
  constexpr std::size_t bars_max = 40;
  const auto all = drawing.along.size();
  const auto count = drawing.kind == Plot::Kind::stacked ? (all + bars_max - 1) / bars_max : 1;
  if (count < 2) return {{0, all, drawing.caption}};
  std::vector<Piece> each;
  for (std::size_t nth = 0; nth < count; ++nth)
    each.push_back(
        {all * nth / count, all * (nth + 1) / count,
         drawing.caption + fmt::format(fmt::runtime(in(language, "（{}/{}）", " ({}/{})")), nth + 1, count)});
  return each;
}

std::vector<Drawing> drawings(const Report& report, Language language) {
  std::vector<Drawing> all;
  if (report.rows.empty()) return all;
  for (const auto& plot : report.plots) {
    if (plot.kind == Plot::Kind::shares) {
      all.push_back(of_shares(report, plot, language));
      continue;
    }
    const auto apart = column_named(report, plot.apart);
    std::vector<std::pair<Cell, Places>> groups;
    for (std::size_t place = 0; place < report.rows.size(); ++place) {
      const auto key = apart ? report.rows[place][*apart] : Cell();
      auto group = std::find_if(groups.begin(), groups.end(), [&](const auto& each) { return each.first == key; });
      if (group == groups.end()) group = groups.insert(group, {key, {}});
      group->second.push_back(place);
    }
    // 牵头 before 协办, whatever the first row is.
    std::stable_sort(groups.begin(), groups.end(),
                     [](const auto& a, const auto& b) { return place_of(a.first) < place_of(b.first); });
    for (const auto& [key, places] : groups) {
      auto drawing = of_rows(report, plot, places, language);
      if (apart) drawing.caption += std::string(in(language, "：", ": ")) + shown(key, language);
      all.push_back(std::move(drawing));
    }
  }
  std::erase_if(all, [](const Drawing& drawing) { return drawing.series.empty(); });
  return all;
}

}  // namespace ducha::tools
