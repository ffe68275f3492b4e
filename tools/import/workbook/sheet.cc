#include "tools/import/workbook/sheet.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "tools/import/text.h"
#include "tools/import/workbook/text_of.h"
#include "tools/import/workbook/trouble.h"
#include "tools/import/workbook/xml.h"

namespace ducha::tools::workbook {
namespace {

std::optional<std::size_t> number(std::string_view text) {
  std::size_t value = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || stop != text.data() + text.size()) return std::nullopt;
  return value;
}

// A reference: letters, then digits, perhaps with $ in front of either.
struct Reference {
  std::size_t row = 0, column = 0;
};
std::optional<Reference> reference(std::string_view text) {
  Reference found;
  std::size_t at = 0;
  const auto dollar = [&] { at += at < text.size() && text[at] == '$'; };
  dollar();
  for (; at < text.size() && found.column <= columns_max; ++at) {
    const char letter = text[at] >= 'a' && text[at] <= 'z' ? static_cast<char>(text[at] - ('a' - 'A')) : text[at];
    if (letter < 'A' || letter > 'Z') break;
    found.column = found.column * 26 + static_cast<std::size_t>(letter - 'A' + 1);
  }
  dollar();
  const auto row = number(text.substr(at));
  if (!row || *row < 1 || *row > rows_max || found.column < 1 || found.column > columns_max) return std::nullopt;
  found.row = *row;
  return found;
}

class Rows final : public XmlListener {
 public:
  Rows(const Book& book, const SharedStrings& strings, const std::function<bool(Row&&)>& take)
      : book_(book), strings_(strings), take_(take) {}

  void open(std::string_view element, const Attributes& attributes) override {
    switch (where_) {
      case Where::outside:
        if (element == "sheetData") where_ = Where::data;
        break;
      case Where::data:
        if (element == "row") open_row(attributes);
        break;
      case Where::row:
        if (element == "c") open_cell(attributes);
        break;
      case Where::cell:
        if (element == "v")
          where_ = Where::value, valued_ = true;
        else if (element == "f")
          where_ = Where::formula, computed_ = true;
        else if (element == "is")
          where_ = Where::inline_text, item_.clear();
        break;
      case Where::inline_text:
        item_.open(element);
        break;
      case Where::value:
      case Where::formula:
        break;
    }
  }

  void close(std::string_view element) override {
    switch (where_) {
      case Where::outside:
        break;
      case Where::data:
        if (element == "sheetData") where_ = Where::outside;
        break;
      case Where::row:
        if (element == "row") where_ = Where::data, close_row();
        break;
      case Where::cell:
        if (element == "c") where_ = Where::row, close_cell();
        break;
      case Where::inline_text:
        if (element == "is")
          where_ = Where::cell;
        else
          item_.close(element);
        break;
      case Where::value:
        if (element == "v") where_ = Where::cell;
        break;
      case Where::formula:
        if (element == "f") where_ = Where::cell;
        break;
    }
  }

  void text(std::string_view text) override {
    if (where_ == Where::inline_text) return item_.text(text);
    if (where_ != Where::value && where_ != Where::formula) return;
    auto& into = where_ == Where::value ? value_ : formula_;
    if (into.size() + text.size() > cell_kib_max << 10U)
      throw Trouble{Wrong::cell_too_long, {std::to_string(cell_kib_max)}, place()};
    into += text;
  }

  // What follows the rows is passed over, not left: only at its end does a part show that it is whole.
  bool done() const override { return done_; }

 private:
  enum class Where { outside, data, row, cell, value, formula, inline_text };

  Place place() const { return {row_.line, column_}; }

  void open_row(const Attributes& attributes) {
    where_ = Where::row;
    const auto written = attributes["r"];
    const auto before = row_.line;
    const auto line = written.empty() ? before + 1 : number(written).value_or(0);
    if (line <= before || line > rows_max) throw Trouble{Wrong::rows_out_of_order, {std::string(written)}, {before, 0}};
    row_ = {line, {}, {}, is_true(attributes["hidden"])};
    column_ = 0;
  }

  void open_cell(const Attributes& attributes) {
    where_ = Where::cell;
    const auto written = attributes["r"];
    if (written.empty()) {
      ++column_;
    } else {
      const auto found = reference(written);
      if (!found || found->row != row_.line)
        throw Trouble{Wrong::rows_out_of_order, {std::string(written)}, {row_.line, 0}};
      column_ = found->column;
    }
    type_.assign(attributes["t"]);
    style_ = number(attributes["s"]).value_or(0);
    value_.clear();
    formula_.clear();
    item_.clear();
    valued_ = computed_ = false;
  }

