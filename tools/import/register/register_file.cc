#include "tools/import/register/register_file.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>

#include "tools/import/batch_file.h"
#include "tools/import/complaint_texts.h"
#include "tools/import/csv_rows.h"
#include "tools/import/encoding.h"
#include "tools/import/event_rows.h"
#include "tools/import/headers.h"
#include "tools/import/nearest.h"
#include "tools/import/table.h"
#include "tools/import/text.h"

namespace ducha::tools {
namespace {

constexpr std::size_t beginning_bytes = 1u << 16;
constexpr std::size_t beginning_rows = 30;

// A register may be parted by tabs or semicolons; its first line, a title, does not tell.
char delimiter_of(std::string_view text) {
  const auto beginning = text.substr(0, beginning_bytes);
  const auto count = [&](char mark) { return std::count(beginning.begin(), beginning.end(), mark); };
  if (count('\t') > count(',')) return '\t';
  return count(';') > 2 * count(',') ? ';' : ',';
}

void say_columns(OpenedRegister& opened) {
  std::vector<std::string> unknown, doubles, people;
  for (const auto& heading : opened.sheet.headings().columns) {
    if (heading.written.empty() || is_refusal_header(heading.written)) continue;
    if (heading.doubles)
      doubles.push_back(heading.written);
    else if (!heading.means)
      unknown.push_back(heading.written);
    else if (*heading.means == Column::person)
      people.push_back(heading.written);
  }
  auto& remarks = opened.remarks;
  if (!unknown.empty())
    remarks.push_back({"不认识的列,没有读:" + enumerate_names(unknown),
                       "columns not known and not read: " + enumerate_names(unknown)});
  if (!doubles.empty())
    remarks.push_back({"与前面的列重复,没有读:" + enumerate_names(doubles),
                       "columns that repeat an earlier one, not read: " + enumerate_names(doubles)});
  if (!people.empty())
    remarks.push_back({"联系人一类的列不记入:" + enumerate_names(people),
                       "columns about persons are not taken in: " + enumerate_names(people)});
}

void say_left_out(OpenedRegister& opened) {
  std::map<RowLeftOut::Why, std::vector<std::size_t>> lines;
  for (const auto& row : opened.sheet.left_out()) lines[row.why].push_back(row.line);
  for (const auto& [why, all] : lines) {
    std::string which;
    for (std::size_t i = 0; i < std::min<std::size_t>(all.size(), 8); ++i)
      which += (i > 0 ? "、" : "") + std::to_string(all[i]);
    if (all.size() > 8) which += "…";
    std::string english = which;
    for (auto at = english.find("、"); at != std::string::npos; at = english.find("、")) english.replace(at, 3, ", ");
    switch (why) {
      case RowLeftOut::Why::subtotal:
        opened.remarks.push_back({"小计、合计行,没有读:第 " + which + " 行", "subtotals, not read: lines " + english});
        break;
      case RowLeftOut::Why::signature:
        opened.remarks.push_back(
            {"签字、说明行,没有读:第 " + which + " 行", "signatures and notes, not read: lines " + english});
        break;
      case RowLeftOut::Why::heading:
        opened.remarks.push_back({"标题行,作其下各项的分类:第 " + which + " 行",
                                  "headings, taken as the category of what follows: lines " + english});
        break;
      case RowLeftOut::Why::header_again:
        opened.remarks.push_back(
            {"重复的表头,没有读:第 " + which + " 行", "the header once more, not read: lines " + english});
        break;
    }
  }
  if (opened.sheet.cells_filled() > 0)
    opened.remarks.push_back(
        {"合并单元格留空的 " + std::to_string(opened.sheet.cells_filled()) + " 格沿用上一行",
         std::to_string(opened.sheet.cells_filled()) + " cells left blank by merges take the value above"});
}

// Whether some row begins the header of a register.
bool begins_register(const SheetStart& start) {
  return std::any_of(start.rows.begin(), start.rows.end(), [](const Row& row) {
    std::vector<std::string> cells;
    for (const auto& cell : row.cells) cells.push_back(cell.text);
    if (!begins_header(cells)) return false;
    const auto headings = headings_of(cells, {});
    return headings.of(Column::title) || headings.of(Column::lead);
  });
}

// The first sheet that has one, those shown before those hidden.
std::optional<std::size_t> register_sheet(const std::vector<SheetStart>& sheets) {
  for (const bool hidden : {false, true})
    for (std::size_t index = 0; index < sheets.size(); ++index)
      if (sheets[index].hidden == hidden && begins_register(sheets[index])) return index;
  return std::nullopt;
}

void open_workbook(const std::string& path, const std::string& sheet, Language language, OpenedRegister& opened) {
  auto reading = read_xlsx(path, {sheet, register_sheet}, language,
                           [&](const Table& table, Row&& row) { opened.sheet.take(table, std::move(row)); });
  opened.sheet.finish(reading.table);
  opened.file.sheet = reading.table.sheet;
  std::move(reading.complaints.begin(), reading.complaints.end(), std::back_inserter(opened.complaints));
  for (auto& remark : reading.remarks) opened.remarks.push_back({remark, remark});
}

// What a register cannot be without.
void demand_columns(Language language, OpenedRegister& opened) {
  const bool zh = language == Language::zh;
  const auto& sheet = opened.sheet;
  if (!sheet.has_header()) {
    opened.complaints.push_back({{},
                                 {},
                                 zh ? "前 30 行里没有找到台账的表头" : "no header of a register in the first 30 rows",
                                 zh ? "表头至少要有 督查事项、牵头单位、完成时限 这样的三列"
                                    : "it needs at least three columns such as 督查事项, 牵头单位, 完成时限"});
    return;
  }
  for (const auto column : {Column::title, Column::lead}) {
    if (sheet.has(column)) continue;
    std::vector<std::string> aliases, unknown;
    for (const auto alias : aliases_of(column)) aliases.emplace_back(alias);
    std::string near;
    for (const auto& heading : sheet.headings().columns)
      if (!heading.means && !heading.written.empty() && near.empty() && !nearest(heading.written, aliases).empty())
        near = heading.written;
    const std::string usual(aliases_of(column).front());
    opened.complaints.push_back(
        {{sheet.header_line(), 0},
         near,
         zh ? "表头没有“" + usual + "”一列" : "the header has no column “" + usual + "”",
         near.empty() ? (zh ? "可写作 " + enumerate_names(std::vector(aliases.begin(), aliases.begin() + 5))
                            : "write one of " + enumerate_names(std::vector(aliases.begin(), aliases.begin() + 5)))
                      : (zh ? "最像的是“" + near + "”,请改为“" + usual + "”"
                            : "the nearest is “" + near + "”: call it “" + usual + "”")});
  }
}

void tell_reading(Language language, OpenedRegister& opened) {
  const auto& found = opened.sheet.complaints();
  opened.complaints.insert(opened.complaints.end(), found.begin(), found.end());
  demand_columns(language, opened);
  say_columns(opened);
  say_left_out(opened);
}

}  // namespace

bool holds_register(const std::string& path, const std::string& encoding, const std::string& sheet) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) return false;
  if (begins_as_workbook(path)) {
    const auto starts = xlsx_starts(path, sheet);
    return !event_sheet(starts) && register_sheet(starts);
  }
  std::ifstream file(path, std::ios::binary);
  std::string bytes(beginning_bytes, '\0');
  file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(file.gcount()));
  if (bytes.empty() || bytes.starts_with('{')) return false;
  // Whole lines only, so that no character is cut in two (UTF-16 lines end in two bytes).
  if (!file.eof() && !bytes.starts_with("\xFF\xFE") && !bytes.starts_with("\xFE\xFF"))
    bytes.resize(bytes.rfind('\n') == std::string::npos ? bytes.size() : bytes.rfind('\n') + 1);
  const auto asked = encoding.empty() ? std::nullopt : encoding_choice(encoding);
  const auto decoded = decode_text(bytes, asked, Language::zh);
  if (decoded.complaint) return false;
  bool found = false, commands = false;
  std::size_t rows = 0;
  each_csv_row(decoded.text, delimiter_of(decoded.text), [&](CsvRow&& row) {
    if (found || commands || ++rows > beginning_rows) return;
    std::vector<std::string> cells;
    for (const auto& cell : row.cells) cells.emplace_back(trimmed(cell));
    commands =
        std::any_of(cells.begin(), cells.end(), [](const std::string& cell) { return field_named(cell) == "do"; });
    if (commands || !begins_header(cells)) return;
    const auto headings = headings_of(cells, {});
    found = headings.of(Column::title) || headings.of(Column::lead);
  });
  return found && !commands;
}

