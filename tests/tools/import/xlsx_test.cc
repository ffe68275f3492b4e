#include <algorithm>

#include <xlsxwriter.h>

#include "tests/catch.h"
#include "tests/tools/import/books.h"
#include "tools/import/table.h"

using namespace ducha::tools;
using ducha::parse_day;

namespace {

struct Read {
  TableReading reading;
  std::vector<Row> rows;
};

Read read(const std::string& path, const std::string& sheet = {}, ChooseSheet choose = {}) {
  Read result;
  result.reading = read_xlsx(path, {sheet, std::move(choose)}, Language::zh,
                             [&](const Table&, Row&& row) { result.rows.push_back(std::move(row)); });
  return result;
}

Read read(const Shelf& shelf, const Workbook& book, const std::string& sheet = {}) {
  const auto path = shelf.path("book.xlsx");
  pack(path, book.parts());
  return read(path, sheet);
}

std::vector<std::string> texts(const Row& row) {
  std::vector<std::string> all;
  for (const auto& cell : row.cells) all.push_back(cell.text);
  return all;
}

using Texts = std::vector<std::string>;
using Kind = Cell::Kind;

}  // namespace

TEST_CASE("a workbook as Excel writes it reads as it looks", "[import][xlsx]") {
  const Shelf shelf;
  const auto path = shelf.path("excel.xlsx");
  auto* book = workbook_new(path.c_str());
  auto* sheet = workbook_add_worksheet(book, "督查台账");
  auto* day = workbook_add_format(book);
  format_set_num_format(day, "yyyy\"年\"m\"月\"d\"日\"");
  auto* short_day = workbook_add_format(book);
  format_set_num_format_index(short_day, 14);
  auto* part = workbook_add_format(book);
  format_set_num_format(part, "0%");
  auto* code = workbook_add_format(book);
  format_set_num_format(code, "000");
  auto* bold = workbook_add_format(book);
  format_set_bold(bold);
  worksheet_merge_range(sheet, 0, 0, 0, 5, "2022年重点工作", nullptr);
  worksheet_write_string(sheet, 2, 0, "老旧小区改造　", nullptr);
  worksheet_write_number(sheet, 2, 1, 44742, day);
  worksheet_write_number(sheet, 2, 2, 44742.75, short_day);
  worksheet_write_number(sheet, 2, 3, 0.28999999999999998, part);
  worksheet_write_number(sheet, 2, 4, 7, code);
  worksheet_write_number(sheet, 2, 5, 0.1 + 0.2, nullptr);
  worksheet_write_boolean(sheet, 2, 6, 1, nullptr);
  worksheet_write_formula_num(sheet, 2, 7, "=1+1", nullptr, 2);
  worksheet_write_formula_str(sheet, 2, 8, "=\"区\"&\"住建局\"", nullptr, "区住建局");
  lxw_rich_string_tuple plain{nullptr, const_cast<char*>("区")}, strong{bold, const_cast<char*>("财政局")};
  lxw_rich_string_tuple* rich[] = {&plain, &strong, nullptr};
  worksheet_write_rich_string(sheet, 2, 9, rich, nullptr);
  worksheet_set_row_opt(sheet, 3, LXW_DEF_ROW_HEIGHT, nullptr, nullptr);
  lxw_row_col_options hidden{1, 0, 0};
  worksheet_write_string(sheet, 3, 0, "藏起的行", nullptr);
  worksheet_set_row_opt(sheet, 3, LXW_DEF_ROW_HEIGHT, nullptr, &hidden);
  REQUIRE(workbook_close(book) == LXW_NO_ERROR);

  const auto result = read(path);
  REQUIRE(result.reading.complaints.empty());
  CHECK(result.reading.table.sheet == "督查台账");
  CHECK(result.reading.table.merges == std::vector<Merge>{{1, 1, 1, 6}});
  REQUIRE(result.rows.size() == 3);
  CHECK(result.rows[0].line == 1);
  CHECK(result.rows[1].line == 3);
  CHECK(texts(result.rows[1]) ==
        Texts{"老旧小区改造", "2022-06-30", "2022-06-30", "29%", "007", "0.3", "true", "2", "区住建局", "区财政局"});
  CHECK(result.rows[1].cells[1].kind == Kind::date);
  CHECK(result.rows[1].cells[1].day == parse_day("2022-06-30"));
  CHECK(result.rows[1].cells[5].kind == Kind::number);
  CHECK(result.rows[1].cells[6].kind == Kind::boolean);
  CHECK_FALSE(result.rows[1].hidden);
  CHECK(result.rows[2].hidden);
}

