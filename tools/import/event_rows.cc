#include "tools/import/event_rows.h"

#include <algorithm>
#include <utility>

#include "tools/import/command_names.h"
#include "tools/import/headers.h"
#include "tools/import/nearest.h"
#include "tools/import/reading.h"
#include "tools/import/text.h"

namespace ducha::tools {
namespace {

std::vector<std::string> known_headers() {
  std::vector<std::string> names;
  for (const auto& header : headers()) {
    names.emplace_back(header.field);
    names.insert(names.end(), header.chinese.begin(), header.chinese.end());
  }
  return names;
}

bool is_event_header(const Row& row) {
  return std::any_of(row.cells.begin(), row.cells.end(),
                     [](const Cell& cell) { return field_named(cell.text) == "do"; });
}

}  // namespace

std::optional<std::size_t> event_header(const std::vector<Row>& rows) {
  const auto found = std::find_if(rows.begin(), rows.end(), is_event_header);
  if (found == rows.end()) return std::nullopt;
  return static_cast<std::size_t>(found - rows.begin());
}

std::optional<std::size_t> event_sheet(const std::vector<SheetStart>& sheets) {
  for (const bool hidden : {false, true})
    for (std::size_t index = 0; index < sheets.size(); ++index)
      if (sheets[index].hidden == hidden && event_header(sheets[index].rows)) return index;
  return std::nullopt;
}

void EventRows::read(const Table& table, Row&& row) {
  csv_ = table.delimiter != 0;
  if (header_line_ > 0) return read_row(std::move(row));
  waiting_.push_back(std::move(row));
  if (is_event_header(waiting_.back()))
    begin_with(waiting_.size() - 1);
  else if (waiting_.size() == sheet_start_rows)
    begin_with(0);
}

void EventRows::finish() {
  if (header_line_ == 0 && !waiting_.empty()) begin_with(0);
}

// What stands above the header is a title.
void EventRows::begin_with(std::size_t header) {
  const auto rows = std::exchange(waiting_, {});
  read_header(rows[header]);
  for (auto at = header + 1; at < rows.size(); ++at) read_row(Row(rows[at]));
}

void EventRows::read_header(const Row& row) {
  header_line_ = row.line;
  for (const auto& cell : row.cells) {
    const bool reason = is_refusal_header(cell.text);
    columns_.push_back({reason ? std::string() : cell.text, std::string(field_named(cell.text).value_or("")), reason});
  }
  const bool lead_known = has_field("lead");
  for (auto& column : columns_) {
    if (name_key(column.header) == responsible_unit) column.field = lead_known ? "supporting" : "lead";
  }
  for (std::size_t index = 0; index < columns_.size(); ++index) check_header({row.line, index + 1}, index);
  if (!has_field("do")) wrong_header({row.line, 0}, Wrong::header_without_do, trimmed(row.source), {});
}

void EventRows::check_header(Place place, std::size_t index) {
  const auto& header = columns_[index].header;
  const auto& field = columns_[index].field;
  if (header.empty()) return;
  if (field.empty()) {
    const auto near = nearest(header, known_headers());
    if (near.empty()) return wrong_header(place, Wrong::header_unlike_any, header, {header});
    return wrong_header(place, Wrong::header_unknown, header, {header, enumerate_names(near)});
  }
  const auto before = columns_.begin() + static_cast<std::ptrdiff_t>(index);
  const bool repeated =
      std::any_of(columns_.begin(), before, [&](const Column& earlier) { return earlier.field == field; });
  if (repeated) wrong_header(place, Wrong::header_repeated, header, {header, field});
}

void EventRows::read_row(Row&& row) {
  const auto complaints = complaints_.size();
  check_length(row);
  Draft draft{{}, {row.line, 1}, std::string(first_points(trimmed(row.source), source_points_max))};
  for (std::size_t index = 0; index < std::min(columns_.size(), row.cells.size()); ++index) {
    auto& cell = row.cells[index];
    if (cell.kind == Cell::Kind::empty) continue;
    auto& column = columns_[index];
    const Place place{row.line, index + 1};
    if (column.header.empty() && !std::exchange(column.reported, true)) {
      wrong_header(place, Wrong::header_missing, cell.text, {std::to_string(index + 1)});
    }
    if (column.field.empty()) continue;
    if (auto fault = cell_fault(cell, place, language_)) {
      complaints_.push_back(std::move(*fault));
      continue;
    }
    const auto command = column.field == "do" ? command_named(cell.text) : std::nullopt;
    draft.given.push_back({column.field, {command ? std::string(*command) : std::move(cell.text)}, false, place});
  }
  if (complaints_.size() == complaints && !draft.given.empty()) take_(std::move(draft));
}

// Of CSV: a sheet has no separators to count.
void EventRows::check_length(const Row& row) {
  const auto cells = row.cells.size();
  const auto columns = columns_.size();
  const auto width = std::to_string(cells);
  const auto header_width = std::to_string(columns);
  if (cells < columns) {
    if (csv_) wrong({row.line, cells}, Wrong::row_too_short, trimmed(row.source), {width, header_width});
  } else if (cells > columns) {
    const auto first_extra = row.cells.begin() + static_cast<std::ptrdiff_t>(columns);
    const auto extra =
        std::find_if(first_extra, row.cells.end(), [](const Cell& cell) { return cell.kind != Cell::Kind::empty; });
    if (extra == row.cells.end()) return;
    const Place place{row.line, static_cast<std::size_t>(extra - row.cells.begin()) + 1};
    wrong(place, Wrong::row_too_long, extra->text, {width, header_width});
  }
}

bool EventRows::has_field(std::string_view field) const {
  return std::any_of(columns_.begin(), columns_.end(), [&](const Column& column) { return column.field == field; });
}

void EventRows::wrong(Place place, Wrong what, std::string_view cell, std::initializer_list<std::string_view> details) {
  complaints_.push_back(complain(language_, what, place, cell, details));
}

void EventRows::wrong_header(Place place, Wrong what, std::string_view cell,
                             std::initializer_list<std::string_view> details) {
  separable_ = false;
  wrong(place, what, cell, details);
}

}  // namespace ducha::tools
