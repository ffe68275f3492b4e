// 台账, as a clerk brings it: last month's copy, this month's, with slips, in the encoding Excel chose; and taken back.

#include <algorithm>
#include <map>

#include <nlohmann/json.hpp>

#include "tests/cases/program.h"
#include "tests/catch.h"

namespace ducha::cases {
namespace {

using nlohmann::json;

const std::filesystem::path registers = std::filesystem::path(DUCHA_SOURCE_DIR) / "tests" / "corpora" / "registers";

const std::string units =
    R"({"do":"register-unit","on":"2022-01-01","unit":"QZJJ","name":"区住建局","aliases":["区住房和城乡建设局"]}
{"do":"register-unit","on":"2022-01-01","unit":"QCZJ","name":"区财政局"}
{"do":"register-unit","on":"2022-01-01","unit":"QSJG","name":"区市场监管局"}
{"do":"register-unit","on":"2022-01-01","unit":"QMZJ","name":"区民政局"}
{"do":"register-unit","on":"2022-01-01","unit":"QWJW","name":"区卫健委"}
{"do":"register-unit","on":"2022-01-01","unit":"QJYJ","name":"区教育局"}
{"do":"register-unit","on":"2022-01-01","unit":"QHBJ","name":"区生态环境局"}
{"do":"register-unit","on":"2022-01-01","unit":"QCGJ","name":"区城管局"}
{"do":"register-unit","on":"2022-01-01","unit":"QYJJ","name":"区应急局"}
{"do":"register-unit","on":"2022-01-01","unit":"NHL","name":"宁海路街道","kind":"subdistrict"}
{"do":"register-unit","on":"2022-01-01","unit":"HQL","name":"华侨路街道","kind":"subdistrict"}
{"do":"define-group","on":"2022-01-01","name":"各街道","members":["NHL","HQL"]}
)";

class Office {
 public:
  Office() {
    REQUIRE(desk.run("init").exit == 0);
    desk.write("units.jsonl", units);
    REQUIRE(desk.run("import units.jsonl").exit == 0);
    for (const char* name : {"2022-05.csv", "2022-06.csv"}) desk.write(name, contents(registers / name));
  }
  Ran import(const std::string& words) const {
    const auto ran = desk.run("import " + words);
    INFO(words << "\n" << ran.out << ran.remarks);
    REQUIRE(ran.exit == 0);
    return ran;
  }
  json rows(const std::string& report) const {
    const auto ran = desk.run("report " + report + " --format json");
    INFO(report << "\n" << ran.remarks);
    REQUIRE(ran.exit == 0);
    return json::parse(ran.out)["rows"];
  }
  json card(const std::string& docket, const std::string& on) const {
    for (const auto& row : rows("cards --on " + on))
      if (row["docket"] == docket) return row;
    return {};
  }
  // `due state` of a duty of the unit on the docket.
  std::string duty(const std::string& docket, const std::string& unit, const std::string& kind,
                   const std::string& on) const {
    for (const auto& row : rows("duties --on " + on))
      if (row["docket"] == docket && row["unit"] == unit && row["duty"] == kind)
        return row["due"].get<std::string>() + " " + row["state"].get<std::string>();
    return "nothing";
  }
  std::string batch_of(const std::string& file) const {
    const auto listed = json::parse(desk.run("batches --format json").out);
    for (const auto& row : listed["rows"])
      if (row["file"] == file) return row["batch"];
    return {};
  }
  Desk desk;
};

// Entries, dockets and root; the store's sizes change by themselves.
std::string root(const std::string& stats) { return stats.substr(0, stats.find("edition")); }

std::string with(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

TEST_CASE("a register becomes dockets with the units, days and progress its cells name", "[register]") {
  const Office office;
  office.import("2022-05.csv");
  CHECK(office.rows("cards --on 2022-06-01").size() == 6);
  CHECK(office.duty("鼓督2022-001", "QZJJ", "completion", "2022-06-01") == "2022-06-30 pending");
  CHECK(office.duty("鼓督2022-001", "NHL", "acceptance", "2022-06-01") == "2022-02-11 overdue");   // of 各街道
  CHECK(office.duty("鼓督2022-002", "QZJJ", "completion", "2022-06-01") == "2022-12-31 pending");  // by its alias
  CHECK(office.duty("鼓督2022-003", "QMZJ", "completion", "2022-06-01") == "2022-09-30 pending");
  CHECK(office.duty("鼓督2022-004", "QWJW", "feedback", "2022-06-01") == "2022-03-25 overdue");
  CHECK(office.duty("鼓督2022-004", "QJYJ", "acceptance", "2022-06-01") == "2022-03-02 overdue");
  CHECK(office.duty("鼓督2022-005", "QHBJ", "completion", "2022-06-01")
            .ends_with(" late"));                                                       // no day of completion given
  CHECK(office.duty("鼓督2022-006", "QCGJ", "completion", "2022-06-01") == "nothing");  // 长期
  const auto card = office.card("鼓督2022-001", "2022-06-01");
  CHECK(card["progress"] == 40);
  CHECK(card["leader"] == "副区长一");
  CHECK(card["category"] == "一、城市更新");
  CHECK(card["decision"] == "区政府第5次常务会议");
  CHECK(office.card("鼓督2022-002", "2022-06-01")["leader"] == "副区长一");  // the merged cell above
}

TEST_CASE("a dry run shows what each row becomes and records nothing", "[register]") {
  const Office office;
  const auto ran = office.import("--dry-run 2022-05.csv");
  for (const char* shown : {"鼓督2022-001", "opened", "progress 40%", "closed", "would record"})
    CHECK(ran.out.find(shown) != std::string::npos);
  for (const char* said :
       {"told on 2022-05-31", "days without a year are of 2022", "联系电话", "subtotals, not read: lines 14"})
    CHECK(ran.remarks.find(said) != std::string::npos);
  CHECK(office.rows("cards --on 2022-06-01").empty());
  CHECK(office.desk.run("import --dry-run 2022-05.csv", "zh").out.find("新立项") != std::string::npos);
}

TEST_CASE("next month's copy records what has changed and says so, and what is gone stays open", "[register]") {
  const Office office;
  office.import("2022-05.csv");
  const auto ran = office.import("2022-06.csv");
  for (const char* said : {"extended 2022-06-30→2022-09-30", "progress 60%", "further supporting 华侨路街道",
                           "reported done 2022-06-30", "in an earlier copy and not in this one: 1", "鼓督2022-006"})
    CHECK(ran.out.find(said) != std::string::npos);
  CHECK(office.duty("鼓督2022-001", "QZJJ", "completion", "2022-07-01") == "2022-09-30 pending");
  CHECK(office.duty("鼓督2022-003", "QMZJ", "completion", "2022-07-01") == "2022-09-30 on_time");
  CHECK(office.duty("鼓督2022-007", "QYJJ", "completion", "2022-07-01") == "2022-07-04 pending");
  CHECK(office.card("鼓督2022-006", "2022-07-01")["stage"] == "assigned");
}

TEST_CASE("the same copy again adds nothing, whatever its name", "[register]") {
  const Office office;
  office.import("2022-05.csv");
  const auto before = root(office.desk.run("stats").out);
  office.desk.write("again.csv", contents(registers / "2022-05.csv"));
  CHECK(office.import("again.csv").out.find("nothing added") != std::string::npos);
  CHECK(office.import("2022-05.csv").out.find("nothing added") != std::string::npos);
  CHECK(root(office.desk.run("stats").out) == before);
}

TEST_CASE("a row that contradicts the ledger is complained of with both values, and nothing is recorded",
          "[register]") {
  struct Slip {
    const char *from, *to, *here, *recorded;
  };
  const Office office;
  office.import("2022-05.csv");
  const auto next = contents(registers / "2022-06.csv");
  const auto before = root(office.desk.run("stats").out);
  for (const auto& [from, to, here, recorded] :
       {Slip{"老旧小区改造", "老旧小区整治", "老旧小区整治", "老旧小区改造"},
        Slip{"一,区住建局,", "一,区城管局,", "区城管局", "区住建局"},
        Slip{"整治完毕,100%,已办结", "整治完毕,100%,办理中", "办理中", "closed 2022-05-31"},
        Slip{"\"区财政局、各街道\"", "\"区财政局、宁海路街道\"", "宁海路街道", "华侨路街道"},
        Slip{"三季度末", "5月底", "2022-05-31", "2022-09-30"}}) {
    office.desk.write("slip.csv", with(next, from, to));
    const auto ran = office.desk.run("import slip.csv");
    INFO(to << "\n" << ran.remarks);
    CHECK(ran.exit == 1);
    CHECK(ran.remarks.find(here) != std::string::npos);
    CHECK(ran.remarks.find(recorded) != std::string::npos);
    CHECK(ran.remarks.find("slip.csv:") != std::string::npos);
  }
  CHECK(root(office.desk.run("stats").out) == before);
}

TEST_CASE("every cell that cannot be read is named with its place and what would be right", "[register]") {
  const Office office;
  auto text = contents(registers / "2022-05.csv");
  text = with(text, "6月底前", "6月前");
  text = with(text, "区市场监管局", "市场监管局");
  text = with(text, "选址已确定,30,", "选址已确定,130,");
  text = with(text, "在办", "差不多了");
  text = with(text, "20220315", "20220230");
  text = with(text, "区城管局,各有关部门", ",各有关部门");
  text = with(text, "纳入日常巡查", "#REF!");
  office.desk.write("slips.csv", text);
  const auto ran = office.desk.run("import slips.csv");
  CHECK(ran.exit == 1);
  for (const char* said :
       {"slips.csv:6:10", "6月前", "slips.csv:7:8", "Did you mean 区市场监管局", "slips.csv:9:12", "slips.csv:11:13",
        "差不多了", "slips.csv:12:9", "slips.csv:13:7", "slips.csv:13:11", "#REF!", "7 things to mend"}) {
    INFO(said << "\n" << ran.remarks);
    CHECK(ran.remarks.find(said) != std::string::npos);
  }
  CHECK(office.rows("cards --on 2022-06-01").empty());
}

TEST_CASE("the encoding Excel writes is understood, and said", "[register]") {
  const Office office;
  const auto file = office.desk.path("gbk.csv");
  REQUIRE(
      std::system(("iconv -f UTF-8 -t GB18030 '" + (registers / "2022-05.csv").string() + "' >'" + file.string() + "'")
                      .c_str()) == 0);
  const auto ran = office.import("gbk.csv");
  CHECK(ran.remarks.find("GB18030") != std::string::npos);
  CHECK(office.card("鼓督2022-001", "2022-06-01")["title"] == "老旧小区改造");
}

TEST_CASE("without numbers a row is known by its title and lead", "[register]") {
  const Office office;
  const std::string header = "序号,工作任务,责任单位,完成时间,推进情况\n";
  office.desk.write("a.csv", header + "1,修复大桥,区住建局,2022-09-30,已开工\n2,清理河道,区城管局,2022-10-31,\n");
  office.import("a.csv --on 2022-05-01");
  CHECK(office.card("2022-001", "2022-06-01")["title"] == "修复大桥");
  // Numbered anew, as such tables are each month.
  office.desk.write("b.csv", header +
                                 "1,清理河道,区城管局,2022-10-31,过半\n2,修复大桥,区住建局,2022-09-30,已开工\n3,"
                                 "新建公园,区城管局,2022-12-31,\n");
  const auto ran = office.import("b.csv --on 2022-06-01");
  CHECK(ran.out.find("opened 1, changed 1, unchanged 1") != std::string::npos);
  CHECK(office.card("2022-003", "2022-06-02")["title"] == "新建公园");
  office.desk.write("c.csv", header + "1,清理河道,区住建局,2022-10-31,过半\n");
  const auto other = office.desk.run("import c.csv --on 2022-06-02");
  CHECK(other.exit == 1);
  CHECK(other.remarks.find("区城管局") != std::string::npos);
}

TEST_CASE("dockets are numbered by the prefix asked for, and unknown units registered when asked", "[register]") {
  const Office office;
  office.desk.write("a.csv", "序号,工作任务,责任单位\n1,修复大桥,区交通运输局\n2,清理河道,\"区水务局、区城管局\"\n");
  CHECK(office.desk.run("import a.csv --prefix 重点").exit == 1);
  office.import("a.csv --prefix 重点 --register-units --on 2022-05-01 --due 2022-12-31");
  CHECK(office.duty("重点-1", "区交通运输局", "completion", "2022-06-01") == "2022-12-31 pending");
  CHECK(office.duty("重点-2", "QCGJ", "completion", "2022-06-01") == "2022-12-31 pending");
}

TEST_CASE("a batch is listed, taken back whole, and can then be brought again", "[register]") {
  const Office office;
  office.import("2022-05.csv");
  const auto batch = office.batch_of("2022-05.csv");
  REQUIRE(batch.size() == 12);
  CHECK(office.desk.run("batches", "zh").out.find(batch) != std::string::npos);
  CHECK(office.desk.run("correct --batch " + batch.substr(0, 6) + " reason=误导入 --dry-run").exit == 0);
  CHECK(office.rows("cards --on 2022-06-01").size() == 6);
  CHECK(office.desk.run("correct --batch " + batch + " reason=误导入").out.find("corrected") != std::string::npos);
  CHECK(office.rows("cards --on 2022-06-01").empty());
  CHECK(office.desk.run("correct --batch " + batch).out.find("nothing added") != std::string::npos);
  CHECK(office.desk.run("correct --batch 000000000000").exit == 1);
  CHECK(office.desk.run("verify").exit == 0);
  office.import("2022-05.csv");
  CHECK(office.rows("cards --on 2022-06-01").size() == 6);
  CHECK(office.desk.run("verify").exit == 0);
}

TEST_CASE("a batch that later facts stand on is not taken back, and they are named", "[register]") {
  const Office office;
  office.import("2022-05.csv");
  REQUIRE(
      office.desk.run("feedback id=后来的反馈 docket=鼓督2022-002 unit=区住建局 on=2022-06-10 text=已完工5部").exit ==
      0);
  const auto batch = office.batch_of("2022-05.csv");
  const auto ran = office.desk.run("correct --batch " + batch + " reason=误导入");
  CHECK(ran.exit == 1);
  CHECK(ran.remarks.find("后来的反馈") != std::string::npos);
  CHECK(office.rows("cards --on 2022-06-11").size() == 6);
  // The units' own batch is used by the register's.
  CHECK(office.desk.run("correct --batch " + office.batch_of("units.jsonl")).remarks.find("in_use") !=
        std::string::npos);
  REQUIRE(office.desk.run("correct entry=后来的反馈").exit == 0);
  CHECK(office.desk.run("correct --batch " + batch + " reason=误导入").exit == 0);
  CHECK(office.desk.run("correct --batch " + office.batch_of("units.jsonl")).exit == 0);
}

}  // namespace
}  // namespace ducha::cases