void read_register(std::string_view text, Language language, OpenedRegister& opened) {
  const Table table;
  opened.delimiter = delimiter_of(text);
  each_csv_row(text, opened.delimiter, [&](CsvRow&& csv) {
    if (csv.damage != CsvRow::Damage::none) {
      const bool open = csv.damage == CsvRow::Damage::quote_open;
      opened.complaints.push_back(complain(language, open ? Wrong::quote_open : Wrong::quote_misplaced,
                                           {csv.line, csv.cells.size() + 1}, trimmed(csv.source)));
      return;
    }
    Row row;
    row.line = csv.line;
    for (const auto& cell : csv.cells) {
      auto content = trimmed(cell);
      if (content.starts_with('\'')) content.remove_prefix(1);  // the mark by which Excel keeps a number as text
      row.cells.push_back({content.empty() ? Cell::Kind::empty : Cell::Kind::text, std::string(content), {}});
    }
    opened.sheet.take(table, std::move(row));
  });
  opened.sheet.finish(table);
}

OpenedRegister open_register(const std::string& path, const std::string& encoding, const std::string& sheet,
                             const std::filesystem::path& folder, record::DigestAlgorithm algorithm,
                             Language language) {
  OpenedRegister opened{{}, RegisterSheet(language, folder), Encoding::utf8, ',', {}, {}};
  opened.file.name = std::filesystem::path(path).filename().string();
  if (begins_as_workbook(path)) {
    opened.file.digest = digest_of_file(path, algorithm);
    open_workbook(path, sheet, language, opened);
    if (opened.complaints.empty()) tell_reading(language, opened);
    return opened;
  }
  auto file = read_file(path, language);
  if (file.complaint) {
    opened.complaints.push_back(std::move(*file.complaint));
    return opened;
  }
  record::Hasher hasher(algorithm);
  opened.file.digest = hasher.of(std::string_view(file.bytes));
  std::optional<EncodingChoice> asked;
  if (!encoding.empty()) asked = encoding_choice(encoding);
  const auto decoded = decode_text(file.bytes, asked, language);
  if (decoded.complaint) {
    opened.complaints.push_back(*decoded.complaint);
    return opened;
  }
  opened.encoding = decoded.encoding;
  if (decoded.encoding != Encoding::utf8)
    opened.remarks.push_back({describe(decoded.encoding, decoded.reason, Language::zh),
                              describe(decoded.encoding, decoded.reason, Language::en)});
  file.bytes = {};
  read_register(decoded.text, language, opened);
  tell_reading(language, opened);
  return opened;
}

}  // namespace ducha::tools
