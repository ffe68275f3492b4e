// Rows of a register that are left out, mended and brought: in the end as if the register had been right at once.

#include <nlohmann/json.hpp>
#include <xlsxwriter.h>

#include "tests/cases/program.h"
#include "tests/catch.h"
#include "tools/import/encoding.h"
#include "tools/import/table.h"

namespace ducha::cases {
namespace {

using nlohmann::json;

constexpr const char* units =
    R"({"do":"register-unit","on":"2022-01-01","unit":"QZJJ","name":"区住建局"}
{"do":"register-unit","on":"2022-01-01","unit":"QCZJ","name":"区财政局"}
{"do":"register-unit","on":"2022-01-01","unit":"QMZJ","name":"区民政局"}
)";

void begin(const Desk& desk) {
  REQUIRE(desk.run("init").exit == 0);
  desk.write("units.jsonl", units);
  REQUIRE(desk.run("import units.jsonl").exit == 0);
}

json rows(const Desk& desk, const std::string& report) {
  const auto ran = desk.run("report " + report + " --on 2022-07-01 --format json");
  INFO(ran.remarks);
  REQUIRE(ran.exit == 0);
  return json::parse(ran.out)["rows"];
}

void check_equal(const Desk& one, const Desk& other) {
  CHECK(rows(one, "cards") == rows(other, "cards"));
  CHECK(rows(one, "duties") == rows(other, "duties"));
}

// Under headings, with what a merge left blank in the leader's column and in a task of two rows.
std::string register_text(const std::string& due, const std::string& lead) {
  return "2022年6月督查台账,,,,,,,\n"
         "编号,任务来源,督查事项,具体措施,分管领导,牵头单位,配合单位,完成时限\n"
         "一、城市建设,,,,,,,\n"
         "1,区政府工作报告,老旧小区改造,,副区长一,区住建局,区财政局,2022-06-30\n"
         "2,,雨污分流,,,区住建局,,2022-08-31\n"
         "二、民生,,,,,,,\n"
         "3,常务会议,养老服务,新建两处,副区长二,区民政局,区财政局,2022-09-30\n"
         ",,,适老化改造,," +
         lead + ",,2022-10-31\n" + "4,,托育服务,,,区民政局,," + due +
         "\n"
         "合计,4项,,,,,,\n";
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

TEST_CASE("rows of a register left out keep what they took from others, and once mended all is as it should be",
          "[import][rejects][register]") {
  const auto encoding = GENERATE(tools::Encoding::utf8, tools::Encoding::gb18030);
  const Desk desk, whole;
  begin(desk);
  begin(whole);
  const auto text = [&](const std::string& utf8) {
    return tools::encode_text(utf8, encoding, tools::ByteOrderMark::without);
  };
  desk.write("台账.csv", text(register_text("2022-13-01", "区卫生局")));
  whole.write("台账.csv", text(register_text("2022-12-31", "区民政局")));
  REQUIRE(whole.run("import --on 2022-06-01 --prefix 2022 台账.csv", "zh").exit == 0);

  auto ran = desk.run("import --on 2022-06-01 --prefix 2022 --on-error skip --rejects 退回.csv 台账.csv", "zh");
  INFO(ran.out << ran.remarks);
  CHECK(ran.exit == 1);
  CHECK(ran.out.find("新立项 2 项") != std::string::npos);
  // The two that were wrong, and the row the first of them is merged with.
  CHECK(ran.remarks.find("3 行未记录,已写入 退回.csv") != std::string::npos);
  CHECK(rows(desk, "cards").size() == 2);

  const auto apart = tools::decode_text(contents(desk.path("退回.csv")), {}, tools::Language::zh).text;
  INFO(apart);
  CHECK(apart.find("与有错的行合并为一项") != std::string::npos);
  CHECK(apart.find("老旧小区改造") == std::string::npos);
  desk.write("改好.csv", text(replaced(replaced(apart, "2022-13-01", "2022-12-31"), "区卫生局", "区民政局")));
  ran = desk.run("import --on 2022-06-01 --prefix 2022 改好.csv", "zh");
  INFO(ran.out << ran.remarks);
  CHECK(ran.exit == 0);
  CHECK(ran.out.find("以前在册") == std::string::npos);
  CHECK(ran.remarks.find("不予记录的原因") == std::string::npos);
  check_equal(desk, whole);
}

TEST_CASE("rows of a workbook's register left out keep what stood in merged cells", "[import][rejects][register]") {
  const auto write = [](const Desk& desk, const char* due) {
    auto* book = workbook_new(desk.path("台账.xlsx").c_str());
    auto* sheet = workbook_add_worksheet(book, "台账");
    const auto put = [&](unsigned row, std::initializer_list<const char*> cells) {
      lxw_col_t column = 0;
      for (const auto* cell : cells) worksheet_write_string(sheet, row, column++, cell, nullptr);
    };
    worksheet_merge_range(sheet, 0, 0, 0, 5, "2022年6月督查台账", nullptr);
    put(1, {"编号", "任务来源", "督查事项", "牵头领导", "牵头单位", "完成时限"});
    put(2, {"2022-1", "", "老旧小区改造", "副区长一", "区住建局", "2022-06-30"});
    put(3, {"2022-2", "", "雨污分流", "副区长一", "区住建局", due});
    put(4, {"2022-3", "", "养老服务", "副区长二", "区民政局", "2022-09-30"});
    worksheet_merge_range(sheet, 2, 1, 3, 1, "区政府工作报告", nullptr);
    workbook_close(book);
  };
  const Desk desk, whole, mended;
  for (const auto* each : {&desk, &whole}) begin(*each);
  write(desk, "下下月底");
  write(whole, "2022-08-31");
  REQUIRE(whole.run("import --on 2022-06-01 台账.xlsx", "zh").exit == 0);
  auto ran = desk.run("import --on 2022-06-01 --on-error skip --rejects 退回.xlsx 台账.xlsx", "zh");
  INFO(ran.out << ran.remarks);
  CHECK(ran.exit == 1);
  CHECK(ran.remarks.find("1 行未记录") != std::string::npos);
  std::vector<tools::Row> read;
  tools::read_xlsx(desk.path("退回.xlsx"), {}, tools::Language::zh,
                   [&](const tools::Table&, tools::Row&& row) { read.push_back(std::move(row)); });
  REQUIRE(read.size() == 3);
  CHECK(read[2].cells[2].text == "区政府工作报告");
  CHECK(read[2].cells[6].text == "下下月底");
  // Mended by hand, as a clerk would.
  std::string text;
  for (std::size_t i = 1; i < read.size(); ++i) {
    for (const auto& cell : read[i].cells) text += replaced(cell.text, "下下月底", "2022-08-31") + "\t";
    text += "\n";
  }
  desk.write("改好.csv", text);
  ran = desk.run("import --on 2022-06-01 改好.csv", "zh");
  INFO(ran.out << ran.remarks);
  CHECK(ran.exit == 0);
  check_equal(desk, whole);
}

TEST_CASE("next month's register with rows left out misses nobody", "[import][rejects][register]") {
  const Desk desk;
  begin(desk);
  desk.write("5月.csv", replaced(register_text("2022-12-31", "区民政局"), "2022年6月", "2022年5月"));
  REQUIRE(desk.run("import --on 2022-05-31 --prefix 2022 5月.csv", "zh").exit == 0);
  // A due day that cannot be read: the docket is in the register all the same.
  desk.write("6月.csv", register_text("2022-13-01", "区民政局"));
  const auto ran = desk.run("import --on 2022-06-30 --prefix 2022 --on-error skip --rejects r.csv 6月.csv", "zh");
  INFO(ran.out << ran.remarks);
  CHECK(ran.exit == 1);
  CHECK(ran.out.find("以前在册") == std::string::npos);
}

TEST_CASE("rows of a register are left out only where they can be kept and told apart", "[import][rejects][register]") {
  const Desk desk;
  begin(desk);
  desk.write("台账.csv", register_text("2022-13-01", "区民政局"));
  auto ran = desk.run("import --on 2022-06-01 --on-error skip 台账.csv", "zh");
  CHECK(ran.exit == 1);
  CHECK(ran.remarks.find("须用 --rejects") != std::string::npos);
  desk.write("无编号.csv",
             "督查事项,具体措施,牵头单位,完成时限\n养老服务,新建两处,区民政局,2022-09-30\n,适老化改造,区卫生局,\n");
  ran = desk.run("import --on 2022-06-01 --on-error skip --rejects r.csv 无编号.csv", "zh");
  INFO(ran.out << ran.remarks);
  CHECK(ran.exit == 1);
  CHECK(ran.remarks.find("没有编号,不能单独跳过") != std::string::npos);
  desk.write("无列.csv", "编号,督查事项,完成时限\n1,养老服务,2022-13-01\n");
  ran = desk.run("import --as register --on 2022-06-01 --on-error skip --rejects r.csv 无列.csv", "zh");
  CHECK(ran.exit == 1);
  CHECK(ran.remarks.find("表头没有") != std::string::npos);
  CHECK_FALSE(std::filesystem::exists(desk.path("r.csv")));
  CHECK(rows(desk, "cards").empty());
}

}  // namespace
}  // namespace ducha::cases