TEST_CASE("a formula that was never computed is told with its cell, if anybody needs it", "[import][xlsx]") {
  const Shelf shelf;
  const auto path = shelf.path("formulas.xlsx");
  auto* book = workbook_new(path.c_str());
  auto* sheet = workbook_add_worksheet(book, nullptr);
  worksheet_write_formula(sheet, 1, 27, "=A1&B1", nullptr);
  REQUIRE(workbook_close(book) == LXW_NO_ERROR);
  auto result = read(path);
  REQUIRE(result.reading.complaints.empty());
  REQUIRE(result.rows.size() == 1);
  const auto& cell = result.rows[0].cells.at(27);
  CHECK(cell.kind == Kind::error);
  const auto fault = cell_fault(cell, {2, 28}, Language::zh);
  REQUIRE(fault);
  CHECK(fault->wrong == "单元格 AB2 的公式“=A1&B1”在文件中没有计算结果。");

  // As openpyxl writes them: a value that is empty, or none.
  result =
      read(shelf,
           {{{"表",
              "<row r=\"1\"><c r=\"A1\"><f>SUM(B1:B9)</f><v></v></c><c r=\"B1\"><f>1+1</f></c>"
              "<c r=\"C1\" t=\"str\"><f>\"\"</f><v></v></c><c r=\"D1\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c></row>"}}});
  REQUIRE(result.rows.size() == 1);
  CHECK(texts(result.rows[0]) == Texts{"=SUM(B1:B9)", "=1+1", "", "#DIV/0!"});
  CHECK(result.rows[0].cells[2].kind == Kind::empty);
  const auto error = cell_fault(result.rows[0].cells[3], {1, 4}, Language::en);
  REQUIRE(error);
  CHECK(error->wrong == "Cell D1 holds the error “#DIV/0!”.");
  CHECK_FALSE(cell_fault(result.rows[0].cells[2], {1, 3}, Language::zh));
}

TEST_CASE("cells read alike whichever way a writer puts text and places", "[import][xlsx]") {
  const Shelf shelf;
  const std::string rows =
      "<row><c t=\"inlineStr\"><is><r><rPr><b/></rPr><t>区</t></r><r><t xml:space=\"preserve\">财政局 </t></r>"
      "<rPh sb=\"0\" eb=\"1\"><t>くちえい</t></rPh></is></c><c t=\"str\"><v>交办</v></c><c t=\"s\"><v>1</v></c>"
      "<c><v>4.4742E4</v></c><c t=\"d\"><v>2022-06-30T00:00:00</v></c><c t=\"b\"><v>0</v></c></row>"
      "<row r=\"5\" hidden=\"true\"><c r=\"$C$5\" t=\"s\"><v>0</v></c></row>";
  const auto result =
      read(shelf, {.sheets = {{"表", rows}},
                   .strings = "<si><t>甲</t><phoneticPr fontId=\"1\"/></si>"
                              "<si><t>乙_x000D_\n丙_x005F_x000D_</t><rPh sb=\"0\" eb=\"1\"><t>オツ</t></rPh></si>"});
  REQUIRE(result.reading.complaints.empty());
  REQUIRE(result.rows.size() == 2);
  CHECK(result.rows[0].line == 1);
  CHECK(texts(result.rows[0]) == Texts{"区财政局", "交办", "乙\n丙_x000D_", "44742", "2022-06-30", "false"});
  CHECK(result.rows[0].cells[4].day == parse_day("2022-06-30"));
  CHECK(result.rows[1].line == 5);
  CHECK(texts(result.rows[1]) == Texts{"", "", "甲"});
  CHECK(result.rows[1].hidden);
}

