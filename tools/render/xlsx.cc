#include "tools/render/xlsx.h"

#include <algorithm>
#include <ostream>

#include <fmt/format.h>

#include "tools/render/cells.h"
#include "tools/render/frame.h"
#include "tools/render/palette.h"
#include "tools/render/paper.h"
#include "tools/render/totals.h"
#include "tools/render/width.h"
#include "tools/render/words.h"
#include "tools/render/xlsx_book.h"
#include "tools/render/xlsx_sheets.h"

namespace ducha::tools {
namespace {

using reports::Align;
using reports::Cell;
using reports::Column;
using reports::Report;

constexpr std::size_t head_row = 2, first_row = 3;
constexpr std::size_t widest = 36;    // columns of text; what is longer is broken in its cell
constexpr double upright_most = 105;  // of such columns, across an upright A4 sheet

// Writes one cell by its kind.
struct Put {
  Book& book;
  lxw_worksheet* sheet;
  std::size_t row, column;
  const Column& head;
  Language language;
  CellStyle style = {};

  void operator()(std::monostate) const { book.blank(sheet, row, column, style); }
  void operator()(std::int64_t number) const { book.number(sheet, row, column, static_cast<double>(number), style); }
  void operator()(reports::Decimal decimal) const {
    book.number(sheet, row, column, static_cast<double>(decimal.thousandths) / 1000, style);
  }
  void operator()(reports::Rate rate) const {
    auto percent = style;
    percent.number = "0.0%";
    book.number(sheet, row, column, static_cast<double>(rate.part) / static_cast<double>(rate.whole), percent);
  }
  void operator()(Day day) const { book.day(sheet, row, column, day, style); }
  void operator()(bool yes) const {
    auto centred = style;
    centred.centred = true;
    book.text(sheet, row, column, yes ? in(language, "是", "yes") : "", centred);
  }
  void operator()(reports::Word word) const {
    auto coloured = style;
    if (const auto paint = paint_of(word.name)) {
      // A light is its colour; a state is told in it.
      const bool light = head.name == "light";
      coloured.fill = light ? paint->fill : paint->wash;
      coloured.ink = light ? paint->ink : 0;
      coloured.centred = true;
    }
    book.text(sheet, row, column, translated(word.name, language), coloured);
  }
  template <class Other>
  void operator()(const Other& other) const {
    const auto text = shown(Cell(other), language);
    auto wrapped = style;
    wrapped.wrap = true;
    book.text(sheet, row, column, text == "-" ? std::string() : text, wrapped);
  }
};

// How a table lies on its sheet.
struct Layout {
  std::vector<double> widths;
  std::vector<bool> unfolded;  // which columns are seen and printed
  std::size_t first = 0;       // the first of those: titles stand there

  double across() const {
    double sum = 0;
    for (std::size_t i = 0; i < widths.size(); ++i) sum += unfolded[i] ? widths[i] : 0;
    return sum;
  }
};

Layout layout_of(const Report& report, Language language) {
  Layout layout;
  const auto content = contents(report, language);
  for (std::size_t i = 0; i < report.columns.size(); ++i) {
    const auto& column = report.columns[i];
    // The arrow of the filter stands in the head.
    const auto natural = std::max(content[i].natural, printed_width(in(language, column.zh, column.en)) + 2);
    layout.widths.push_back(static_cast<double>(std::clamp<std::size_t>(natural, 6, widest)) * 1.05 + 1);
  }
  layout.unfolded.resize(report.columns.size());
  for (const auto i : paper_columns(report)) layout.unfolded[i] = true;
  const auto first = std::find(layout.unfolded.begin(), layout.unfolded.end(), true);
  if (first != layout.unfolded.end()) layout.first = static_cast<std::size_t>(first - layout.unfolded.begin());
  return layout;
}

// As high as the cell with most lines; not every program measures rows by itself.
double height_of(const std::vector<Cell>& row, const Layout& layout, Language language) {
  std::size_t lines = 1;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (!layout.unfolded[i]) continue;
    const auto room = static_cast<std::size_t>((layout.widths[i] - 1) / 1.05);
    lines = std::max(lines, (printed_width(shown(row[i], language)) + room - 1) / room);
  }
  return height_of_lines(lines);
}

void put_head(Book& book, lxw_worksheet* sheet, const Report& report, const Report& whole, const Layout& layout,
              Language language) {
  const CellStyle title_style{.bold = true, .framed = false, .size = 16};
  const CellStyle soft{.framed = false, .ink = 0x50565f};
  worksheet_set_row(sheet, 0, 26, nullptr);
  book.text(sheet, 0, layout.first, title(report, language), title_style);
  auto asked = question(report, language);
  if (asked.empty()) asked = question(whole, language);
  asked.push_back(basis(whole, language).front());
  book.text(sheet, 1, layout.first, fmt::format("{}", fmt::join(asked, "  ")), soft);
  for (std::size_t i = 0; i < report.columns.size(); ++i)
    book.text(sheet, head_row, i, in(language, report.columns[i].zh, report.columns[i].en),
              {.head = true, .fill = 0xe3e8ee});
}

// Sums follow the filter.
void put_sums(Book& book, lxw_worksheet* sheet, const Report& report, std::size_t row, std::size_t label,
              Language language) {
  const auto all = sums(report);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const CellStyle style{.bold = true, .fill = 0xf1f4f7};
    const auto* number = std::get_if<std::int64_t>(&all[i]);
    if (number) {
      char first[LXW_MAX_CELL_NAME_LENGTH], last[LXW_MAX_CELL_NAME_LENGTH];
      lxw_rowcol_to_cell(first, static_cast<lxw_row_t>(first_row), static_cast<lxw_col_t>(i));
      lxw_rowcol_to_cell(last, static_cast<lxw_row_t>(row - 1), static_cast<lxw_col_t>(i));
      worksheet_write_formula_num(sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(i),
                                  fmt::format("=SUBTOTAL(109,{}:{})", first, last).c_str(), book.format(style),
                                  static_cast<double>(*number));
    } else if (i == label) {
      book.text(sheet, row, i, in(language, "合计", "Total"), style);
    } else {
      std::visit(Put{book, sheet, row, i, report.columns[i], language, style}, all[i]);
    }
  }
}

