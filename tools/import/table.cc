#include "tools/import/table.h"

#include <algorithm>
#include <utility>

#include "tools/import/complaint_texts.h"
#include "tools/import/csv_cell.h"
#include "tools/import/csv_rows.h"
#include "tools/import/text.h"

namespace ducha::tools {
namespace {

Cell csv_cell(std::string_view written) {
  const auto text = unguarded(trimmed(written));
  if (text.empty()) return {};
  return {Cell::Kind::text, std::string(text), std::nullopt};
}

}  // namespace

TableReading read_csv_table(std::string_view text, Language language, const TakeRow& take) {
  TableReading reading;
  reading.table.delimiter = csv_delimiter(text);
  each_csv_row(text, reading.table.delimiter, [&](CsvRow&& raw) {
    if (raw.damage != CsvRow::Damage::none) {
      const bool open = raw.damage == CsvRow::Damage::quote_open;
      reading.complaints.push_back(complain(language, open ? Wrong::quote_open : Wrong::quote_misplaced,
                                            {raw.line, raw.cells.size() + 1}, trimmed(raw.source)));
      return;
    }
    Row row{raw.line, {}, std::move(raw.source), false};
    row.cells.reserve(raw.cells.size());
    for (const auto& cell : raw.cells) row.cells.push_back(csv_cell(cell));
    take(reading.table, std::move(row));
  });
  return reading;
}

std::optional<Complaint> cell_fault(const Cell& cell, Place place, Language language) {
  if (cell.kind != Cell::Kind::error) return std::nullopt;
  const auto address = column_letters(place.column) + std::to_string(place.line);
  const bool formula = cell.text.starts_with('=');
  return complain(language, formula ? Wrong::cell_not_computed : Wrong::cell_error, place, cell.text,
                  {address, cell.text});
}

std::string column_letters(std::size_t column) {
  std::string letters;
  for (; column > 0; column = (column - 1) / 26) letters += static_cast<char>('A' + (column - 1) % 26);
  std::reverse(letters.begin(), letters.end());
  return letters;
}

}  // namespace ducha::tools
