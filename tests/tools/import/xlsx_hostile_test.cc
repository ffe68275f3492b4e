// Workbooks that are damaged, that are something else, or that mean harm: each is refused with a sentence.

#include <algorithm>

#include "tests/catch.h"
#include "tests/tools/import/books.h"
#include "tools/import/table.h"

using namespace ducha::tools;

namespace {

Complaint refusal(const std::string& path, Language language = Language::zh) {
  const auto reading = read_xlsx(path, {}, language, [](const Table&, Row&&) {});
  REQUIRE(reading.complaints.size() == 1);
  return reading.complaints[0];
}

std::string wrong(const Shelf& shelf, const Workbook& book) {
  const auto path = shelf.path("book.xlsx");
  pack(path, book.parts());
  return refusal(path).wrong;
}

void replace(Parts& parts, const std::string& name, const std::string& content) {
  const auto found = std::find_if(parts.begin(), parts.end(), [&](const auto& part) { return part.first == name; });
  REQUIRE(found != parts.end());
  found->second = content;
}

const Workbook small{.sheets = {{"表", inline_row(1, {"甲"})}}};

std::string utf16(const std::string& ascii) {
  std::string wide;
  for (const char letter : ascii) wide += letter, wide += '\0';
  return wide;
}

}  // namespace

TEST_CASE("what is no XLSX workbook is told by what it is and how to save it", "[import][xlsx]") {
  const Shelf shelf;
  const std::string ole = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(3000, '\0');
  CHECK(refusal(shelf.write("old.xls", ole + utf16("Workbook"))).wrong == "这是旧式 Excel 文件（.xls），不予读取。");
  CHECK(refusal(shelf.write("locked.xlsx", ole + utf16("EncryptedPackage"))).wrong == "工作簿设有密码，无法读取。");
  CHECK(refusal(shelf.write("text.xlsx", "序号,事项\n")).wrong == "这不是 XLSX 工作簿。");
  const auto pipe = refusal(shelf.write("locked.xlsx", ole + utf16("EncryptedPackage")), Language::en);
  CHECK(pipe.remedy == "Open it in Excel or WPS, take the password off and save it again.");

  const auto path = shelf.path("other.zip");
  pack(path, {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"content.xml", "<a/>"}});
  CHECK(refusal(path).wrong == "这是 OpenDocument 表格（.ods），不予读取。");
  pack(path, {{"mimetype", "application/epub+zip"}});
  CHECK(refusal(path).wrong == "这不是工作簿，而是“application/epub+zip”。");
  pack(path, {{"照片.txt", "x"}});
  CHECK(refusal(path).wrong == "这不是 XLSX 工作簿。");

  auto parts = small.parts();
  const std::string types = "<Types><Override PartName=\"/xl/workbook.xml\" ContentType=\"";
  replace(parts, "[Content_Types].xml", types + "application/vnd.ms-excel.sheet.binary.macroEnabled.main\"/></Types>");
  pack(path, parts);
  CHECK(refusal(path).wrong == "这是二进制工作簿（.xlsb），不予读取。");
  const std::string word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
  replace(parts, "[Content_Types].xml", types + word + "\"/></Types>");
  pack(path, parts);
  CHECK(refusal(path).wrong == "这不是工作簿，而是“" + word + "”。");
  replace(parts, "[Content_Types].xml", "<Types/>");
  pack(path, parts);
  CHECK(refusal(path).wrong == "这不是工作簿，而是“xl/workbook.xml”。");
}

TEST_CASE("a workbook cut off anywhere is refused, never half read", "[import][xlsx]") {
  const Shelf shelf;
  const auto path = shelf.path("whole.xlsx");
  std::string rows;
  for (std::size_t row = 1; row <= 300; ++row)
    rows += inline_row(row, {"事项" + std::to_string(row * 7919), "区住建局"});
  pack(path, Workbook{.sheets = {{"表", rows}}}.parts());
  std::ifstream file(path, std::ios::binary);
  const std::string whole{std::istreambuf_iterator<char>(file), {}};
  for (std::size_t size = 4; size < whole.size(); size += 97) {
    INFO(size);
    CHECK_FALSE(refusal(shelf.write("cut.xlsx", whole.substr(0, size))).wrong.empty());
  }
}

