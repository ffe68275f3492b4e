// The rows of a register, under their header: which there are, what stands in which column, what was left out and why.
//
// Title rows, lines like 填报单位:…, subtotals, signatures and repeated headers are no dockets and are told apart. A
// row of nothing but a heading (一、城市建设) is the category of what follows. Cells that a merge left empty take the
// value above where a column may be merged, and never in the columns that say how far a thing is. In CSV a merge shows
// as blanks only: there 任务来源, 牵头领导 and the category are filled, and the other columns only in a row that goes
// on with the task above it.

#pragma once

#include <array>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tools/import/register/columns.h"
#include "tools/import/register/row_shelf.h"
#include "tools/import/table.h"

namespace ducha::tools {

struct RowLeftOut {
  enum class Why : std::uint8_t { subtotal, signature, heading, header_again };
  std::size_t line;
  Why why;
  std::string text;  // what stands there
};

class RegisterSheet {
 public:
  // `folder`: where rows are laid aside that memory shall not hold.
  RegisterSheet(Language language, const std::filesystem::path& folder) : language_(language), rows_(folder) {}

  // Rows come in order; `finish` once after the last.
  void take(const Table& table, Row&& row);
  void finish(const Table& table);

  // Refused rows of a register, written apart to be mended: the others are not gone, they are in the register.
  bool partial() const { return reason_column_.has_value(); }
  bool has_header() const { return !headings_.columns.empty(); }
  bool has(Column column) const { return headings_.of(column).has_value(); }
  const Headings& headings() const { return headings_; }
  std::size_t header_line() const { return header_line_; }
  const std::vector<std::string>& titles() const { return titles_; }  // what stands over the header, line by line
  const RowShelf& rows() const { return rows_; }
  const std::vector<RowLeftOut>& left_out() const { return left_out_; }
  const std::vector<Complaint>& complaints() const { return complaints_; }
  std::size_t cells_filled() const { return filled_; }

  const std::string& cell(const RegisterRow& row, Column column) const;
  // Where a cell stands in the file.
  Place place(const RegisterRow& row, Column column) const;
  std::string header(Column column) const;

 private:
  static constexpr std::size_t header_lines_max = 30;

  void look_for_header(Row&& row);
  void begin(const Table& table, const std::vector<std::string>& second);
  void take_row(const Table& table, const Row& row);
  std::optional<RowLeftOut::Why> no_docket(const std::vector<std::string>& texts) const;
  void fill_from_above(RegisterRow& row);
  void fill_merges(RegisterRow& row);
  std::size_t slot(Column column) const { return slots_[static_cast<std::size_t>(column)]; }

  Language language_;
  std::vector<std::string> first_line_;  // of the header, until it is known whether there is a second
  std::vector<std::string> titles_;
  Headings headings_;
  std::optional<std::size_t> reason_column_;  // of the reasons, which are not the office's
  std::size_t header_line_ = 0, looked_ = 0;
  std::array<std::uint8_t, column_count> slots_{};  // place in a row's cells, from 1; 0: there is no such column
  std::size_t width_ = 0;
  // A merge downwards in a column that may have one: what its first row says holds to its last.
  struct Fill {
    std::size_t first_row, last_row, slot;
    bool title;
    std::string value = {};
  };
  std::vector<Fill> fills_;  // in the order of their rows
  std::size_t fills_begun_ = 0;
  std::vector<Fill> filling_;  // that the present row is in
  RowShelf rows_;
  std::optional<RegisterRow> above_;
  std::vector<RowLeftOut> left_out_;
  std::vector<Complaint> complaints_;
  std::string section_;
  std::size_t filled_ = 0;
};

}  // namespace ducha::tools
