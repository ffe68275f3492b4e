#include "tools/render/csv.h"

#include <algorithm>
#include <array>
#include <ostream>

#include "tools/render/cells.h"
#include "tools/render/width.h"
#include "tools/render/words.h"

namespace ducha::tools {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view end_of_line = "\r\n";

// How a formula can begin; a Chinese office's spreadsheet takes the full-width signs for the half-width ones.
constexpr std::array<std::string_view, 10> formula_beginnings{"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"};

bool begins_like_formula(std::string_view text) {
  return std::any_of(formula_beginnings.begin(), formula_beginnings.end(),
                     [text](std::string_view beginning) { return text.starts_with(beginning); });
}

bool is_number(const reports::Cell& cell) {
  return std::holds_alternative<std::int64_t>(cell) || std::holds_alternative<reports::Decimal>(cell) ||
         std::holds_alternative<reports::Rate>(cell);
}

std::string field(const reports::Cell& cell) {
  auto text = repaired(plain(cell));
  if (!is_number(cell) && begins_like_formula(text)) text.insert(0, 1, '\'');
  return text;
}

void put_field(std::string_view text, std::ostream& out) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
    out << text;
    return;
  }
  out << '"';
  for (const char c : text) {
    if (c == '"') out << '"';
    out << c;
  }
  out << '"';
}

}  // namespace

void render_csv(const reports::Report& report, Language language, std::ostream& out) {
  out << byte_order_mark;
  std::string_view separator;
  for (const auto& column : report.columns) {
    out << separator;
    put_field(in(language, column.zh, column.name), out);
    separator = ",";
  }
  out << end_of_line;
  for (const auto& row : report.rows) {
    separator = {};
    for (const auto& cell : row) {
      out << separator;
      put_field(field(cell), out);
      separator = ",";
    }
    out << end_of_line;
  }
}

}  // namespace ducha::tools
