#include <algorithm>

#include <fmt/format.h>

#include "tools/render/cells.h"
#include "tools/render/frame.h"
#include "tools/render/meanings.h"
#include "tools/render/width.h"
#include "tools/render/words.h"
#include "tools/render/xlsx_sheets.h"

namespace ducha::tools {
namespace {

using reports::Report;

const CellStyle head{.head = true, .fill = 0xe3e8ee}, plain_text{.wrap = true};
constexpr std::size_t name_width = 20, meaning_width = 76;

// As high as the text in the wide column needs.
void set_height(lxw_worksheet* sheet, std::size_t row, std::string_view text) {
  const auto lines = std::max<std::size_t>(1, (printed_width(text) + meaning_width - 5) / (meaning_width - 4));
  worksheet_set_row(sheet, static_cast<lxw_row_t>(row), height_of_lines(lines), nullptr);
}

void put_columns(Book& book, lxw_worksheet* sheet, const Report& report, std::size_t& row, Language language) {
  if (report.columns.empty()) return;
  ++row;
  book.text(sheet, row++, 0, title(report, language), {.bold = true, .framed = false, .size = 13});
  std::size_t at = 0;
  for (const auto text : {in(language, "栏", "Column"), in(language, "含义", "Meaning"),
                          in(language, "程序所用名称", "Name for programs")})
    book.text(sheet, row, at++, text, head);
  ++row;
  for (const auto& column : report.columns) {
    const auto name = in(language, column.zh, column.en);
    const auto meaning = meaning_of(report.name, column.name, language);
    const auto said = meaning.empty() ? name : meaning;
    set_height(sheet, row, said);
    book.text(sheet, row, 0, name, plain_text);
    book.text(sheet, row, 1, said, plain_text);
    book.text(sheet, row++, 2, column.name, plain_text);
  }
}

}  // namespace

void put_basis(Book& book, const Report& report, Language language) {
  auto* sheet = book.sheet(in(language, "口径", "Basis"));
  worksheet_set_column(sheet, 0, 0, name_width, nullptr);
  worksheet_set_column(sheet, 1, 1, meaning_width, nullptr);
  worksheet_set_column(sheet, 2, 2, name_width, nullptr);
  worksheet_set_paper(sheet, 9);
  worksheet_fit_to_pages(sheet, 1, 0);
  std::size_t row = 0;
  worksheet_set_row(sheet, 0, 26, nullptr);
  book.text(sheet, row++, 0, title(report, language), {.bold = true, .framed = false, .size = 16});
  const auto say = [&](std::string_view zh, std::string_view en, const std::string& value) {
    set_height(sheet, row, value);
    book.text(sheet, row, 0, in(language, zh, en), {.bold = true});
    book.text(sheet, row++, 1, value, plain_text);
  };
  const auto& footer = report.footer;
  say("截至", "As of", to_string(footer.on));
  for (const auto& [name, cell] : report.asked) {
    const auto label = translated(name, language);
    say(label, label, shown(cell, language));
  }
  say("账本序号", "Head", fmt::format("{}", footer.seq));
  say("账本摘要", "Digest", digest(report));
  say("规则版本", "Rules", footer.rules);
  say("日历版本", "Calendars", fmt::format("{}", fmt::join(compressed(footer.calendar), " ")));
  for (const auto& note : report.notes) say("说明", "Note", std::string(in(language, note.zh, note.en)));
  put_columns(book, sheet, report, row, language);
  for (const auto& part : report.parts) put_columns(book, sheet, part, row, language);
}

}  // namespace ducha::tools
