// The rows of a CSV text, with the line each begins on.

#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace ducha::tools {

struct CsvRow {
  enum class Damage { none, quote_misplaced, quote_open };

  std::size_t line;                // where it begins
  std::string source;              // as written, all its lines
  std::vector<std::string> cells;  // without outer blanks and without their quotes
  Damage damage = Damage::none;    // the cells of a damaged row are those before the damage
};

// Semicolon or tab when the first line has more of them than of commas; else comma.
char csv_delimiter(std::string_view text);

// Gives `take` each row in turn, except those without any content. After a misplaced quotation mark
// reading goes on at the next line.
void each_csv_row(std::string_view text, char delimiter, const std::function<void(CsvRow&&)>& take);

}  // namespace ducha::tools