  void close_cell() {
    auto cell = read_cell();
    if (cell.kind != Cell::Kind::error && cell.text.empty()) return;
    if (column_ > columns_used_max) throw Trouble{Wrong::sheet_too_wide, {std::to_string(columns_used_max)}, place()};
    if (row_.cells.size() < column_) row_.cells.resize(column_);
    row_.cells[column_ - 1] = std::move(cell);
  }

  Cell read_cell() {
    value_ = trimmed(value_);
    if (type_ == "inlineStr") return text_cell(readable(item_.written()));
    if (type_ == "s") return shared_text();
    if (type_ == "e") return {Cell::Kind::error, value_.empty() ? "#N/A" : value_, std::nullopt};
    // A formula without a value: a 0 is none where the writer left all formulas to be computed later.
    const bool nothing = type_ == "str" ? !valued_ : value_.empty() || (book_.computed_on_load && value_ == "0");
    if (computed_ && nothing) return {Cell::Kind::error, "=" + formula_, std::nullopt};
    if (type_ == "str") return text_cell(readable(value_));
    if (value_.empty()) return {};
    if (type_ == "b") return {Cell::Kind::boolean, is_true(value_) ? "true" : "false", std::nullopt};
    if (type_ == "d") return iso_cell(value_);
    return number_cell(value_, style_ < book_.formats.size() ? book_.formats[style_] : NumberFormat{}, book_.epoch);
  }

  static Cell text_cell(std::string text) {
    if (text.empty()) return {};
    return {Cell::Kind::text, std::move(text), std::nullopt};
  }

  Cell shared_text() {
    if (value_.empty()) return {};
    const auto index = number(value_);
    if (!index || *index >= strings_.size()) throw Trouble{Wrong::string_missing, {value_}, place()};
    return text_cell(std::string(strings_[*index]));
  }

  void close_row() {
    if (row_.cells.empty()) return;
    for (const auto& cell : row_.cells) {
      if (&cell != row_.cells.data()) row_.source += " | ";
      row_.source += cell.text;
    }
    Row row{row_.line, {}, {}, false};
    std::swap(row, row_);
    if (!take_(std::move(row))) done_ = true;
  }

  const Book& book_;
  const SharedStrings& strings_;
  const std::function<bool(Row&&)>& take_;
  Where where_ = Where::outside;
  Row row_;
  std::size_t column_ = 0, style_ = 0;
  std::string type_, value_, formula_;
  StringItem item_;
  bool valued_ = false, computed_ = false, done_ = false;
};

class Merges final : public XmlListener {
 public:
  std::vector<Merge> merges;

  void open(std::string_view element, const Attributes& attributes) override {
    if (element != "mergeCell") return;
    const auto range = attributes["ref"];
    const auto colon = range.find(':');
    const auto from = reference(range.substr(0, colon));
    const auto to = colon == std::string_view::npos ? from : reference(range.substr(colon + 1));
    if (!from || !to) return;  // names no cells: nothing is one
    if (merges.size() >= merges_max) throw Trouble{Wrong::merges_too_many, {std::to_string(merges_max)}};
    merges.push_back({std::min(from->row, to->row), std::max(from->row, to->row), std::min(from->column, to->column),
                      std::max(from->column, to->column)});
  }
  void close(std::string_view) override {}
  void text(std::string_view) override {}
};

}  // namespace

void read_rows(Package& package, const Book& book, const Sheet& sheet, const SharedStrings& strings,
               const std::function<bool(Row&&)>& take) {
  Rows rows(book, strings, take);
  read_xml(package, sheet.part, rows);
}

std::vector<Merge> read_merges(Package& package, const Sheet& sheet) {
  // Most sheets have none, and to unpack is quicker than to parse: look for the word first. Parts in UTF-16 have a 0 in
  // every word, so these are parsed.
  constexpr std::string_view word = "mergeCell";
  bool found = false;
  std::string seam;  // the end of one piece and the beginning of the next
  package.read(sheet.part, [&](std::string_view piece) {
    seam.append(piece.substr(0, word.size()));
    found = piece.find(word) != std::string_view::npos || seam.find(word) != std::string::npos ||
            piece.substr(0, 64).find('\0') != std::string_view::npos;
    seam.assign(piece.substr(piece.size() - std::min(piece.size(), word.size())));
    return !found;
  });
  if (!found) return {};
  Merges merges;
  read_xml(package, sheet.part, merges);
  return std::move(merges.merges);
}

}  // namespace ducha::tools::workbook
