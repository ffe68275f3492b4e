// Batch rows as an office has them: sheets of a workbook, tables in any encoding, rows left out and mended.

#include <nlohmann/json.hpp>
#include <xlsxwriter.h>

#include "tests/cases/program.h"
#include "tests/catch.h"
#include "tests/tools/import/books.h"
#include "tools/import/csv_rows.h"
#include "tools/import/encoding.h"
#include "tools/import/table.h"

namespace ducha::cases {
namespace {

using tools::encode_text;
using tools::Encoding;
using tools::inline_row;

// A sheet as somebody fills it in: a title, the office's headers, days that are days.
void write_book(const std::filesystem::path& path, const char* bad_day = nullptr) {
  auto* book = workbook_new(path.c_str());
  workbook_add_worksheet(book, "填表说明");
  auto* sheet = workbook_add_worksheet(book, "事件");
  auto* day = workbook_add_format(book);
  format_set_num_format(day, "yyyy\"年\"m\"月\"d\"日\"");
  const auto put = [&](int row, int column, const char* text) {
    worksheet_write_string(sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column), text, nullptr);
  };
  worksheet_merge_range(sheet, 0, 0, 0, 5, "2022年1月督查事件", nullptr);
  const char* header[] = {"动作", "编号", "日期", "单位代码", "名称", "标题", "牵头单位", "时限", "进度"};
  for (int column = 0; column < 9; ++column) put(2, column, header[column]);
  const auto on = [&](int row, double serial) {
    worksheet_write_number(sheet, static_cast<lxw_row_t>(row), 2, serial, day);
  };
  put(3, 0, "register-unit"), on(3, 44565), put(3, 3, "QZJJ"), put(3, 4, "区住建局");
  put(4, 0, "立项"), put(4, 1, "２０２２－００１"), on(4, 44571), put(4, 5, "老旧小区改造");
  put(5, 0, "交办"), put(5, 1, "2022-001"), on(5, 44572), put(5, 6, "区住建局");
  if (bad_day)
    put(5, 7, bad_day);
  else
    worksheet_write_number(sheet, 5, 7, 44742, day);
  put(6, 0, "反馈"), put(6, 1, "2022-001"), on(6, 44575), put(6, 3, "ＱＺＪＪ");
  auto* part = workbook_add_format(book);
  format_set_num_format(part, "0%");
  worksheet_write_number(sheet, 6, 8, 0.4, part);
  REQUIRE(workbook_close(book) == LXW_NO_ERROR);
}

TEST_CASE("events in a workbook are recorded as they look, and the log says which sheet and row", "[import][xlsx]") {
  const Desk desk;
  REQUIRE(desk.run("init").exit == 0);
  write_book(desk.path("1月.xlsx"));
  const auto ran = desk.run("import 1月.xlsx", "zh");
  INFO(ran.remarks);
  REQUIRE(ran.exit == 0);
  CHECK(ran.out == "1月.xlsx:已记录 4\n");
  CHECK(ran.remarks == "1月.xlsx:读的是工作表“事件”，共有：填表说明、事件（可用 --sheet 指定）\n");
  const auto duties = nlohmann::json::parse(desk.run("report duties --on 2022-02-01 --format json").out);
  CHECK(duties.at("rows").at(0).at("docket") == "2022-001");
  CHECK(desk.run("report duties --on 2022-02-01").out.find("2022-06-30") != std::string::npos);
  const auto log = desk.run("log").out;
  CHECK(log.find("1月.xlsx:事件:7") != std::string::npos);
  CHECK(log.find("progress=40") != std::string::npos);
  CHECK(desk.run("import 1月.xlsx").out.find("nothing added") != std::string::npos);

  const auto other = desk.run("import --sheet 填表说明 1月.xlsx", "zh");
  CHECK(other.exit == 1);
  CHECK(other.remarks.find("工作表“填表说明”是空的。") != std::string::npos);
  CHECK(desk.run("import --sheet 2 1月.xlsx").exit == 0);
}

TEST_CASE("a cell to mend in a workbook is told by sheet, row, letter and content", "[import][xlsx]") {
  const Desk desk;
  REQUIRE(desk.run("init").exit == 0);
  write_book(desk.path("1月.xlsx"), "六月底");
  const auto ran = desk.run("import 1月.xlsx", "zh");
  CHECK(ran.exit == 1);
  CHECK(ran.remarks.find("1月.xlsx[事件]:6:H:due 读不懂 〔六月底〕。") != std::string::npos);
  const auto json = nlohmann::json::parse(desk.run("import --json 1月.xlsx").out);
  CHECK(json.at("complaints").at(0).at("sheet") == "事件");
  CHECK(json.at("complaints").at(0).at("line") == 6);
  CHECK(json.at("complaints").at(0).at("column") == 8);
  CHECK(desk.run("log").out.find("1月.xlsx") == std::string::npos);
}

TEST_CASE("an error in a cell is told when the cell is needed", "[import][xlsx]") {
  const Desk desk;
  REQUIRE(desk.run("init").exit == 0);
  const std::string cells =
      "<row r=\"2\"><c t=\"str\"><v>register-unit</v></c><c t=\"str\"><v>2022-01-01</v></c>"
      "<c t=\"e\"><v>#REF!</v></c><c t=\"str\"><v>区住建局</v></c><c t=\"e\"><v>#N/A</v></c></row>";
  tools::pack(desk.path("b.xlsx").string(),
              tools::Workbook{.sheets = {{"表", inline_row(1, {"do", "on", "unit", "name", ""}) + cells}}}.parts());
  const auto ran = desk.run("import b.xlsx", "zh");
  CHECK(ran.exit == 1);
  CHECK(ran.remarks.find("b.xlsx[表]:2:C:单元格 C2 是错误值“#REF!” 〔#REF!〕。") != std::string::npos);
  CHECK(ran.remarks.find("E2 是错误值") == std::string::npos);
}

TEST_CASE("a register in a workbook is read as one in CSV, with its merged cells and its sheet",
          "[import][register][xlsx]") {
  const Desk desk;
  REQUIRE(desk.run("init").exit == 0);
  desk.write("u.jsonl",
             "{\"do\":\"register-unit\",\"on\":\"2022-01-01\",\"unit\":\"QZJJ\",\"name\":\"区住建局\"}\n"
             "{\"do\":\"register-unit\",\"on\":\"2022-01-01\",\"unit\":\"QCZJ\",\"name\":\"区财政局\"}\n");
  REQUIRE(desk.run("import u.jsonl").exit == 0);
  const auto cell = [](const std::string& text) { return "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>"; };
  std::string table = inline_row(1, {"2022年督查台账"}) + inline_row(2, {"督办编号", "任务来源", "督查事项", "牵头单位",
                                                                         "配合单位", "交办时间", "完成时限"});
  for (const std::string number : {"3", "4"})
    table += "<row r=\"" + number + "\">" + cell("2022-00" + number) +
             (number == "3" ? cell("区政府工作报告") : "<c/>") + cell("事项" + number) + cell("区住建局") +
             cell("区财政局") + "<c s=\"1\"><v>44572</v></c>" + "<c s=\"1\"><v>44742</v></c></row>";
  tools::pack(desk.path("台账.xlsx").string(),
              tools::Workbook{.sheets = {{"说明", inline_row(1, {"填表说明"})}, {"6月", table}},
                              .styles = "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>"}
                  .parts());
  const auto ran = desk.run("import 台账.xlsx --on 2022-06-01", "zh");
  INFO(ran.out << ran.remarks);
  REQUIRE(ran.exit == 0);
  CHECK(ran.remarks.find("读的是工作表“6月”") != std::string::npos);
  const auto duties = desk.run("report duties --on 2022-06-01 --docket 2022-004 --format json").out;
  CHECK(duties.find("\"due\":\"2022-06-30\"") != std::string::npos);
  CHECK(desk.run("log").out.find("台账.xlsx:6月:4") != std::string::npos);
}

TEST_CASE("what only has a spreadsheet's name is refused with what to do", "[import]") {
  const Desk desk;
  REQUIRE(desk.run("init").exit == 0);
  desk.write("a.xls", "\n<html><body><table><tr><td>动作</td></tr></table></body></html>");
  CHECK(desk.run("import a.xls", "zh").remarks.find("这是网页，只是取了表格文件的名字。") != std::string::npos);
  desk.write("b.xls", "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n<Workbook/>");
  CHECK(desk.run("import b.xls").remarks.find("XML spreadsheet of 2003") != std::string::npos);
  desk.write("c.xls", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(600, '\0'));
  const auto old = desk.run("import c.xls");
  CHECK(old.exit == 1);
  CHECK(old.remarks.find("save it as “Excel Workbook (*.xlsx)”, or as CSV") != std::string::npos);
}

const std::string rows =
    "动作,编号,日期,单位代码,名称,标题,牵头单位,时限,备注\r\n"
    "register-unit,,2022-01-01,QZJJ,区住建局,,,,\r\n"
    "立项,2022-001,2022-01-10,,,老旧小区改造,,,\r\n"
    "立项,2022-002,2022-13-10,,,\"道路, 桥梁\",,,\r\n"
    "交办,2022-002,2022-01-11,,,,区住建局,2022-06-30,依前一行\r\n"
    "交办,2022-001,2022-01-11,,,,区住建局,2022-06-30\r\n"
    "签收,2022-001,2022-01-12,QZJJ,,,,,\r\n";

TEST_CASE("rows left out go to a file in the form and encoding they came in, which imports once it is mended",
          "[import][rejects]") {
  struct Form {
    Encoding encoding;
    bool mark;
  };
  const auto form = GENERATE(Form{Encoding::utf8, true}, Form{Encoding::utf8, false}, Form{Encoding::gb18030, false},
                             Form{Encoding::utf16_le, true});
  const auto encoded = [&](const std::string& text) {
    return encode_text(text, form.encoding, form.mark ? tools::ByteOrderMark::with : tools::ByteOrderMark::without);
  };
  const Desk desk;
  REQUIRE(desk.run("init").exit == 0);
  desk.write("a.csv", encoded(rows));
  const auto ran = desk.run("import --on-error skip --rejects r.csv a.csv", "zh");
  INFO(ran.remarks);
  CHECK(ran.exit == 1);
  CHECK(ran.out == "a.csv:已记录 2,未记录 4\n");
  CHECK(ran.remarks.find("a.csv:4 行未记录,已写入 r.csv;改好后导入该文件即可。") != std::string::npos);

  const auto bytes = contents(desk.path("r.csv"));
  auto text = tools::decode_text(
      bytes, form.encoding == Encoding::gb18030 ? std::optional(tools::EncodingChoice::gb18030) : std::nullopt,
      tools::Language::zh);
  REQUIRE_FALSE(text.complaint);
  CHECK(text.encoding == form.encoding);
  CHECK(tools::begins_with_mark(bytes, form.encoding) == form.mark);
  CHECK(text.text.starts_with("不予记录的原因,动作,编号,"));
  CHECK(text.text.find(",立项,2022-002,2022-13-10,,,\"道路, 桥梁\",,,\r\n") != std::string::npos);
  CHECK(text.text.find("（同一事项的第 4 行也未记录）") != std::string::npos);

  auto mended = text.text;
  mended.replace(mended.find(",2022-13-10") + 1, 10, "2022-01-10");
  const auto short_row = mended.find("2022-06-30\r\n");
  mended.replace(short_row, 12, "2022-06-30,\r\n");
  desk.write("r.csv", encoded(mended));
  const auto again = desk.run("import r.csv", "zh");
  INFO(again.remarks);
  CHECK(again.exit == 0);
  CHECK(again.out == "r.csv:已记录 4\n");
  CHECK(desk.run("verify").exit == 0);
}

TEST_CASE("a file of rows left out, brought again with some still wrong, gives a file of the same kind",
          "[import][rejects]") {
  const Desk desk;
  REQUIRE(desk.run("init").exit == 0);
  desk.write("a.csv", rows);
  REQUIRE(desk.run("import --on-error skip --rejects r.csv a.csv", "zh").exit == 1);
  const auto ran = desk.run("import --on-error skip --rejects r2.csv r.csv", "zh");
  CHECK(ran.exit == 1);
  // Only where the reasons say in which line and column something stands do they differ.
  const auto without_reason = [&](const std::string& name) {
    std::vector<std::vector<std::string>> all;
    tools::each_csv_row(contents(desk.path(name)), ',', [&](tools::CsvRow&& row) {
      row.cells.front() = row.cells.front().substr(0, 3);
      all.push_back(row.cells);
    });
    return all;
  };
  CHECK(without_reason("r2.csv").size() == 5);
  CHECK(without_reason("r2.csv") == without_reason("r.csv"));
}

TEST_CASE("batch lines left out bear the reason as a member, broken ones stay as they are", "[import][rejects]") {
  const Desk desk;
  REQUIRE(desk.run("init").exit == 0);
  desk.write("a.jsonl",
             "{\"do\":\"register-unit\",\"on\":\"2022-01-01\",\"unit\":\"A\",\"name\":\"区住建局\"}\n"
             "{\"do\":\"open\",\"docket\":\"1\",\"on\":\"2022-01-32\",\"title\":\"甲\"}\r\n"
             "{\"do\":\"open\",\"docket\":\"2\"\n"
             "{\"do\":\"open\",\"docket\":\"3\",\"on\":\"2022-01-03\",\"title\":\"丙\"}\n");
  const auto ran = desk.run("import --on-error skip --rejects r.jsonl a.jsonl");
  CHECK(ran.out == "a.jsonl: recorded 2, refused 2\n");
  const auto text = contents(desk.path("r.jsonl"));
  CHECK(text.starts_with(
      "{\"do\":\"open\",\"docket\":\"1\",\"on\":\"2022-01-32\",\"title\":\"甲\",\"refused because\":\"cannot read on"));
  CHECK(text.ends_with("{\"do\":\"open\",\"docket\":\"2\"\n"));
  // Brought again, still wrong: one reason, not two.
  desk.run("import --on-error skip --rejects r2.jsonl r.jsonl");
  CHECK(contents(desk.path("r2.jsonl")) == text);
  auto mended = text.substr(0, text.find('\n') + 1);
  mended.replace(mended.find("2022-01-32"), 10, "2022-01-03");
  desk.write("m.jsonl", mended);
  CHECK(desk.run("import m.jsonl").out == "m.jsonl: recorded 1\n");
}

TEST_CASE("rows of a workbook left out are a workbook again", "[import][rejects][xlsx]") {
  const Desk desk;
  REQUIRE(desk.run("init").exit == 0);
  write_book(desk.path("a.xlsx"), "六月底");
  const auto ran = desk.run("import --on-error skip --rejects r.xlsx a.xlsx", "zh");
  INFO(ran.remarks);
  CHECK(ran.out == "a.xlsx:已记录 2,未记录 2\n");
  std::vector<tools::Row> read;
  const auto reading = tools::read_xlsx(desk.path("r.xlsx"), {}, tools::Language::zh,
                                        [&](const tools::Table&, tools::Row&& row) { read.push_back(std::move(row)); });
  CHECK(reading.table.sheet == "事件");
  REQUIRE(read.size() == 4);  // title, header, two rows
  CHECK(read[1].cells[0].text == "不予记录的原因");
  CHECK(read[2].cells[3].kind == tools::Cell::Kind::date);
  CHECK(read[2].cells[8].text == "六月底");
  CHECK(read[3].cells[0].text.find("同一事项的第 6 行也未记录") != std::string::npos);
  CHECK(desk.run("import r.xlsx", "zh").exit == 1);
}

TEST_CASE("rows are left out only where that can be done and nothing is lost by it", "[import][rejects]") {
  const Desk desk;
  REQUIRE(desk.run("init").exit == 0);
  desk.write("a.csv", rows);
  desk.write("there.csv", "x");
  auto ran = desk.run("import --on-error skip --rejects there.csv a.csv", "zh");
  CHECK(ran.exit == 1);
  CHECK(ran.remarks.find("文件“there.csv”已存在，不予覆盖；整批未记录 〔there.csv〕。") != std::string::npos);
  CHECK(contents(desk.path("there.csv")) == "x");
  ran = desk.run("import --on-error skip --rejects no/r.csv a.csv", "zh");
  CHECK(ran.remarks.find("文件“no/r.csv”无法写入") != std::string::npos);
  const auto pipe = "cd '" + desk.path("").string() + "' && mkfifo pipe && (cat a.csv >pipe &)";
  REQUIRE(std::system(pipe.c_str()) == 0);
  ran = desk.run("import --on-error skip --rejects r.csv pipe", "zh");
  CHECK(ran.remarks.find("不是磁盘上的文件") != std::string::npos);
  CHECK(desk.run("import --rejects r.csv a.csv").exit == 2);
  CHECK(desk.run("import --on-error skip --rejects r.csv a.csv a.csv").exit == 2);
  CHECK(desk.run("import").exit == 2);
  // A wrong header is about every row.
  desk.write("h.csv", "动作,完成时恨\n签收,x\n");
  ran = desk.run("import --on-error skip --rejects r.csv h.csv", "zh");
  CHECK(ran.exit == 1);
  CHECK(ran.remarks.find("整批未记录") != std::string::npos);
  desk.write("p.txt", "一、民生\n1. 改造小区（区某某局主办）\n2. 修路\n");
  ran = desk.run("import --as plan --on-error skip --rejects r.txt p.txt", "zh");
  CHECK(ran.exit == 1);
  CHECK(ran.remarks.find("任务分解不能跳过其中几项导入") != std::string::npos);
  CHECK(desk.run("log").out.find("a.csv") == std::string::npos);
  CHECK_FALSE(std::filesystem::exists(desk.path("r.csv")));
  // A dry run says what would be and writes nothing.
  ran = desk.run("import --dry-run --on-error skip --rejects r.csv a.csv");
  CHECK(ran.out == "a.csv: sound, would record 2, refused 4\n");
  CHECK_FALSE(std::filesystem::exists(desk.path("r.csv")));
}

TEST_CASE("numbers, days and codes may be typed in full width", "[import]") {
  const Desk desk;
  REQUIRE(desk.run("init").exit == 0);
  desk.write("a.csv",
             "动作,编号,日期,单位代码,名称,标题,牵头单位,时限,反馈周期,进度\n"
             "register-unit,,２０２２－０１－０１,ＱＺＪＪ,区住建局,,,,,\n"
             "立项,２０２２－００１,2022 - 01 - 10,,,题目　一,,,,\n"
             "交办,2022-001,2022-01-11,,,,QZJJ,３０ｄ,ｍｏｎｔｈｌｙ：２５,\n"
             "反馈,2022-001,2022-01-12,ＱＺＪＪ,,,,,,４０％\n");
  const auto ran = desk.run("import a.csv");
  INFO(ran.remarks);
  CHECK(ran.out == "a.csv: recorded 4\n");
  CHECK(desk.run("history 2022-001").out.find("题目　一") != std::string::npos);
}

TEST_CASE("an empty file to fill in imports as it is", "[import][template]") {
  for (const std::string language : {"zh", "en"})
    for (const std::string name : {"t.csv", "t.xlsx"}) {
      INFO(language << " " << name);
      const Desk desk;
      REQUIRE(desk.run("init").exit == 0);
      CHECK(desk.run("import --template events -o " + name, language).exit == 0);
      const auto ran = desk.run("import " + name, language);
      INFO(ran.remarks);
      CHECK(ran.exit == 0);
      CHECK(desk.run("log").out.find("区住建局") != std::string::npos);
    }
  const Desk desk;
  const auto table = desk.run("import --template register").out;
  CHECK(table.starts_with("\xEF\xBB\xBF序号,督办编号,"));
  CHECK(desk.run("import --template register -o no/t.xlsx").exit == 3);
  CHECK(desk.run("import --template register -o no/t.csv").exit == 3);
}

}  // namespace
}  // namespace ducha::cases
