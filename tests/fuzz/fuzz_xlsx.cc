// Any bytes as a workbook: the reader hands over rows or complains, within its limits.
//
// Few changed bytes of an archive get past its checksums, so the input is also taken as the sheet, the strings, the
// styles and the workbook of an archive that is sound; a first byte says which.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <string>

#include <unistd.h>

#include "tests/tools/import/books.h"
#include "tools/import/table.h"

using namespace ducha::tools;

namespace {

const std::string& path() {
  static const std::string file =
      (std::filesystem::temp_directory_path() / ("ducha-fuzz-" + std::to_string(getpid()) + ".xlsx")).string();
  return file;
}

void replace(Parts& parts, const std::string& name, const std::string& content) {
  for (auto& part : parts)
    if (part.first == name) part.second = content;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string bytes(reinterpret_cast<const char*>(data + 1), size - 1);
  Workbook book{.sheets = {{"一", inline_row(1, {"do", "on"})}, {"二", "<row><c s=\"1\" t=\"s\"><v>0</v></c></row>"}}};
  book.styles = "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>";
  book.strings = "<si><t>甲</t></si>";
  constexpr const char* parts_taken[] = {
      "xl/worksheets/sheet2.xml", "xl/sharedStrings.xml",       "xl/styles.xml",
      "xl/workbook.xml",          "xl/_rels/workbook.xml.rels", "[Content_Types].xml"};
  const auto which = data[0] % 8U;
  if (which >= std::size(parts_taken)) {
    std::ofstream(path(), std::ios::binary) << bytes;
  } else {
    auto parts = book.parts();
    replace(parts, parts_taken[which], bytes);
    pack(path(), parts);
  }
  std::size_t last = 0;
  const auto reading = read_xlsx(path(), {"2", {}}, Language::en, [&](const Table&, Row&& row) {
    if (row.line <= last || row.cells.empty() || row.cells.back().kind == Cell::Kind::empty) std::abort();
    last = row.line;
    for (const auto& cell : row.cells)
      if (cell.day.has_value() != (cell.kind == Cell::Kind::date)) std::abort();
  });
  for (const auto& complaint : reading.complaints)
    if (complaint.wrong.empty()) std::abort();
  return 0;
}
