#include "tools/render/xlsx_book.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <ostream>
#include <system_error>

#include <unistd.h>

#include "ledger/base/fault.h"
#include "tools/render/width.h"

namespace ducha::tools {
namespace {

constexpr std::size_t sheet_name_max = 31, rows_in_memory = 50'000;
constexpr int day_zero = 25'569;  // 1970-01-01 as Excel counts days

std::filesystem::path temporary_file() {
  auto name = (std::filesystem::temp_directory_path() / "ducha-XXXXXX").string();
  const int file = ::mkstemp(name.data());
  if (file < 0) throw Fault(Fault::Kind::disk, name + ": " + std::strerror(errno));
  ::close(file);
  return name;
}

// So many whole characters as have room in `most` units of UTF-16, which is what Excel counts.
std::string cut_to_units(std::string_view text, std::size_t most) {
  std::size_t units = 0, at = 0;
  while (at < text.size()) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t bytes = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    units += bytes == 4 ? 2 : 1;
    if (units > most) break;
    at += bytes;
  }
  return std::string(text.substr(0, at));
}

}  // namespace

double height_of_lines(std::size_t lines) {
  constexpr double line = 15, most = 409;  // the workbook's 11 point type; Excel's limit
  return std::min(line * static_cast<double>(lines) + 3, most);
}

Book::Book(std::string_view title, Day day, std::size_t rows) : file_(temporary_file()) {
  lxw_workbook_options options{};
  options.constant_memory = rows > rows_in_memory ? LXW_TRUE : LXW_FALSE;
  book_ = workbook_new_opt(file_.c_str(), &options);
  if (!book_) throw Fault(Fault::Kind::disk, file_.string());
  std::string name(title);
  lxw_doc_properties properties{};
  properties.title = name.data();
  properties.created = static_cast<time_t>(day.number()) * 86'400;
  workbook_set_properties(book_, &properties);
}

Book::~Book() {
  if (book_) workbook_close(book_);
  std::error_code nobody_asks;
  std::filesystem::remove(file_, nobody_asks);
}

lxw_worksheet* Book::sheet(std::string_view name, std::string* given) {
  auto fit = one_line(name);
  for (char& c : fit)
    if (std::string_view("[]:*?/\\'").find(c) != std::string_view::npos) c = ' ';
  auto unique = cut_to_units(fit, sheet_name_max);
  for (int again = 2; !names_.insert(unique).second; ++again) {
    const auto number = " " + std::to_string(again);
    unique = cut_to_units(fit, sheet_name_max - number.size()) + number;
  }
  if (given) *given = unique;
  return workbook_add_worksheet(book_, unique.c_str());
}

lxw_format* Book::format(const CellStyle& style) {
  auto& format = formats_[style];
  if (format) return format;
  format = workbook_add_format(book_);
  format_set_font_name(format, "等线");
  format_set_font_size(format, style.size > 0 ? style.size : 11);
  format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
  if (!style.number.empty()) format_set_num_format(format, style.number.c_str());
  if (style.bold || style.head) format_set_bold(format);
  if (style.wrap || style.head) format_set_text_wrap(format);
  if (style.centred || style.head) format_set_align(format, LXW_ALIGN_CENTER);
  if (style.right) format_set_align(format, LXW_ALIGN_RIGHT);
  if (style.framed) {
    format_set_border(format, LXW_BORDER_THIN);
    format_set_border_color(format, 0xbfc5cc);
  }
  if (style.fill) format_set_bg_color(format, style.fill);
  if (style.ink) format_set_font_color(format, style.ink);
  return format;
}

lxw_chart* Book::chart(std::uint8_t kind) { return workbook_add_chart(book_, kind); }

void Book::text(lxw_worksheet* sheet, std::size_t row, std::size_t column, std::string_view text,
                const CellStyle& style) {
  auto line = one_line(text);
  if (line.size() > cell_text_max) {
    const auto cut = cut_to_units(line, cell_text_max - 1);
    if (cut.size() < line.size()) line = cut + "…";
  }
  if (line.empty()) return blank(sheet, row, column, style);
  worksheet_write_string(sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column), line.c_str(),
                         format(style));
}

void Book::number(lxw_worksheet* sheet, std::size_t row, std::size_t column, double number, const CellStyle& style) {
  worksheet_write_number(sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column), number, format(style));
}

void Book::day(lxw_worksheet* sheet, std::size_t row, std::size_t column, Day day, CellStyle style) {
  style.number = "yyyy-mm-dd";
  style.centred = true;
  number(sheet, row, column, day.number() + day_zero, style);
}

void Book::blank(lxw_worksheet* sheet, std::size_t row, std::size_t column, const CellStyle& style) {
  worksheet_write_blank(sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column), format(style));
}

void Book::finish(std::ostream& out) {
  const auto error = workbook_close(book_);
  book_ = nullptr;
  if (error != LXW_NO_ERROR) throw Fault(Fault::Kind::disk, file_.string() + ": " + lxw_strerror(error));
  std::ifstream written(file_, std::ios::binary);
  out << written.rdbuf();
}

}  // namespace ducha::tools
