// Any bytes as a table: decoded, read into rows, read as batch rows; and what is written into a cell is read back from
// it.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "tools/import/csv.h"
#include "tools/import/csv_cell.h"
#include "tools/import/encoding.h"
#include "tools/import/list_cell.h"
#include "tools/import/table.h"

using namespace ducha::tools;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto decoded = decode_text({reinterpret_cast<const char*>(data), size}, std::nullopt, Language::zh);
  if (decoded.complaint) return 0;
  std::size_t last = 0;
  read_csv_table(decoded.text, Language::zh, [&](const Table&, Row&& row) {
    if (row.line <= last) std::abort();
    last = row.line;
    for (const auto& cell : row.cells) {
      if (unguarded(guarded(cell.text)) != cell.text) std::abort();
      const auto names = names_in_cell(cell.text);
      if (names_in_cell(list_cell(names)) != names) std::abort();
    }
  });
  read_csv(decoded.text, Language::en);
  return 0;
}
