#include "tools/render/text.h"

#include <algorithm>
#include <array>
#include <ostream>

#include "tools/render/cells.h"
#include "tools/render/frame.h"
#include "tools/render/layout.h"
#include "tools/render/width.h"
#include "tools/render/words.h"

namespace ducha::tools {
namespace {

using reports::Align;
using reports::Cell;
using reports::Column;
using reports::Report;

struct Light {
  std::string_view name;
  std::string_view on;  // the terminal's code for the colour
};

constexpr std::array<Light, 5> lights{{
    {"red", "\x1b[31m"},
    {"yellow", "\x1b[33m"},
    {"green", "\x1b[32m"},
    {"blue", "\x1b[34m"},
    {"grey", "\x1b[90m"},
}};
constexpr std::string_view lights_off = "\x1b[0m";

// The code that colours a cell; empty when it is no light or no colour is wanted.
std::string_view colour_code(const Cell& cell, const Look& look) {
  const auto* const word = std::get_if<reports::Word>(&cell);
  if (!look.colour || word == nullptr) return {};
  const auto light =
      std::find_if(lights.begin(), lights.end(), [&](const Light& each) { return each.name == word->name; });
  return light == lights.end() ? std::string_view{} : light->on;
}

std::string coloured(std::string text, std::string_view code) {
  return code.empty() ? text : std::string{code}.append(text).append(lights_off);
}

std::string_view head(const Column& column, Language language) { return in(language, column.zh, column.en); }

// Sets parts one after another, on as many lines as they need.
void put_parts(const std::vector<std::string>& parts, std::size_t line_width, std::ostream& out) {
  std::size_t used = 0;
  for (const auto& part : parts) {
    const auto width = display_width(part);
    const bool fits = used + column_gap + width <= line_width;
    if (used > 0) out << (fits ? std::string(column_gap, ' ') : "\n");
    used = used > 0 && fits ? used + column_gap + width : width;
    out << part;
  }
  if (!parts.empty()) out << '\n';
}

std::vector<Room> room_needed(const Report& report, Language language) {
  std::vector<Room> room;
  room.reserve(report.columns.size());
  for (const auto& column : report.columns) room.push_back({display_width(head(column, language)), column.weight});
  for (const auto& row : report.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      room[i].natural = std::max(room[i].natural, display_width(shown(row[i], language)));
    }
  }
  return room;
}

// Writes the lines of a table whose columns have their widths.
class Table {
 public:
  Table(const std::vector<Column>& columns, const std::vector<std::size_t>& widths, std::ostream& out)
      : columns_(columns), widths_(widths), out_(out) {}

  void put(std::size_t column, std::string_view text, std::string_view code = {}) {
    const bool last = column + 1 == columns_.size();
    const auto cut = cut_to_width(text, widths_[column]);
    const std::string blanks(widths_[column] - display_width(cut), ' ');
    const bool right = columns_[column].align == Align::right;
    if (right) out_ << blanks;
    out_ << coloured(cut, code);
    if (!right && !last) out_ << blanks;
    out_ << (last ? "\n" : std::string(column_gap, ' '));
  }

 private:
  const std::vector<Column>& columns_;
  const std::vector<std::size_t>& widths_;
  std::ostream& out_;
};

void put_table(const Report& report, const std::vector<std::size_t>& widths, const Look& look, std::ostream& out) {
  Table table(report.columns, widths, out);
  for (std::size_t i = 0; i < widths.size(); ++i) table.put(i, head(report.columns[i], look.language));
  for (std::size_t i = 0; i < widths.size(); ++i) table.put(i, std::string(widths[i], '-'));
  for (const auto& row : report.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      table.put(i, shown(row[i], look.language), colour_code(row[i], look));
    }
  }
}

void put_records(const Report& report, const Look& look, std::ostream& out) {
  std::size_t widest = 0;
  for (const auto& column : report.columns) widest = std::max(widest, display_width(head(column, look.language)));
  const auto name_width = widest + std::string_view{": "}.size();
  std::string_view between;
  for (const auto& row : report.rows) {
    out << between;
    for (std::size_t i = 0; i < row.size(); ++i) {
      out << pad_right(std::string{head(report.columns[i], look.language)} + ": ", name_width)
          << coloured(shown(row[i], look.language), colour_code(row[i], look)) << '\n';
    }
    between = "\n";
  }
}

void put_rows(const Report& report, const Look& look, std::ostream& out) {
  if (report.rows.empty()) {
    out << nothing_to_report(look.language) << '\n';
  } else if (const auto widths = share_line(room_needed(report, look.language), look.width)) {
    put_table(report, *widths, look, out);
  } else {
    put_records(report, look, out);
  }
}

}  // namespace

void render_text(const Report& report, const Look& look, std::ostream& out) {
  out << title(report, look.language) << '\n';
  put_parts(question(report, look.language), look.width, out);
  out << '\n';
  put_rows(report, look, out);
  out << '\n';
  put_parts(basis(report, look.language), look.width, out);
  out << digest(report) << '\n';
}

}  // namespace ducha::tools