// On paper: A4, as wide as the sheet, heads on every page, what it rests on at the foot of each.
void set_print(lxw_worksheet* sheet, const Report& whole, const Layout& layout, Language language) {
  const bool turned = layout.across() > upright_most;
  worksheet_set_paper(sheet, 9);
  if (turned) worksheet_set_landscape(sheet);
  worksheet_fit_to_pages(sheet, 1, 0);
  worksheet_repeat_rows(sheet, 0, head_row);
  worksheet_set_margins(sheet, 0.6, 0.6, 0.7, 0.8);
  worksheet_center_horizontally(sheet);
  auto foot = fmt::format("{}", fmt::join(basis(whole, language), "  "));
  // An ampersand begins a code there, and 255 characters are the most; what is left out stands on the sheet 口径.
  std::erase(foot, '&');
  worksheet_set_footer(sheet, fmt::format("&L&8{}&R&8&P/&N", cut_to_printed(foot, turned ? 150 : 100)).c_str());
}

// The rows from `begin`, as many as a sheet holds; gives where the next sheet begins.
std::size_t put_sheet(Book& book, const Report& report, const Report& whole, std::size_t begin, const Layout& layout,
                      Language language) {
  auto* sheet = book.sheet(title(report, language));
  for (std::size_t i = 0; i < layout.widths.size(); ++i) {
    // What has no room on paper is folded: a click on the sign above unfolds it.
    lxw_row_col_options fold{};
    fold.level = fold.hidden = !layout.unfolded[i];
    const auto at = static_cast<lxw_col_t>(i);
    worksheet_set_column_opt(sheet, at, at, layout.widths[i], nullptr, &fold);
  }
  put_head(book, sheet, report, whole, layout, language);
  const auto end = std::min(report.rows.size(), begin + sheet_rows_max - first_row - 1);
  for (std::size_t at = begin; at < end; ++at) {
    const auto row = first_row + at - begin;
    worksheet_set_row(sheet, static_cast<lxw_row_t>(row), height_of(report.rows[at], layout, language), nullptr);
    for (std::size_t i = 0; i < report.columns.size(); ++i)
      std::visit(Put{book, sheet, row, i, report.columns[i], language}, report.rows[at][i]);
  }
  const auto rows = end - begin;
  if (rows == 0) book.text(sheet, first_row, layout.first, nothing_to_report(language), {.framed = false});
  if (rows == report.rows.size()) put_sums(book, sheet, report, first_row + rows, layout.first, language);
  if (rows > 0)
    worksheet_autofilter(sheet, head_row, 0, static_cast<lxw_row_t>(head_row + rows),
                         static_cast<lxw_col_t>(report.columns.size() - 1));
  worksheet_freeze_panes(sheet, first_row, static_cast<lxw_col_t>(layout.first + 1));
  set_print(sheet, whole, layout, language);
  return end;
}

void put_table(Book& book, const Report& report, const Report& whole, Language language) {
  if (report.columns.empty()) return;
  const auto layout = layout_of(report, language);
  std::size_t begin = 0;
  do {
    begin = put_sheet(book, report, whole, begin, layout, language);
  } while (begin < report.rows.size());
}

}  // namespace

void render_xlsx(const Report& report, Language language, std::ostream& out) {
  std::size_t rows = report.rows.size();
  for (const auto& part : report.parts) rows += part.rows.size();
  Book book(title(report, language), report.footer.on, rows);
  put_table(book, report, report, language);
  for (const auto& part : report.parts) put_table(book, part, report, language);
  put_charts(book, report, language);
  put_basis(book, report, language);
  book.finish(out);
}

}  // namespace ducha::tools
