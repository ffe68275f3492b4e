#include "tools/import/csv.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tools/import/command_names.h"
#include "tools/import/complaint_texts.h"
#include "tools/import/csv_rows.h"
#include "tools/import/headers.h"
#include "tools/import/nearest.h"
#include "tools/import/text.h"

namespace ducha::tools {
namespace {

struct Column {
  std::string header;  // as written
  std::string field;   // empty when the header is empty or not known
  bool reported = false;
};

class RowReader {
 public:
  RowReader(Language language, Reading& reading) : language_(language), reading_(reading) {}

  void read(CsvRow&& row) {
    if (row.damage != CsvRow::Damage::none) return damaged(row);
    if (columns_.empty()) return read_header(row);
    read_row(row);
  }

 private:
  void damaged(const CsvRow& row) {
    const bool open = row.damage == CsvRow::Damage::quote_open;
    // Nothing can be read under a header that is broken.
    if (columns_.empty()) reading_.separable = false;
    wrong({row.line, row.cells.size() + 1}, open ? Wrong::quote_open : Wrong::quote_misplaced, trimmed(row.source));
  }

  void read_header(const CsvRow& row) {
    for (const auto& cell : row.cells) {
      const std::string header(trimmed(cell));
      columns_.push_back({header, std::string(field_named(header).value_or(""))});
    }
    const bool lead_known = has_field("lead");
    for (auto& column : columns_) {
      if (name_key(column.header) == responsible_unit) column.field = lead_known ? "supporting" : "lead";
    }
    for (std::size_t index = 0; index < columns_.size(); ++index) check_header({row.line, index + 1}, index);
    if (!has_field("do")) wrong_header({row.line, 0}, Wrong::header_without_do, trimmed(row.source), {});
  }

  void check_header(Place place, std::size_t index) {
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

  void read_row(const CsvRow& row) {
    const auto complaints = reading_.complaints.size();
    check_length(row);
    Draft draft{{}, {row.line, 1}, std::string(first_points(trimmed(row.source), source_points_max))};
    for (std::size_t index = 0; index < std::min(columns_.size(), row.cells.size()); ++index) {
      const std::string text(trimmed(row.cells[index]));
      if (text.empty()) continue;
      auto& column = columns_[index];
      const Place place{row.line, index + 1};
      if (column.header.empty() && !std::exchange(column.reported, true)) {
        wrong_header(place, Wrong::header_missing, text, {std::to_string(index + 1)});
      }
      if (column.field.empty()) continue;
      const auto command = column.field == "do" ? command_named(text) : std::nullopt;
      draft.given.push_back({column.field, {command ? std::string(*command) : text}, false, place});
    }
    if (reading_.complaints.size() == complaints) reading_.drafts.push_back(std::move(draft));
  }

  void check_length(const CsvRow& row) {
    const auto cells = row.cells.size();
    const auto columns = columns_.size();
    const auto width = std::to_string(cells);
    const auto header_width = std::to_string(columns);
    if (cells < columns) {
      wrong({row.line, cells}, Wrong::row_too_short, trimmed(row.source), {width, header_width});
    } else if (cells > columns) {
      const auto first_extra = row.cells.begin() + static_cast<std::ptrdiff_t>(columns);
      const auto extra =
          std::find_if(first_extra, row.cells.end(), [](const std::string& cell) { return !trimmed(cell).empty(); });
      if (extra == row.cells.end()) return;
      const Place place{row.line, static_cast<std::size_t>(extra - row.cells.begin()) + 1};
      wrong(place, Wrong::row_too_long, *extra, {width, header_width});
    }
  }

  bool has_field(std::string_view field) const {
    return std::any_of(columns_.begin(), columns_.end(), [&](const Column& column) { return column.field == field; });
  }

  static std::vector<std::string> known_headers() {
    std::vector<std::string> names;
    for (const auto& header : headers()) {
      names.emplace_back(header.field);
      names.insert(names.end(), header.chinese.begin(), header.chinese.end());
    }
    return names;
  }

  void wrong(Place place, Wrong what, std::string_view cell, std::initializer_list<std::string_view> details = {}) {
    reading_.complaints.push_back(complain(language_, what, place, cell, details));
  }

  void wrong_header(Place place, Wrong what, std::string_view cell, std::initializer_list<std::string_view> details) {
    reading_.separable = false;
    wrong(place, what, cell, details);
  }

  Language language_;
  Reading& reading_;
  std::vector<Column> columns_;
};

}  // namespace

Reading read_csv(std::string_view text, Language language) {
  Reading reading;
  RowReader reader(language, reading);
  each_csv_row(text, csv_delimiter(text), [&](CsvRow&& row) { reader.read(std::move(row)); });
  return reading;
}

}  // namespace ducha::tools
