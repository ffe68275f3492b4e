#include "tools/render/columns.h"

#include <algorithm>
#include <iterator>

#include "tools/render/cells.h"
#include "tools/render/colours.h"
#include "tools/render/paper.h"
#include "tools/render/totals.h"
#include "tools/render/width.h"
#include "tools/render/words.h"

namespace ducha::tools {
namespace {

using reports::Cell;
using reports::Column;
using reports::Report;

// A sign beside a cell, explained below the table.
struct Sign {
  std::string_view sign;
  std::string_view zh, en;
};

constexpr Sign provisional{"*", "暂定：计算时限所经年份尚无日历，按周一至周五计",
                           "provisional: counted Monday to Friday through a year without a calendar"};
constexpr Sign moved{"^", "改过期：原时限见更宽的屏幕或 --format csv",
                     "moved: the first due day is shown on a wider screen and by --format csv"};

bool is_sign(const Column& column, const Cell& cell) {
  return !column.beside.empty() && std::holds_alternative<bool>(cell);
}

struct TellsNothing {
  bool operator()(std::monostate) const { return true; }
  bool operator()(bool yes) const { return !yes; }
  bool operator()(std::int64_t number) const { return number == 0; }
  bool operator()(const std::string& text) const { return text.empty(); }
  bool operator()(const reports::Counts& counts) const { return counts.empty(); }
  bool operator()(const reports::Texts& texts) const { return texts.empty(); }
  template <class Other>
  bool operator()(const Other&) const {
    return false;
  }
};

// No row says anything in it: nothing there, or what another column says already.
bool tells_nothing(const Report& report, std::size_t column) {
  const auto speaker = speaker_of(report, column);
  return std::all_of(report.rows.begin(), report.rows.end(), [&](const auto& row) {
    if (std::visit(TellsNothing{}, row[column])) return true;
    return repeats(row, column, speaker);
  });
}

// Measured with every sign there could be, so that a column is as wide whoever leaves.
std::vector<Room> room_needed(const Report& report, const std::vector<std::size_t>& columns, const Look& look) {
  std::vector<std::size_t> staying;
  std::copy_if(columns.begin(), columns.end(), std::back_inserter(staying),
               [&](std::size_t i) { return report.columns[i].leaves == 0; });
  const Shown shown(report, staying, look);
  const auto added_up = sums(report);
  std::vector<Room> room;
  room.reserve(columns.size());
  for (const auto i : columns) {
    const auto& column = report.columns[i];
    std::size_t natural = display_width(in(look.language, column.zh, column.en));
    if (!added_up.empty()) natural = std::max(natural, display_width(tools::shown(added_up[i], look.language)));
    room.push_back({natural, column.weight, column.least});
  }
  for (std::size_t row = 0; row < report.rows.size(); ++row)
    for (std::size_t nth = 0; nth < columns.size(); ++nth)
      room[nth].natural = std::max(room[nth].natural, display_width(shown.text(row, columns[nth])));
  return room;
}

}  // namespace

std::optional<Choice> choose_columns(const Report& report, const Look& look) {
  std::vector<std::size_t> columns;
  for (std::size_t i = 0; i < report.columns.size(); ++i) {
    const auto& column = report.columns[i];
    if (column.leaves == reports::machines_only) continue;
    if (!report.rows.empty() && is_sign(column, report.rows.front()[i])) continue;
    if (column.leaves > 0 && tells_nothing(report, i)) continue;
    columns.push_back(i);
  }
  auto room = room_needed(report, columns, look);
  for (;;) {
    if (auto widths = share_line(room, look.width)) return Choice{std::move(columns), std::move(*widths)};
    const auto leaver = std::max_element(columns.begin(), columns.end(), [&](std::size_t a, std::size_t b) {
      return report.columns[a].leaves < report.columns[b].leaves;
    });
    if (leaver == columns.end() || report.columns[*leaver].leaves == 0) break;
    room.erase(room.begin() + (leaver - columns.begin()));
    columns.erase(leaver);
  }
  // Nobody is left who could leave: now the rest is cut as far as it can be.
  for (auto& each : room) each.least = std::min(each.least, narrowest);
  if (auto widths = share_line(room, look.width)) return Choice{std::move(columns), std::move(*widths)};
  return std::nullopt;
}

Shown::Shown(const Report& report, const std::vector<std::size_t>& columns, const Look& look)
    : report_(report), look_(look), stays_(report.columns.size()), besides_(report.columns.size()) {
  for (const auto i : columns) stays_[i] = true;
  for (std::size_t i = 0; i < report.columns.size(); ++i) {
    speaker_.push_back(speaker_of(report, i));
    if (speaker_[i]) besides_[*speaker_[i]].push_back(i);
  }
}

std::string Shown::signs(std::size_t row, std::size_t column) const {
  const auto& cells = report_.rows[row];
  std::string signs;
  for (const auto beside : besides_[column]) {
    if (const auto* yes = std::get_if<bool>(&cells[beside]); yes && *yes) signs += provisional.sign;
    const bool day = std::holds_alternative<Day>(cells[beside]);
    if (day && !stays_[beside] && cells[beside] != cells[column]) signs += moved.sign;
  }
  return signs;
}

std::string Shown::text(std::size_t row, std::size_t column) const {
  const auto& cells = report_.rows[row];
  const auto& speaker = speaker_[column];
  // A day its speaker says already.
  if (speaker && std::holds_alternative<Day>(cells[column]) && cells[column] == cells[*speaker]) return {};
  return shown(cells[column], look_.language) + signs(row, column);
}

std::string_view Shown::colour(std::size_t row, std::size_t column) const {
  const auto& cells = report_.rows[row];
  if (const auto own = colour_code(cells[column], look_); !own.empty()) return own;
  for (const auto beside : besides_[column])
    if (!stays_[beside])
      if (const auto code = colour_code(cells[beside], look_); !code.empty()) return code;
  return {};
}

std::vector<std::string> Shown::legend() const {
  std::string used;
  const auto note = [&](std::size_t row, std::size_t column) {
    for (const auto& sign : {provisional, moved})
      if (used.find(sign.sign) == std::string::npos && signs(row, column).find(sign.sign) != std::string::npos)
        used += sign.sign;
  };
  for (std::size_t row = 0; row < report_.rows.size(); ++row)
    for (std::size_t column = 0; column < besides_.size(); ++column)
      if (stays_[column] && !besides_[column].empty()) note(row, column);
  std::vector<std::string> lines;
  for (const auto& sign : {provisional, moved})
    if (used.find(sign.sign) != std::string::npos)
      lines.push_back(std::string{sign.sign} + " " + std::string{in(look_.language, sign.zh, sign.en)});
  return lines;
}

}  // namespace ducha::tools
