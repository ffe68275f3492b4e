#include "tools/render/csv.h"

#include <algorithm>
#include <array>
#include <optional>
#include <ostream>
#include <vector>

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

using Tables = std::vector<const reports::Report*>;

Tables tables_of(const reports::Report& report) {
  Tables tables{&report};
  for (const auto& part : report.parts) tables.push_back(&part);
  return tables;
}

// A file has one head: the columns of all tables, each name once, in the order they come.
std::vector<const reports::Column*> columns_of_all(const Tables& tables) {
  std::vector<const reports::Column*> columns;
  for (const auto* table : tables)
    for (const auto& column : table->columns)
      if (std::none_of(columns.begin(), columns.end(), [&](const auto* each) { return each->name == column.name; }))
        columns.push_back(&column);
  return columns;
}

// Where the table has each of the columns.
std::vector<std::optional<std::size_t>> places_in(const reports::Report& table,
                                                  const std::vector<const reports::Column*>& columns) {
  std::vector<std::optional<std::size_t>> places;
  for (const auto* column : columns) {
    const auto found = std::find_if(table.columns.begin(), table.columns.end(),
                                    [&](const auto& each) { return each.name == column->name; });
    places.emplace_back();
    if (found != table.columns.end()) places.back() = static_cast<std::size_t>(found - table.columns.begin());
  }
  return places;
}

}  // namespace

void render_csv(const reports::Report& report, Language language, std::ostream& out) {
  const auto tables = tables_of(report);
  const auto columns = columns_of_all(tables);
  const std::string_view between = tables.size() > 1 ? "," : "";
  out << byte_order_mark;
  if (tables.size() > 1) put_field(in(language, "部分", "part"), out);
  std::string_view separator = between;
  for (const auto* column : columns) {
    out << separator;
    put_field(in(language, column->zh, column->name), out);
    separator = ",";
  }
  out << end_of_line;
  for (const auto* table : tables) {
    const auto places = places_in(*table, columns);
    for (const auto& row : table->rows) {
      if (tables.size() > 1) put_field(table->name, out);
      separator = between;
      for (const auto place : places) {
        out << separator;
        if (place) put_field(field(row[*place]), out);
        separator = ",";
      }
      out << end_of_line;
    }
  }
}

}  // namespace ducha::tools
