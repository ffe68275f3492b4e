// The made-up district's year, brought to a ledger as an office would bring it.

#include <algorithm>
#include <set>
#include <vector>

#include <nlohmann/json.hpp>

#include "tests/cases/program.h"
#include "tests/catch.h"

namespace ducha::cases {
namespace {

using Json = nlohmann::json;

// Quoted, in the order of their names.
std::string sample_files() {
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(DUCHA_SOURCE_DIR "/tests/samples"))
    if (entry.path().extension() != ".md") files.push_back(entry.path().string());
  std::sort(files.begin(), files.end());
  std::string words;
  for (const auto& file : files) words += " '" + file + "'";
  return words;
}

TEST_CASE("every line of the sample year is lawful, and the year holds all there is", "[sample]") {
  const Desk desk;
  REQUIRE(desk.run("init").exit == 0);
  const auto imported = desk.run("import" + sample_files());
  INFO(imported.remarks);
  REQUIRE(imported.exit == 0);

  SECTION("brought again it adds nothing") {
    const auto again = desk.run("import" + sample_files());
    CHECK(again.exit == 0);
    CHECK(again.out.find("recorded ") == again.out.find("recorded before"));
    CHECK(desk.run("verify").exit == 0);
  }
  SECTION("every command occurs") {
    std::set<std::string> verbs;
    std::istringstream lines(desk.run("export").out);
    for (std::string line; std::getline(lines, line);) verbs.insert(Json::parse(line).at("do").get<std::string>());
    const std::set<std::string> all{"accept",        "assign", "close",        "complete", "contribute",
                                    "correct",       "decide", "define-group", "deny",     "extend",
                                    "feedback",      "grant",  "object",       "open",     "reassign",
                                    "register-unit", "return", "settle",       "urge"};
    CHECK(verbs == all);
  }
  SECTION("every kind of duty and every state of one occurs, four in five on time") {
    std::set<std::string> kinds, states;
    for (const std::string on : {"2022-07-01", "2022-12-31"}) {
      const auto report = Json::parse(desk.run("report duties --on " + on + " --format json").out);
      std::size_t on_time = 0, not_on_time = 0;
      for (const auto& row : report.at("rows")) {
        const auto state = row.at("state").get<std::string>();
        kinds.insert(row.at("duty").get<std::string>());
        states.insert(state);
        on_time += state == "on_time";
        not_on_time += state == "late" || state == "missed" || state == "overdue";
      }
      INFO(on << ": " << on_time << " on time, " << not_on_time << " not");
      CHECK(100 * on_time > 75 * (on_time + not_on_time));
      CHECK(100 * on_time < 85 * (on_time + not_on_time));
    }
    CHECK(kinds == std::set<std::string>{"acceptance", "completion", "feedback", "part"});
    CHECK(states == std::set<std::string>{"due_today", "late", "missed", "on_time", "overdue", "pending"});
  }
}

}  // namespace
}  // namespace ducha::cases