TEST_CASE("a damaged byte in a part is noticed", "[import][xlsx]") {
  const Shelf shelf;
  const auto path = shelf.path("whole.xlsx");
  std::string rows;
  for (std::size_t row = 1; row <= 200; ++row) rows += inline_row(row, {std::to_string(row * row * 7919 % 1'000'003)});
  pack(path, Workbook{.sheets = {{"表", rows}}}.parts());
  std::ifstream file(path, std::ios::binary);
  const std::string whole{std::istreambuf_iterator<char>(file), {}};
  // Within the first part, which is the sheet, behind its own header.
  for (std::size_t at = 100; at < 900; at += 40) {
    INFO(at);
    auto altered = whole;
    altered[at] = static_cast<char>(altered[at] ^ 0x55);
    CHECK_FALSE(refusal(shelf.write("altered.xlsx", altered)).wrong.empty());
  }
}

TEST_CASE("an archive that unpacks without end is stopped", "[import][xlsx]") {
  const Shelf shelf;
  const auto told = wrong(shelf, {.sheets = {{"表", std::string(24u << 20, ' ')}}});
  CHECK(told == "工作簿中的“xl/worksheets/sheet1.xml”展开后是原来的 100 倍以上，可能有害，停止读取。");
  const auto strings = wrong(shelf, {.sheets = small.sheets, .strings = std::string(24u << 20, ' ')});
  CHECK(strings == "工作簿中的“xl/sharedStrings.xml”展开后是原来的 100 倍以上，可能有害，停止读取。");
  const auto path = shelf.path("many.xlsx");
  auto parts = small.parts();
  for (int count = 0; count < 10'001; ++count) parts.emplace_back("xl/" + std::to_string(count), "");
  pack(path, parts);
  CHECK(refusal(path).wrong == "工作簿中的部件超过 10000 个，不是正常的表格。");
}

TEST_CASE("a document type is refused, whatever stands in it", "[import][xlsx]") {
  const Shelf shelf;
  auto parts = small.parts();
  replace(
      parts, "xl/worksheets/sheet1.xml",
      "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><worksheet><sheetData><row><c "
      "t=\"str\"><v>&x;</v></c></row></sheetData></worksheet>");
  const auto path = shelf.path("book.xlsx");
  pack(path, parts);
  CHECK(refusal(path).wrong == "工作簿中的“xl/worksheets/sheet1.xml”带有文档类型声明，可能有害，停止读取。");
}

TEST_CASE("what the parts say wrongly is told with the part", "[import][xlsx]") {
  const Shelf shelf;
  std::string deep, out;
  for (int depth = 0; depth < 80; ++depth) deep += "<x>", out += "</x>";
  CHECK(wrong(shelf, {.sheets = {{"表", deep + out}}}) ==
        "工作簿中的“xl/worksheets/sheet1.xml”嵌套超过 64 层，停止读取。");
  CHECK(wrong(shelf, {.sheets = {{"表", "<row><c></row>"}}}).find("第 2 行不合 XML（mismatched tag）") !=
        std::string::npos);
  CHECK(wrong(shelf, {.sheets = {{"表", "<row><c t=\"s\"><v>3</v></c></row>"}}}) ==
        "单元格所指的第 3 条文字不存在，工作簿已损坏。");
  CHECK(wrong(shelf, {.sheets = {{"表", inline_row(2, {"甲"}) + inline_row(2, {"乙"})}}}) ==
        "工作表的行或单元格次序有误（“2”）。");
  CHECK(wrong(shelf, {.sheets = {{"表", "<row r=\"1\"><c r=\"B2\"><v>1</v></c></row>"}}}) ==
        "工作表的行或单元格次序有误（“B2”）。");
  CHECK(wrong(shelf, {.sheets = {{"表", "<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>"}}}) ==
        "第 1024 列以后还有内容，不像表格。");
  CHECK(wrong(shelf, {.sheets = {{"表", inline_row(1, {std::string((256u << 10) + 1, 'x')})}}}) ==
        "单元格的文字超过 256 KiB。");
  CHECK(wrong(shelf, {.sheets = {}}) == "工作簿中没有工作表。");

  auto parts = small.parts();
  parts.erase(parts.begin());  // the sheet
  const auto path = shelf.path("book.xlsx");
  pack(path, parts);
  CHECK(refusal(path).wrong == "工作簿中缺少“xl/worksheets/sheet1.xml”。");
  parts = small.parts();
  parts.emplace_back("XL\\worksheets\\SHEET1.xml", "<worksheet/>");
  pack(path, parts);
  CHECK(refusal(path).wrong == "工作簿中有两个“XL\\worksheets\\SHEET1.xml”，无法确定以哪一个为准。");
}
