#include "tools/import/workbook_file.h"

#include <charconv>
#include <string_view>
#include <utility>

#include <xlsxwriter.h>

#include "tools/import/text.h"

namespace ducha::tools {
namespace {

constexpr std::size_t cell_points_max = 32'767;  // Excel opens no file with more

std::optional<double> number_of(const Cell& cell) {
  if (cell.kind != Cell::Kind::number) return std::nullopt;
  // 007 is a code that looks like a number, and so is one with more digits than a number keeps.
  if (cell.text.size() > 15 || (cell.text.size() > 1 && cell.text[0] == '0' && cell.text[1] != '.'))
    return std::nullopt;
  double value = 0;
  const auto end = cell.text.data() + cell.text.size();
  const auto [stop, error] = std::from_chars(cell.text.data(), end, value);
  if (error != std::errc{} || stop != end) return std::nullopt;
  return value;
}

}  // namespace

struct WorkbookFile::Book {
  lxw_workbook* book = nullptr;
  lxw_worksheet* sheet = nullptr;
  lxw_format *header = nullptr, *day = nullptr;
  lxw_row_t row = 0;
};

WorkbookFile::WorkbookFile(const std::string& path, const std::string& sheet) : book_(std::make_unique<Book>()) {
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;
  book_->book = workbook_new_opt(path.c_str(), &options);
  // A name of a sheet that was read is one; a name the library does not take is left to it.
  const bool lawful = !sheet.empty() && workbook_validate_sheet_name(book_->book, sheet.c_str()) == LXW_NO_ERROR;
  book_->sheet = workbook_add_worksheet(book_->book, lawful ? sheet.c_str() : nullptr);
  book_->header = workbook_add_format(book_->book);
  format_set_bold(book_->header);
  format_set_text_wrap(book_->header);
  book_->day = workbook_add_format(book_->book);
  format_set_num_format(book_->day, "yyyy-mm-dd");
}

WorkbookFile::~WorkbookFile() {
  if (book_->book) workbook_close(book_->book);
}

void WorkbookFile::set_widths(const std::vector<std::size_t>& widths) {
  for (std::size_t at = 0; at < widths.size(); ++at) {
    const auto column = static_cast<lxw_col_t>(at);
    worksheet_set_column(book_->sheet, column, column, static_cast<double>(widths[at]), nullptr);
  }
}

void WorkbookFile::add(const std::vector<Cell>& cells, Row kind) {
  auto* const sheet = book_->sheet;
  const auto row = book_->row++;
  auto* const format = kind == Row::header ? book_->header : nullptr;
  for (std::size_t at = 0; at < cells.size(); ++at) {
    const auto& cell = cells[at];
    const auto column = static_cast<lxw_col_t>(at);
    if (cell.kind == Cell::Kind::empty) continue;
    if (cell.kind == Cell::Kind::date && cell.day) {
      const auto date = civil(*cell.day);
      lxw_datetime when{};
      when.year = date.year, when.month = static_cast<int>(date.month), when.day = static_cast<int>(date.day);
      worksheet_write_datetime(sheet, row, column, &when, book_->day);
    } else if (const auto number = number_of(cell)) {
      worksheet_write_number(sheet, row, column, *number, format);
    } else if (cell.kind == Cell::Kind::boolean) {
      worksheet_write_boolean(sheet, row, column, cell.text == "true", format);
    } else if (cell.kind == Cell::Kind::error) {
      worksheet_write_formula_str(sheet, row, column, "=NA()", format, "#N/A");
    } else {
      const std::string text(first_points(cell.text, cell_points_max));
      worksheet_write_string(sheet, row, column, text.c_str(), format);
    }
  }
  if (kind == Row::header) worksheet_freeze_panes(sheet, row + 1, 0);
}

std::optional<std::string> WorkbookFile::close() {
  const auto error = workbook_close(std::exchange(book_->book, nullptr));
  if (error == LXW_NO_ERROR) return std::nullopt;
  return lxw_strerror(error);
}

}  // namespace ducha::tools
