#include "tools/import/csv_rows.h"

#include <algorithm>
#include <new>
#include <optional>
#include <utility>

#include <csv.h>

#include "tools/import/text.h"

namespace ducha::tools {
namespace {

// libcsv, fed line by line so that lines can be counted. It is told to report every line end outside
// quotes: a row is open at the end of a line exactly when that line end was not reported.
class RowParser {
 public:
  RowParser(char delimiter, const std::function<void(CsvRow&&)>& take) : delimiter_(delimiter), take_(take) { begin(); }
  ~RowParser() { csv_free(&parser_); }
  RowParser(const RowParser&) = delete;
  RowParser& operator=(const RowParser&) = delete;

  void feed(const Line& line) {
    if (!open_) row_ = {line.number, {}, {}, CsvRow::Damage::none};
    open_ = true;
    row_.source += line.with_end;
    const auto read = csv_parse(&parser_, line.with_end.data(), line.with_end.size(), on_cell, on_row, this);
    if (read == line.with_end.size()) return;
    if (csv_error(&parser_) != CSV_EPARSE) throw std::bad_alloc();
    give(CsvRow::Damage::quote_misplaced);
    csv_free(&parser_);
    begin();
  }

  void finish() {
    if (csv_fini(&parser_, on_cell, on_row, this) != 0) give(CsvRow::Damage::quote_open);
  }

 private:
  void begin() {
    if (csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL) != 0) throw std::bad_alloc();
    csv_set_delim(&parser_, static_cast<unsigned char>(delimiter_));
    // Its cell grows by so much at a time: by its own 128 bytes a cell of megabytes would be copied for ever.
    csv_set_blk_size(&parser_, 64u << 10);
  }

  static void on_cell(void* bytes, std::size_t size, void* self) {
    static_cast<RowParser*>(self)->row_.cells.emplace_back(static_cast<const char*>(bytes), size);
  }

  static void on_row(int, void* self) { static_cast<RowParser*>(self)->give(CsvRow::Damage::none); }

  void give(CsvRow::Damage damage) {
    open_ = false;
    const bool content = std::any_of(row_.cells.begin(), row_.cells.end(),
                                     [](const std::string& cell) { return !trimmed(cell).empty(); });
    row_.damage = damage;
    if (content || damage != CsvRow::Damage::none) take_(std::move(row_));
    row_ = {};  // CR LF is reported twice, the second time for a row of nothing
  }

  char delimiter_;
  const std::function<void(CsvRow&&)>& take_;
  csv_parser parser_{};
  CsvRow row_{};
  bool open_ = false;
};

}  // namespace

char csv_delimiter(std::string_view text) {
  LineScan lines(text);
  auto line = lines.next();
  while (line && trimmed(line->text).empty()) line = lines.next();
  if (!line) return ',';
  const auto count = [&](char mark) { return std::count(line->text.begin(), line->text.end(), mark); };
  const char other = count('\t') > count(';') ? '\t' : ';';
  return count(other) > count(',') ? other : ',';
}

void each_csv_row(std::string_view text, char delimiter, const std::function<void(CsvRow&&)>& take) {
  RowParser parser(delimiter, take);
  LineScan lines(text);
  while (const auto line = lines.next()) parser.feed(*line);
  parser.finish();
}

}  // namespace ducha::tools
