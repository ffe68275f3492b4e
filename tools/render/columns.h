// Which columns of a report share the line of a terminal, and what stands in them.
//
// A narrow terminal has no room for all. What a column that has left would have said is said beside another where
// the report names one: a sign with a legend, or a colour.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "projections/report.h"
#include "tools/render/layout.h"
#include "tools/render/look.h"

namespace ducha::tools {

struct Choice {
  std::vector<std::size_t> columns;  // of the report, in its order
  std::vector<std::size_t> widths;   // of each
};

// Nothing when even the narrowest table is wider than the line.
std::optional<Choice> choose_columns(const reports::Report& report, const Look& look);

// Cell by cell what a table shows under a choice of columns.
class Shown {
 public:
  Shown(const reports::Report& report, const std::vector<std::size_t>& columns, const Look& look);

  // The text of a cell with its signs, and the code of its colour.
  std::string text(std::size_t row, std::size_t column) const;
  std::string_view colour(std::size_t row, std::size_t column) const;
  // What the signs mean that occur, a line each: "* …".
  std::vector<std::string> legend() const;

 private:
  std::string signs(std::size_t row, std::size_t column) const;

  const reports::Report& report_;
  const Look& look_;
  std::vector<bool> stays_;                        // by column of the report
  std::vector<std::vector<std::size_t>> besides_;  // by column: those it speaks for
  std::vector<std::optional<std::size_t>> speaker_;
};

}  // namespace ducha::tools
