#include <fmt/format.h>

#include "tools/render/cells.h"
#include "tools/render/frame.h"
#include "tools/render/meanings.h"
#include "tools/render/words.h"
#include "tools/render/xlsx_sheets.h"

namespace ducha::tools {
namespace {

using reports::Report;

const CellStyle head{.head = true, .fill = 0xe3e8ee}, plain_text{.wrap = true};

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
    book.text(sheet, row, 0, name, plain_text);
    book.text(sheet, row, 1, meaning.empty() ? name : meaning, plain_text);
    book.text(sheet, row++, 2, column.name, plain_text);
  }
}

}  // namespace

void put_basis(Book& book, const Report& report, Language language) {
  auto* sheet = book.sheet(in(language, "口径", "Basis"));
  worksheet_set_column(sheet, 0, 0, 20, nullptr);
  worksheet_set_column(sheet, 1, 1, 76, nullptr);
  worksheet_set_column(sheet, 2, 2, 20, nullptr);
  worksheet_set_paper(sheet, 9);
  worksheet_set_landscape(sheet);
  worksheet_fit_to_pages(sheet, 1, 0);
  std::size_t row = 0;
  book.text(sheet, row++, 0, title(report, language), {.bold = true, .framed = false, .size = 16});
  const auto say = [&](std::string_view zh, std::string_view en, const std::string& value) {
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
