// `check` at the door: what is printed, in which formats, with which exit code; and the flags when something is
// recorded.

#include <nlohmann/json.hpp>

#include "tests/cases/program.h"
#include "tests/catch.h"

namespace ducha::cases {
namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

TEST_CASE("an empty ledger has nothing to mend", "[check]") {
  const Desk desk;
  REQUIRE(desk.run("init").exit == 0);
  const auto ran = desk.run("check");
  CHECK(ran.exit == 0);
  CHECK(has(ran.out, "Nothing to report"));
}

TEST_CASE("findings are printed with what to do, and the exit code is still that of success", "[check]") {
  const Desk desk;
  import_beginning(desk);
  REQUIRE(desk.run("open docket=2022-002 title=路灯 on=2022-01-10").exit == 0);
  REQUIRE(desk.run("assign docket=2022-002 lead=区财政局 supporting=区相关部门 on=2022-01-10").exit == 0);
  for (const char* language : {"zh", "en"}) {
    const auto ran = desk.run("check --on 2022-03-01", language);
    CHECK(ran.exit == 0);
    CHECK(ran.remarks.empty());
    CHECK(has(ran.out, "2022-002"));
    CHECK(has(ran.out, "ducha reassign docket=2022-002 due="));
    CHECK(has(ran.out, "区相关部门"));
    CHECK(has(ran.out, "ducha publish decision=常2022-1"));
    // No line is wider than a terminal (a Chinese character is at least three bytes and two columns wide).
    std::istringstream lines(ran.out);
    for (std::string line; std::getline(lines, line);) CHECK(line.size() <= 120);
  }
  CHECK(has(desk.run("check --on 2022-03-01", "zh").out, "没有时限  2022-002"));
  const auto rows = nlohmann::json::parse(desk.run("check --on 2022-03-01 --format json").out)["rows"];
  REQUIRE(rows.size() == 3);
  CHECK(rows[0]["kind"] == "no_due");
  CHECK(rows[0]["docket"] == "2022-002");
  CHECK(rows[1]["kind"] == "unit_unnamed");
  CHECK(rows[2]["kind"] == "not_published");
  CHECK(rows[2]["decision"] == "常2022-1");
  CHECK(rows[2]["docket"].is_null());
  CHECK(has(desk.run("check --on 2022-03-01 --format csv").out, "no_due,2022-002"));
  CHECK(has(desk.run("check --on 2022-03-01 --format md").out, "| 2022-002 |"));
  CHECK(desk.run("check --format yaml").exit == 2);
  CHECK(desk.run("check --on 2022-02-30").exit == 2);
  CHECK(desk.run("check -o c.csv").exit == 0);
  CHECK(has(contents(desk.path("c.csv")), "no_due"));
}

TEST_CASE("what is recorded all the same is told to whoever records it, one by one or in a batch", "[flags]") {
  const Desk desk;
  import_beginning(desk);
  const auto flags = [&](const std::string& words, const std::string& zh, const std::string& en) {
    const auto told = desk.run(words + " --dry-run", "zh");
    INFO(words << "\n" << told.remarks);
    CHECK(told.exit == 0);
    CHECK(has(told.remarks, "提示:"));
    CHECK(has(told.remarks, zh));
    const auto done = desk.run(words);
    CHECK(done.exit == 0);
    CHECK(has(done.out, "recorded"));
    CHECK(has(done.remarks, "note: "));
    CHECK(has(done.remarks, en));
    CHECK(done.remarks.find('{') == std::string::npos);
  };
  flags("decide decision=常2022-2 major=true procedure=expert on=2022-02-01",
        "公众参与、风险评估、合法性审查、集体讨论", "public participation, risk assessment");
  desk.run("notice docket=2022-001 unit=QCZJ colour=blue on=2022-03-01");
  flags("notice docket=2022-001 unit=QCZJ colour=orange on=2022-03-10", "蓝 2022-03-01", "blue 2022-03-01");
  flags("notice docket=2022-001 unit=QCZJ colour=yellow on=2022-03-11", "不重于", "no stronger");
  CHECK(has(desk.run("history 2022-001").out, "before blue 2022-03-01, orange 2022-03-10"));
  flags("extend docket=2022-001 unit=QZJJ to=2022-09-30 on=2022-07-01", "2022-06-30", "chase date");
  flags("exempt docket=2022-001 unit=QCZJ duty=part due=2022-01-14 on=2022-07-02", "没有", "excuses nothing");
  flags("merge-unit unit=QCZJ into=QZJJ on=2022-07-10", "涉及事项:2022-001", "2022-001");
  const auto history = desk.run("history 2022-001").out;
  CHECK(has(history, "unit 区财政局  into 区住建局"));

  desk.write("b.jsonl", R"({"do":"decide","on":"2022-02-02","decision":"常2022-3","major":true}
{"do":"open","on":"2022-02-02","docket":"2022-009","title":"路灯"}
{"do":"assign","on":"2022-02-02","docket":"2022-009","lead":"NHL","supporting":["各有关部门"]}
)");
  const auto batch = desk.run("import b.jsonl");
  CHECK(batch.exit == 0);
  CHECK(has(batch.remarks, "b.jsonl: "));
  CHECK(has(batch.remarks, "collective discussion"));
  CHECK(has(batch.remarks, "2022-009: “各有关部门”"));
}

TEST_CASE("a docket opened without a number is told the one it got", "[open]") {
  const Desk desk;
  REQUIRE(desk.run("init").exit == 0);
  CHECK(has(desk.run("open title=路灯 on=2022-01-10").out, " docket 2022-001\n"));
  CHECK(has(desk.run("open title=学位 on=2022-01-10", "zh").out, " 编号 2022-002\n"));
  CHECK_FALSE(has(desk.run("open docket=7 title=桥 on=2022-01-10").out, "docket"));
}

TEST_CASE("a merger of units says what passed to whom, and names are those of the day", "[organisation]") {
  const Desk desk;
  import_beginning(desk);
  REQUIRE(desk.run("register-unit unit=QGZ name=区国资办 on=2022-01-01").exit == 0);
  REQUIRE(desk.run("rename-unit unit=QCZJ name=区财政和国资局 on=2022-02-01").exit == 0);
  REQUIRE(desk.run("merge-unit unit=QCZJ into=QGZ on=2022-03-01").exit == 0);
  const auto history = desk.run("history 2022-001", "zh").out;
  CHECK(has(history, "+ 区财政局 办结 2022-06-30"));
  CHECK(has(history, "> 区财政和国资局 办结 2022-06-30 未到期 移交 区国资办"));
  CHECK_FALSE(has(history, "- 区财政和国资局"));
  for (const char* report : {"report duties", "report overdue", "report standing"}) {
    INFO(report);
    const auto on = [&](const std::string& day) {
      return desk.run(std::string(report) + " --on " + day + " --format md", "zh").out;
    };
    CHECK(has(on("2022-01-31"), "区财政局"));
    CHECK_FALSE(has(on("2022-01-31"), "区财政和国资局"));
    CHECK(has(on("2022-02-01"), "区财政和国资局"));
    CHECK(has(on("2022-03-01"), "区国资办"));
  }
}

}  // namespace
}  // namespace ducha::cases