TEST_CASE("a number is a day when its format says so, in the workbook's own epoch", "[import][xlsx]") {
  const Shelf shelf;
  struct Case {
    std::string format;  // a code, or the number of a built-in one
    std::string stored, shown, shown_1904;
  };
  const std::vector<Case> cases{
      {"14", "44742", "2022-06-30", "2026-07-01"},
      {"22", "44742.999", "2022-06-30", "2026-07-01"},
      {"31", "44742", "2022-06-30", "2026-07-01"},
      {"58", "44742", "2022-06-30", "2026-07-01"},
      {"57", "44713", "2022年6月", "2026-06-02"},
      {"57", "44742", "2022-06-30", "2026年7月"},
      {"20", "0.375", "09:00", "09:00"},
      {"20", "44742.375", "2022-06-30", "2026-07-01"},
      {"yyyy\\-mm\\-dd", "44742", "2022-06-30", "2026-07-01"},
      {"[$-804]yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@", "44742", "2022-06-30", "2026-07-01"},
      {"[$-F800]dddd, mmmm dd, yyyy", "44742", "2022-06-30", "2026-07-01"},
      {"[DBNum1][$-804]yyyy年m月d日", "44742", "2022-06-30", "2026-07-01"},
      {"m&quot;月&quot;d&quot;日&quot;", "44742", "2022-06-30", "2026-07-01"},
      {"e/m/d", "44742", "2022-06-30", "2026-07-01"},
      {"yyyy&quot;年&quot;", "44562", "2022年", "2026-01-02"},
      {"0.00E+00", "44742", "44742", "44742"},
      {"General", "44742", "44742", "44742"},
      {"G/通用格式&quot;天&quot;", "30", "30", "30"},
      {"[Red]0.00;[Blue]-0.00", "1.5", "1.5", "1.5"},
      {"&quot;day&quot;0", "3", "3", "3"},
      {"[h]:mm", "0.5", "12:00", "12:00"},
      {"0.0%", "0.4", "40%", "40%"},
      {"0000", "12", "0012", "0012"},
      {"14", "1", "1900-01-01", "1904-01-02"},
      {"14", "59", "1900-02-28", "1904-02-29"},
      {"14", "60", "1900-02-29", "1904-03-01"},  // the day that never was
      {"14", "61", "1900-03-01", "1904-03-02"},
      {"14", "-1", "-1", "-1"},
      {"14", "9999999", "9999999", "9999999"},
      {"14", "待定", "待定", "待定"},
  };
  std::string formats, styles, row = "<row>";
  for (std::size_t index = 0; index < cases.size(); ++index) {
    auto number = cases[index].format;
    if (number.find_first_not_of("0123456789") != std::string::npos || number.size() == 4) {
      number = std::to_string(200 + index);
      formats += "<numFmt numFmtId=\"" + number + "\" formatCode=\"" + cases[index].format + "\"/>";
    }
    styles += "<xf numFmtId=\"" + number + "\"/>";
    row += "<c s=\"" + std::to_string(index) + "\"><v>" + cases[index].stored + "</v></c>";
  }
  Workbook book{.sheets = {{"表", row + "</row>"}},
                .styles = "<numFmts>" + formats +
                          "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>" + styles +
                          "</cellXfs>"};
  const auto since_1900 = read(shelf, book);
  REQUIRE(since_1900.rows.size() == 1);
  book.properties = "<workbookPr date1904=\"1\"/>";
  const auto since_1904 = read(shelf, book);
  REQUIRE(since_1904.rows.size() == 1);
  for (std::size_t index = 0; index < cases.size(); ++index) {
    INFO(cases[index].format << " " << cases[index].stored);
    CHECK(since_1900.rows[0].cells[index].text == cases[index].shown);
    CHECK(since_1904.rows[0].cells[index].text == cases[index].shown_1904);
    const auto& cell = since_1900.rows[0].cells[index];
    CHECK(cell.day.has_value() == (cell.kind == Kind::date));
    if (cell.day) CHECK(ducha::to_string(*cell.day) == cell.text);
  }
}

