// A workbook of one sheet, written row by row for somebody to fill in or to mend, and to be imported again.

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "tools/import/table.h"

namespace ducha::tools {

class WorkbookFile {
 public:
  enum class Row : std::uint8_t { plain, header };

  // Writes to `path`, over what is there. `sheet` may be empty.
  WorkbookFile(const std::string& path, const std::string& sheet);
  ~WorkbookFile();
  WorkbookFile(const WorkbookFile&) = delete;
  WorkbookFile& operator=(const WorkbookFile&) = delete;

  // Widths in characters, before the first row.
  void set_widths(const std::vector<std::size_t>& widths);
  // A day is written as one, a plain number as one; text never as a formula. A cell with an error becomes #N/A: a
  // formula would be computed from other cells here than where it stood.
  void add(const std::vector<Cell>& cells, Row kind);

  // Nothing when the file is whole on the disk; else the reason, in the library's words.
  std::optional<std::string> close();

 private:
  struct Book;
  std::unique_ptr<Book> book_;
};

}  // namespace ducha::tools
