// Batch rows of a table: a header, then one draft per row.
//
// The header names the fields of the contract, in English or Chinese; `do` may be the office's word for the command. It
// stands in the first rows, below titles if there are any. A row keeps its line, a cell its column. Empty cells are
// left out. A column that tells why rows were refused (headers.h) is no field and is passed over.

#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tools/import/complaint_texts.h"
#include "tools/import/draft.h"
#include "tools/import/table.h"
#include "tools/language.h"

namespace ducha::tools {

// Which of the first rows is the header of batch rows: the one with a column for `do`.
std::optional<std::size_t> event_header(const std::vector<Row>& rows);
// The first sheet that has one, those shown before those hidden: how batch rows choose their sheet.
std::optional<std::size_t> event_sheet(const std::vector<SheetStart>& sheets);

class EventRows {
 public:
  using Take = std::function<void(Draft&&)>;

  // Both are kept by reference or called until `finish`; a row with a complaint gives no draft.
  EventRows(Language language, Take take, std::vector<Complaint>& complaints)
      : language_(language), take_(std::move(take)), complaints_(complaints) {}

  void read(const Table& table, Row&& row);
  // No more rows will come.
  void finish();

  // Whether the complaints are each about one row. One about the header is about every row.
  bool separable() const { return separable_; }
  // The row of the header; 0 while there is none.
  std::size_t header_line() const { return header_line_; }

 private:
  struct Column {
    std::string header;  // as written
    std::string field;   // empty when the header is empty, not known, or no field
    bool reported = false;
  };

  void read_header(const Row& row);
  void check_header(Place place, std::size_t index);
  void read_row(Row&& row);
  void check_length(const Row& row);
  void begin_with(std::size_t header);
  bool has_field(std::string_view field) const;
  void wrong(Place place, Wrong what, std::string_view cell, std::initializer_list<std::string_view> details = {});
  void wrong_header(Place place, Wrong what, std::string_view cell, std::initializer_list<std::string_view> details);

  Language language_;
  Take take_;
  std::vector<Complaint>& complaints_;
  std::vector<Row> waiting_;  // until the header is found among them
  std::vector<Column> columns_;
  std::size_t header_line_ = 0;
  bool separable_ = true;
  bool csv_ = false;
};

}  // namespace ducha::tools