TEST_CASE("of several sheets the named one is read, else the one that is plainly meant", "[import][xlsx]") {
  const Shelf shelf;
  const Workbook book{
      .sheets = {{"说明", inline_row(1, {"填表说明"})}, {"2", inline_row(1, {"乙"})}, {"台账", inline_row(1, {"丙"})}}};
  const auto first = [&](const std::string& sheet) { return read(shelf, book, sheet).rows.at(0).cells.at(0).text; };
  CHECK(first("台账") == "丙");
  CHECK(first(" 台账　") == "丙");
  CHECK(first("1") == "填表说明");
  CHECK(first("2") == "乙");
  CHECK(first("3") == "丙");
  const auto path = shelf.path("book.xlsx");
  const auto names = xlsx_starts(path, {});
  REQUIRE(names.size() == 3);
  CHECK(names[2].name == "台账");

  for (const std::string wanted : {"4", "0", "没有"}) {
    const auto result = read(path, wanted);
    CHECK(result.rows.empty());
    REQUIRE(result.reading.complaints.size() == 1);
    CHECK(result.reading.complaints[0].wrong == "没有工作表“" + wanted + "”。");
    CHECK(result.reading.complaints[0].remedy == "工作簿中有：说明、2、台账。");
  }
  auto result = read(path);
  REQUIRE(result.reading.complaints.size() == 1);
  CHECK(result.reading.complaints[0].wrong == "工作簿有几张工作表，看不出应读哪一张：说明、2、台账。");

  std::vector<std::string> seen;
  result = read(path, {}, [&](const std::vector<SheetStart>& sheets) -> std::optional<std::size_t> {
    for (const auto& sheet : sheets) seen.push_back(sheet.name + "=" + sheet.rows.at(0).cells.at(0).text);
    return 2;
  });
  CHECK(seen == Texts{"说明=填表说明", "2=乙", "台账=丙"});
  CHECK(result.rows.at(0).cells.at(0).text == "丙");
  REQUIRE(result.reading.remarks.size() == 1);
  CHECK(result.reading.remarks[0] == "读的是工作表“台账”，共有：说明、2、台账（可用 --sheet 指定）");
}

TEST_CASE("hidden and empty sheets do not stand in the way of the only one there is", "[import][xlsx]") {
  const Shelf shelf;
  const Workbook book{.sheets = {{"字典", inline_row(1, {"甲"})}, {"Sheet2", ""}, {"台账", inline_row(1, {"丙"})}},
                      .states = " state=\"veryHidden\""};
  const auto result = read(shelf, book);
  REQUIRE(result.reading.complaints.empty());
  CHECK(result.reading.table.sheet == "台账");
  CHECK(xlsx_starts(shelf.path("book.xlsx"), {})[0].hidden);
}

TEST_CASE("merged ranges are known before the first row comes", "[import][xlsx]") {
  const Shelf shelf;
  const auto path = shelf.path("book.xlsx");
  pack(path, Workbook{.sheets = {{"表", inline_row(1, {"甲"})}},
                      .after_rows =
                          "<mergeCells count=\"2\"><mergeCell ref=\"A1:A3\"/><mergeCell ref=\"$D$9:B2\"/></mergeCells>"}
                 .parts());
  std::vector<Merge> known;
  read_xlsx(path, {}, Language::zh, [&](const Table& table, Row&&) { known = table.merges; });
  CHECK(known == std::vector<Merge>{{1, 3, 1, 1}, {2, 9, 2, 4}});
}
