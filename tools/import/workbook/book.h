// A workbook's table of contents: which sheets there are and where, its formats, its epoch, its shared strings.

#pragma once

#include <string>
#include <vector>

#include "tools/import/workbook/number_format.h"
#include "tools/import/workbook/package.h"

namespace ducha::tools::workbook {

inline constexpr std::size_t sheets_max = 1000;
inline constexpr std::size_t formats_max = 100'000;

struct Sheet {
  std::string name;
  std::string part;
  bool hidden = false;
};

struct Book {
  std::vector<Sheet> sheets;          // in their order; only those that hold cells (no charts, no dialogs)
  std::vector<NumberFormat> formats;  // by the style number of a cell
  Epoch epoch = Epoch::from_1900;
  // The program that wrote the file left its formulas to be computed by the one that opens it; a 0 it stored beside
  // them is no value.
  bool computed_on_load = false;
  std::string shared_strings;  // the part; empty when there is none
};

// Whatever is wrong with the package as a workbook is a Trouble.
Book read_book(Package& package);

}  // namespace ducha::tools::workbook
