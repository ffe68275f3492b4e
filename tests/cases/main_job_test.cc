// The main job from the outside: what is typed, what appears, the exit code.

#include <nlohmann/json.hpp>

#include "tests/cases/program.h"
#include "tests/catch.h"

namespace ducha::cases {
namespace {

TEST_CASE("a batch is recorded once, however often it is brought", "[import]") {
  const Desk desk;
  desk.write("a.jsonl", beginning);
  REQUIRE(desk.run("init").exit == 0);
  const auto first = desk.run("import a.jsonl");
  CHECK(first.exit == 0);
  CHECK(first.out.find("recorded 9") != std::string::npos);
  const auto again = desk.run("import a.jsonl");
  CHECK(again.exit == 0);
  CHECK(again.out.find("nothing added") != std::string::npos);
  CHECK(desk.run("verify").exit == 0);
}

TEST_CASE("the same commands in one file or many, followed or rebuilt, give the same rows", "[views]") {
  const Desk one, many;
  one.write("a.jsonl", beginning);
  one.run("init");
  REQUIRE(one.run("import a.jsonl").exit == 0);
  many.run("init");
  std::istringstream lines(beginning);
  std::string line;
  for (int n = 0; std::getline(lines, line); ++n) {
    many.write("line.jsonl", line + "\n");
    REQUIRE(many.run("import line.jsonl").exit == 0);
  }
  const auto rows = [](const Ran& ran) { return ran.out.substr(ran.out.find("\"rows\"")); };
  for (const char* report : {"duties --on 2022-02-01", "overdue --on 2022-02-01", "standing --on 2022-02-01",
                             "duties --on 2022-01-11", "cards --on 2023-01-01"}) {
    INFO(report);
    const auto words = std::string("report ") + report + " --format json";
    const auto followed = one.run(words);
    REQUIRE(followed.exit == 0);
    CHECK(rows(followed) == rows(many.run(words)));
    REQUIRE(one.run("rebuild").exit == 0);
    CHECK(one.run(words).out == followed.out);
  }
  CHECK(many.run("verify").exit == 0);
}

TEST_CASE("what is exported makes a ledger with the same duties", "[export]") {
  const Desk desk, other;
  desk.write("a.jsonl", beginning);
  desk.run("init");
  desk.run("import a.jsonl");
  other.write("e.jsonl", desk.run("export").out);
  other.run("init");
  REQUIRE(other.run("import e.jsonl").exit == 0);
  const auto rows = [](const Ran& ran) { return ran.out.substr(ran.out.find("\"rows\"")); };
  const std::string words = "report duties --on 2022-08-01 --format json";
  CHECK(rows(desk.run(words)) == rows(other.run(words)));
}

TEST_CASE("an earlier state of knowledge gives byte for byte what was answered then", "[known-at]") {
  const Desk desk;
  desk.write("a.jsonl", beginning);
  desk.run("init");
  desk.run("import a.jsonl");
  const std::string words = "report duties --on 2022-03-01 --format json";
  const auto then = desk.run(words);
  const auto seq = then.out.substr(then.out.find("\"seq\":") + 6, 2);
  REQUIRE(desk.run("correct entry=f1 on=2022-03-01 reason=误录").exit == 0);
  const auto now = desk.run(words);
  CHECK(now.out != then.out);
  CHECK(desk.run(words + " --known-at " + seq).out == then.out);
  CHECK(desk.run("correct entry=f1 on=2022-03-02").exit == 1);
  CHECK(desk.run("verify").exit == 0);
}

TEST_CASE("paper that arrives late is judged where it belongs", "[late]") {
  const Desk desk;
  desk.write("a.jsonl", beginning);
  desk.run("init");
  desk.run("import a.jsonl");
  REQUIRE(desk.run("accept docket=2022-001 unit=QCZJ on=2022-02-10").exit == 0);
  const auto refused = desk.run("accept docket=2022-001 unit=区财政局 on=2022-01-15");
  CHECK(refused.exit == 1);
  CHECK(refused.remarks.find("later_facts_unlawful") != std::string::npos);
  REQUIRE(desk.run("feedback docket=2022-001 unit=QCZJ on=2022-01-20").exit == 0);
  CHECK(desk.run("report duties --on 2022-02-01 --unit QCZJ --format json").out.find(R"("done":"2022-01-20")") !=
        std::string::npos);
}

TEST_CASE("a completion whose unit is not named is the lead's of that day, also when earlier paper changes the lead",
          "[late]") {
  const Desk desk;
  desk.write("a.jsonl", beginning);
  desk.run("init");
  desk.run("import a.jsonl");
  REQUIRE(desk.run("complete docket=2022-001 on=2022-03-10").exit == 0);
  REQUIRE(desk.run("reassign docket=2022-001 lead=QCZJ on=2022-02-08").exit == 0);
  const auto report = desk.run("report duties --on 2022-03-10 --unit QCZJ --format json");
  CHECK(report.out.find(R"("done":"2022-03-10")") != std::string::npos);
  // Named, it is that unit's, and a unit that no longer led cannot have completed.
  REQUIRE(desk.run("return docket=2022-001 on=2022-03-11").exit == 0);
  REQUIRE(desk.run("complete docket=2022-001 unit=QCZJ on=2022-03-20").exit == 0);
  const auto refused = desk.run("reassign docket=2022-001 lead=QZJJ due=2022-12-31 on=2022-03-15");
  CHECK(refused.exit == 1);
  CHECK(refused.remarks.find("unit_does_not_lead") != std::string::npos);
}

TEST_CASE("a long line is shown by whole characters", "[import]") {
  const Desk desk;
  desk.write("a.jsonl", beginning);
  desk.run("init");
  desk.run("import a.jsonl");
  REQUIRE(desk.run("accept docket=2022-001 unit=QCZJ on=2022-02-10").exit == 0);
  for (const std::string before : {"", "a", "ab"}) {
    std::string note = before;
    for (int i = 0; i < 60; ++i) note += "晚";
    desk.write("late.jsonl",
               R"({"do":"accept","docket":"2022-001","on":"2022-01-15","note":")" + note + R"(","unit":"QCZJ"})");
    const auto ran = desk.run("import late.jsonl");
    CHECK(ran.exit == 1);
    CHECK_NOTHROW(nlohmann::json(ran.remarks).dump());  // which refuses bytes that are no UTF-8
  }
}

TEST_CASE("all complaints of a file come at once, and nothing of it is recorded", "[import]") {
  const Desk desk;
  desk.write("a.jsonl", beginning);
  desk.run("init");
  desk.run("import a.jsonl");
  desk.write("b.jsonl", R"({"do":"accept","docket":"2022-001","on":"2022-01-13","unit":"QCZJ"}
{"do":"accept","docket":"2022-001","on":"2022-13-13","unit":"NHL"}
{"do":"urge","docket":"2022-009","on":"2022-01-13","unit":"NHL"}
)");
  const auto root = [](const Ran& ran) { return ran.out.substr(0, ran.out.find("edition")); };
  const auto before = root(desk.run("stats"));
  const auto ran = desk.run("import b.jsonl");
  CHECK(ran.exit == 1);
  CHECK(ran.remarks.find("b.jsonl:2") != std::string::npos);
  CHECK(ran.remarks.find("b.jsonl:3") != std::string::npos);
  CHECK(root(desk.run("stats")) == before);
}

TEST_CASE("stats tell of the last import and of the views, and need no file for it", "[import][stats]") {
  const Desk desk;
  desk.write("a.jsonl", beginning);
  desk.run("init");
  CHECK(desk.run("stats").out.find("last import") == std::string::npos);
  desk.run("import a.jsonl --dry-run");
  CHECK(desk.run("stats").out.find("last import") == std::string::npos);
  desk.run("import a.jsonl");
  const auto told = desk.run("stats");
  CHECK(told.exit == 0);
  CHECK(told.out.find("last import\ta.jsonl\nits commands\t9\n") != std::string::npos);
  CHECK(told.out.find("its commands a second\t") != std::string::npos);
  CHECK(told.out.find("bytes of views\t") != std::string::npos);
  // Nothing new is no import.
  desk.run("import a.jsonl");
  const auto last = [](const Ran& ran) { return ran.out.substr(ran.out.find("last import")); };
  CHECK(last(desk.run("stats")) == last(told));
  for (const char* other : {"", "{", "[]", "{}", R"({"file":7})"}) {
    desk.write("L/last-import", other);
    const auto ran = desk.run("stats");
    CHECK(ran.exit == 0);
    CHECK(ran.out.find("last import") == std::string::npos);
  }
  CHECK(desk.run("verify").exit == 0);
}

}  // namespace
}  // namespace ducha::cases
