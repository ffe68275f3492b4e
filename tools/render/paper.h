// Which columns of a report people see on a page, and which have room on a sheet of paper.

#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "projections/report.h"
#include "tools/language.h"

namespace ducha::tools {

inline constexpr std::size_t paper_columns_max = 13;  // across an A4 sheet, turned, in print that can be read

// The column of that name.
std::optional<std::size_t> column_named(const reports::Report& report, std::string_view name);
// The column that speaks for this one, when it has one.
std::optional<std::size_t> speaker_of(const reports::Report& report, std::size_t column);
// A day its speaker says already is not said twice.
bool repeats(const std::vector<reports::Cell>& row, std::size_t column, std::optional<std::size_t> speaker);

// The columns people see: those for machines only are left out, and those in which no row says anything that another
// column does not say already.
std::vector<std::size_t> seen_columns(const reports::Report& report);

// Those of them that are printed: the highest `leaves` leave first until the rest has room.
std::vector<std::size_t> paper_columns(const reports::Report& report);

// What stands in a column.
struct ColumnContent {
  std::size_t natural;  // the printed width of its widest text, its head included
  bool days = false, lists = false;
};
// Of each column, by going through the rows once.
std::vector<ColumnContent> contents(const reports::Report& report, Language language);

// So many columns that paper is turned.
bool is_wide(const reports::Report& report);

}  // namespace ducha::tools
