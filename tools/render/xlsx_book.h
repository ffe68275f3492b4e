// A workbook being written: its sheets, the formats they share, and its bytes at the end.
//
// The library behind it writes to a file by name, so the workbook is composed in a temporary one.

#pragma once

#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include <xlsxwriter.h>

#include "ledger/base/day.h"

namespace ducha::tools {

// How a cell is set. Formats are made once each and shared.
struct CellStyle {
  std::string number = {};  // a number format: "0.0%"
  bool bold = false, wrap = false, centred = false, framed = true, head = false, right = false;
  double size = 0;                  // points; 0: as the workbook's
  std::uint32_t fill = 0, ink = 0;  // 0: none
  auto operator<=>(const CellStyle&) const = default;
};

// Excel's limits.
inline constexpr std::size_t sheet_rows_max = 1'048'576, cell_text_max = 32'767;

// Points, of so many lines of the workbook's own type.
double height_of_lines(std::size_t lines);

class Book {
 public:
  // `rows` of all sheets: many are kept on disk instead of in memory while the workbook is written.
  Book(std::string_view title, Day day, std::size_t rows);
  ~Book();
  Book(const Book&) = delete;
  Book& operator=(const Book&) = delete;

  // A sheet of that name; a name that cannot be one is made fit, one that is taken gets a number.
  lxw_worksheet* sheet(std::string_view name, std::string* given = nullptr);
  lxw_format* format(const CellStyle& style);
  lxw_chart* chart(std::uint8_t kind);

  // Text on one line, cut to what a cell can hold.
  void text(lxw_worksheet* sheet, std::size_t row, std::size_t column, std::string_view text, const CellStyle& style);
  void number(lxw_worksheet* sheet, std::size_t row, std::size_t column, double number, const CellStyle& style);
  void day(lxw_worksheet* sheet, std::size_t row, std::size_t column, Day day, CellStyle style);
  void blank(lxw_worksheet* sheet, std::size_t row, std::size_t column, const CellStyle& style);

  // Ends the workbook and writes its bytes. Throws Fault::disk.
  void finish(std::ostream& out);

 private:
  std::filesystem::path file_;
  lxw_workbook* book_ = nullptr;
  std::map<CellStyle, lxw_format*> formats_;
  std::set<std::string> names_;
};

}  // namespace ducha::tools
