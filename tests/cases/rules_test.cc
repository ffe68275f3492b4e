// Rule sets from the outside: shown, compared, adopted.

#include "tests/cases/program.h"
#include "tests/catch.h"

namespace ducha::cases {
namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

constexpr const char* stricter = R"(# 2023 年修订
edition = "gulou-2023"

[limits]
accept_within = "2wd"

[deductions]
missed_feedback = 5
late_feedback = 0.25

[lights]
near = "blue"
)";

TEST_CASE("a rule set is compared, adopted once, and shown", "[rules]") {
  const Desk desk;
  desk.run("init");
  desk.write("a.jsonl", beginning);
  desk.write("r.toml", stricter);
  desk.run("import a.jsonl");
  const std::string standing = "report standing --on 2022-12-31 --format json";
  const auto before = desk.run(standing);
  const auto compared = desk.run("rules diff r.toml --on 2022-12-31 --format json");
  REQUIRE(compared.exit == 0);
  CHECK(has(compared.out, R"({"rule":"deductions.missed_feedback","now":2.0,"new":5.0})"));
  CHECK(has(compared.out, R"({"rule":"limits.accept_within","now":"1wd","new":"2wd"})"));
  CHECK_FALSE(has(compared.out, "late_completion"));
  CHECK(has(compared.out, R"({"unit":"NHL","role":"supporting",)"));
  CHECK(desk.run(standing).out == before.out);
  CHECK(has(desk.run("rules diff r.toml --on 2022-12-31").out, "Units whose score would change"));

  CHECK(has(desk.run("rules import r.toml --dry-run").out, "would adopt"));
  CHECK(desk.run(standing).out == before.out);
  REQUIRE(desk.run("rules import r.toml").exit == 0);
  CHECK(has(desk.run("rules import r.toml").out, "nothing added"));
  const auto after = desk.run(standing);
  CHECK(has(after.out, R"("rules":"gulou-2023")"));
  // Every score that was foretold has come true.
  const auto foretold = compared.out.substr(compared.out.find(R"("unit":"NHL")"));
  const auto score = foretold.substr(foretold.find("\"new\":") + 6, foretold.find('}') - foretold.find("\"new\":") - 6);
  const auto row = after.out.substr(after.out.find(R"("unit":"NHL")"));
  CHECK(std::stod(row.substr(row.find("\"score\":") + 8)) == std::stod(score));

  const auto seq = before.out.substr(before.out.find("\"seq\":") + 6, 2);
  CHECK(desk.run(standing + " --known-at " + seq).out == before.out);
  desk.write("back.toml", desk.run("rules show --format toml").out);
  CHECK(has(desk.run("rules import back.toml").out, "nothing added"));
  CHECK(has(desk.run("rules show").out, "gulou-2023"));
  CHECK(has(desk.run("rules show --format json").out, R"("earlier":["gulou-2022"])"));
  CHECK(desk.run("verify").exit == 0);
}

TEST_CASE("what follows an adoption is counted by the new limits, what was told before stays", "[rules]") {
  const Desk desk;
  desk.run("init");
  desk.write("a.jsonl", beginning);
  desk.write("r.toml", stricter);
  desk.run("import a.jsonl");
  REQUIRE(desk.run("rules import r.toml").exit == 0);
  desk.run("open docket=2022-002 on=2022-01-10 title=题目");
  // Paper of a day before the adoption, recorded after it: rules count from their place in the log on.
  REQUIRE(desk.run("assign docket=2022-002 on=2022-01-11 lead=QZJJ").exit == 0);
  const auto duties = [&](const std::string& docket) {
    return desk.run("report duties --on 2022-01-11 --format json --docket " + docket).out;
  };
  CHECK(has(duties("2022-001"), R"("duty":"acceptance","unit":"QZJJ","role":"lead","due":"2022-01-12")"));
  CHECK(has(duties("2022-002"), R"("duty":"acceptance","unit":"QZJJ","role":"lead","due":"2022-01-13")"));
}

TEST_CASE("an earlier rule set may come back under its name, another may not take it", "[rules]") {
  const Desk desk;
  desk.run("init");
  desk.write("first.toml", desk.run("rules show --format toml").out);
  desk.write("r.toml", stricter);
  for (const char* file : {"r.toml", "first.toml", "r.toml", "first.toml"}) {
    const auto ran = desk.run(std::string("rules import ") + file);
    CHECK(ran.exit == 0);
    CHECK(has(ran.out, "adopted edition"));
  }
  desk.write("taken.toml", "edition = \"gulou-2023\"\n");
  const auto taken = desk.run("rules import taken.toml");
  CHECK(taken.exit == 1);
  CHECK(has(taken.remarks, "gulou-2023"));
  const Desk other;
  other.write("e.jsonl", desk.run("export").out);
  other.run("init");
  REQUIRE(other.run("import e.jsonl").exit == 0);
  CHECK(other.run("rules show --format toml").out == desk.run("rules show --format toml").out);
}

TEST_CASE("mistakes in a rule set come all at once, each with its line and what would be right", "[rules][mistakes]") {
  const Desk desk;
  desk.run("init");
  desk.write("r.toml", R"(editon = "x"
[limits]
accept_within = 3
yellow_within = "2022-01-01"
late_extension = "new"
[deductions]
late_feedbak = 0.5
return = "0.5"
missed_feedback = -1
late_part = 0.12345
[weights]
lead = true
[lights]
near = "amber"
[limit]
)");
  const auto ran = desk.run("rules import r.toml");
  CHECK(ran.exit == 1);
  for (const char* part :
       {"r.toml:1: there is no such rule [editon]. Did you mean edition", "r.toml:1: there is no edition",
        "r.toml:3:", "1 to 3660", "r.toml:4:", "r.toml:5:", "assess_new", "r.toml:7:", "deductions.late_feedback",
        "r.toml:8:", "without quotes", "r.toml:9:", "r.toml:10:", "three decimals",
        "r.toml:12:", "r.toml:14:", "\"yellow\"", "r.toml:15:"}) {
    INFO(part << "\n" << ran.remarks);
    CHECK(has(ran.remarks, part));
  }
  desk.write("broken.toml", "edition = \"x\"\nedition = \"y\"\n");
  CHECK(has(desk.run("rules diff broken.toml").remarks, "broken.toml:2"));
  desk.write("chinese.toml", "edition = \"鼓楼\"  # 版本\n[限期]\naccept_within = \"1wd\"\n");
  CHECK(has(desk.run("rules diff chinese.toml").remarks, "chinese.toml:2"));
  for (const auto* line : {R"(accept_within = b="限")", R"(accept_within = -e{"限"})", R"(accept_within = x["限"])"}) {
    INFO(line);  // the library reads on through such a word, quotes and all
    desk.write("word.toml", std::string("edition=\"鼓楼\"\n") + line + "\n");
    CHECK(has(desk.run("rules diff word.toml").remarks, "word.toml:2"));
  }
  desk.write("break.toml", "edition = \"x\\ny\"\n");
  CHECK(desk.run("rules import break.toml").exit == 1);
  CHECK(desk.run("rules import nowhere.toml").exit == 1);
  CHECK(desk.run("rules show --format xml").exit == 2);
  CHECK(desk.run("rules diff r.toml --on 2022-02-30").exit == 2);
  CHECK(has(desk.run("rules show").out, "gulou-2022"));
}

}  // namespace
}  // namespace ducha::cases
