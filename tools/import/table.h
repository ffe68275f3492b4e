// A table as an office's file has it: rows of cells, each with its place, whatever the file's form.
//
// Reading says what stands in the file and nothing of what it means: which row is the header, what a column is for and
// what a cell must hold is for those who take the rows. So a cell with an error in it is no complaint here; it is
// one when somebody needs the cell (`cell_fault`).
//
// Of a row, every cell up to the last one with something in it is handed over (of CSV every cell); places are those of
// the sheet, counted from 1 (cells[0] is column A). Rows without any content are left out.

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/base/day.h"
#include "tools/import/draft.h"
#include "tools/language.h"

namespace ducha::tools {

struct Cell {
  enum class Kind : std::uint8_t {
    empty,
    text,
    number,   // CSV knows only text
    date,     // a number whose format shows a day
    boolean,  // "true" or "false"
    error,    // "#REF!", or the formula ("=A1&B1") when the file holds no value for it
  };

  Kind kind = Kind::empty;
  // As a person reads it: NFC, outer white space removed; a date as YYYY-MM-DD, a number in its shortest decimal form,
  // one shown as a percentage as such ("40%"), a time without a day as HH:MM.
  std::string text;
  std::optional<Day> day;  // when kind is date, by the workbook's own epoch (1900 or 1904)
};

struct Row {
  std::size_t line = 0;  // the sheet's row number; of CSV the line it begins on
  std::vector<Cell> cells;
  std::string source;   // of CSV as written, with its line end; of a sheet its cells, parted by " | "
  bool hidden = false;  // hidden or filtered away in the sheet
};

// Cells that are one on the screen; only the first of them holds anything. From 1, both ends included.
struct Merge {
  std::size_t first_row, last_row, first_column, last_column;
  bool operator==(const Merge&) const = default;
};

struct Table {
  std::string sheet;   // its name; of CSV empty
  char delimiter = 0;  // of CSV
  std::vector<Merge> merges;
};

struct TableReading {
  Table table;
  std::vector<Complaint> complaints;  // about the file as such, or (CSV) about rows that cannot be told into cells
  std::vector<std::string> remarks;   // which sheet was read and which were not
};

// Takes one row after the other; the table is known by then.
using TakeRow = std::function<void(const Table& table, Row&& row)>;

// `text`: UTF-8, as `decode_text` gives it. A row whose quotation marks are wrong is a complaint and is not handed
// over.
TableReading read_csv_table(std::string_view text, Language language, const TakeRow& take);

// How a sheet begins: what somebody needs to see to choose one.
struct SheetStart {
  std::string name;
  bool hidden = false;
  std::vector<Row> rows;  // the first with any content, at most `sheet_start_rows`
};
inline constexpr std::size_t sheet_start_rows = 20;

// The sheet that is the one, or nothing when none is. Asked when none was named and there is more than one.
using ChooseSheet = std::function<std::optional<std::size_t>(const std::vector<SheetStart>& sheets)>;

struct SheetWanted {
  std::string named;   // by name or number (from 1); empty: the only one with anything in it, else as `choose` says
  ChooseSheet choose;  // may be empty
};

// Reads one sheet of a workbook, row by row: memory grows with its shared strings (bounded, see xlsx_package.h) and
// not with its rows. Everything that is wrong with the file as such (no workbook, damaged, encrypted, a bomb) is a
// complaint; rows handed over before one are not to be kept.
TableReading read_xlsx(const std::string& path, const SheetWanted& wanted, Language language, const TakeRow& take);

// How the sheets begin, in their order, or how the named one does; nothing when it is no workbook that can be read.
std::vector<SheetStart> xlsx_starts(const std::string& path, const std::string& named);

// What is wrong with a cell that is needed: nothing unless its kind is error.
std::optional<Complaint> cell_fault(const Cell& cell, Place place, Language language);

// A: 1 … Z: 26, AA: 27.
std::string column_letters(std::size_t column);

}  // namespace ducha::tools
