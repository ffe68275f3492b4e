#include "tools/import/register/register_rejects.h"

#include <algorithm>
#include <iterator>

#include "tools/import/text.h"

namespace ducha::tools {
namespace {

// A row and those that go on with its task.
struct Group {
  std::size_t begin, end;  // among the rows
};

std::vector<Group> groups_of(const RowShelf& rows) {
  std::vector<Group> groups;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows.continues(i) && !groups.empty())
      groups.back().end = i + 1;
    else
      groups.push_back({i, i + 1});
  }
  return groups;
}

}  // namespace

std::optional<std::set<std::size_t>> leaving(const OpenedRegister& opened, std::vector<Complaint>& complaints,
                                             Language language) {
  const bool zh = language == Language::zh;
  const auto& sheet = opened.sheet;
  std::set<std::size_t> lines;
  for (const auto& complaint : complaints) {
    if (!sheet.has_header() || complaint.place.line <= sheet.header_line()) return {};
    lines.insert(complaint.place.line);
  }
  const auto& rows = sheet.rows();
  bool stuck = false;
  for (const auto& [begin, end] : groups_of(rows)) {
    if (end - begin == 1) continue;
    auto refused = begin;
    while (refused < end && !lines.contains(rows.line(refused))) ++refused;
    if (refused == end) continue;
    if (!trimmed(sheet.cell(rows[begin], Column::number)).empty()) {
      for (auto i = begin; i < end; ++i) lines.insert(rows.line(i));
      continue;
    }
    stuck = true;
    const auto row = rows[refused];
    complaints.push_back(
        {sheet.place(row, Column::title), sheet.cell(row, Column::title),
         zh ? "与上下行合并为一项而没有编号,不能单独跳过"
            : "is one merged task with rows beside it and bears no number: it cannot be left out alone",
         zh ? "给各行写上编号,或改好后整本导入" : "number the rows, or mend them and import the whole file"});
  }
  if (stuck) return {};
  return lines;
}

Batch as_batch(const OpenedRegister& opened) {
  Batch batch;
  batch.form = opened.file.sheet.empty() ? BatchForm::csv : BatchForm::workbook;
  batch.encoding = opened.encoding;
  batch.sheet = opened.file.sheet;
  batch.header_line = opened.sheet.header_line();
  return batch;
}

Borrowed borrowed_by(const OpenedRegister& opened, const std::set<std::size_t>& lines, const std::string& prefix) {
  const auto& sheet = opened.sheet;
  Borrowed borrowed;
  if (opened.file.sheet.empty()) borrowed.delimiter = opened.delimiter;
  for (const auto& row : sheet.left_out())
    if (row.why == RowLeftOut::Why::heading) borrowed.headings.insert(row.line);
  const auto& rows = sheet.rows();
  for (const auto& [begin, end] : groups_of(rows)) {
    for (std::size_t i = begin; i < end; ++i) {
      if (!lines.contains(rows.line(i))) continue;
      const auto row = rows[i];
      auto& cells = borrowed.cells[row.line];
      for (std::size_t each = 0; each < column_count; ++each) {
        const auto column = static_cast<Column>(each);
        const auto place = sheet.headings().of(column);
        const auto& text = sheet.cell(row, column);
        if (place && !may_repeat(column) && !text.empty()) cells[*place] = text;
      }
      if (const auto number = sheet.headings().of(Column::number); number && i > begin)
        cells[*number] = docket_numbered(std::string(trimmed(sheet.cell(row, Column::number))), prefix) + "-" +
                         std::to_string(i - begin + 1);
    }
  }
  return borrowed;
}

}  // namespace ducha::tools
