// The reports as a person asks for them at the program's door.

#include <map>

#include <nlohmann/json.hpp>

#include "tests/cases/program.h"
#include "tests/catch.h"

namespace ducha::cases {
namespace {

using Json = nlohmann::json;

constexpr const char* reports[] = {"overdue", "standing",      "score --explain",   "duties",
                                   "cards",   "unit 区住建局", "decision 常2022-1", "bulletin",
                                   "trend",   "ageing",        "late-entries"};

struct Office : Desk {
  Office() { import_beginning(*this); }
  std::uint64_t last() const {
    return Json::parse(run("report cards --format json").out).at("head").at("seq").get<std::uint64_t>();
  }
  // Every report, seen from the middle of the year, in the forms machines and people get.
  std::map<std::string, std::string> all(const std::string& known_at) const {
    std::map<std::string, std::string> all;
    for (const std::string name : reports)
      for (const std::string format : {"json", "text", "csv", "md"}) {
        const auto asked = "report " + name + " --on 2022-07-01 --format " + format;
        const auto ran = run(asked + " --known-at " + known_at, format == "text" ? "zh" : "en");
        INFO(asked << "\n" << ran.remarks);
        REQUIRE(ran.exit == 0);
        all[asked] = ran.out;
      }
    return all;
  }
};

TEST_CASE("what was known then stays as it was printed, whatever is recorded since", "[reports][known-at]") {
  const Office office;
  const auto known = std::to_string(office.last());
  const auto before = office.all(known);
  office.write("b.jsonl",
               R"({"do":"correct","id":"x","docket":"2022-001","on":"2022-02-01","entry":"f1","reason":"误录"}
{"do":"feedback","docket":"2022-001","on":"2022-01-25","unit":"QZJJ","progress":15,"cause":"征地"}
{"do":"rename-unit","on":"2022-03-01","unit":"QZJJ","name":"区住房建设局"}
{"do":"close","docket":"2022-001","on":"2022-06-20"}
{"do":"publish","decision":"常2022-1","on":"2022-01-20","channel":"政府网站"}
)");
  const auto imported = office.run("import b.jsonl");
  INFO(imported.remarks);
  REQUIRE(imported.exit == 0);
  const auto after = office.all(known);
  for (const auto& [asked, text] : before) {
    INFO(asked);
    CHECK(after.at(asked) == text);
  }
}

TEST_CASE("what if: other rules judge, the report says so, and the ledger is as it was", "[reports]") {
  const Office office;
  office.write("strict.toml", "edition = \"strict\"\n\n[deductions]\nmissed_acceptance = 5\n");
  const auto last = office.last();
  const auto score = [&](const std::string& words) {
    const auto ran = office.run("report score --on 2022-07-01 --unit QCZJ --format json" + words);
    REQUIRE(ran.exit == 0);
    return Json::parse(ran.out);
  };
  const auto now = score(""), then = score(" --rules strict.toml");
  // 区财政局 never signed (0.1 now, 5 then), left six feedback days unanswered and has not finished.
  CHECK(now.at("rows").at(0).at("score").dump() == "84.9");
  CHECK(then.at("rows").at(0).at("score").dump() == "80");
  CHECK(now.at("notes") == Json::array({"own_defaults"}));
  CHECK(then.at("what_if") == "strict");
  CHECK(then.at("notes") == Json::array({"what_if"}));
  CHECK(office.run("report standing --on 2022-07-01 --rules strict.toml", "zh").out.find("未采用的规则") !=
        std::string::npos);
  CHECK(office.last() == last);
  CHECK(score("") == now);

  office.write("wrong.toml", "edition = \"w\"\n[deductions]\nmissed_acceptence = 5\n");
  const auto wrong = office.run("report score --rules wrong.toml");
  CHECK(wrong.exit == 1);
  CHECK(wrong.out.empty());
  CHECK(wrong.remarks.find("missed_acceptance") != std::string::npos);
}

TEST_CASE("what cannot be asked is answered with what would be right", "[reports]") {
  const Office office;
  const auto said = [&](const std::string& words, int exit) {
    const auto ran = office.run("report " + words);
    INFO(words);
    CHECK(ran.exit == exit);
    CHECK(ran.out.empty());
    return ran.remarks;
  };
  CHECK(said("decision 常2022-2", 1).find("decision_unknown") != std::string::npos);
  CHECK(said("unit 区住建", 2).find("区住建局") != std::string::npos);
  CHECK(said("late-entries --days soon", 2).find("3wd") != std::string::npos);
  CHECK(said("ageing --over 2022-01-01", 2).find("7d") != std::string::npos);
  CHECK(said("trend --from 2022-03-01 --to 2022-02-01", 2).find("the period ends before it begins") !=
        std::string::npos);
  CHECK_FALSE(said("unit", 2).empty());
}

}  // namespace
}  // namespace ducha::cases
