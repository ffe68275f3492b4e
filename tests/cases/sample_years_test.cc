// The made-up district over many years: every line of it is lawful where it stands.

#include "tests/cases/program.h"
#include "tests/catch.h"
#include "tests/support/district.h"

namespace ducha::cases {
namespace {

TEST_CASE("a district of many years is lawful to its last line, and what nobody finished is closed in the end",
          "[sample]") {
  support::YearPlan plan;
  plan.from = *parse_day("2017-01-04");
  plan.to = *parse_day("2022-12-31");
  plan.dockets = 4000;
  plan.brief = plan.wordy = true;
  std::string text;
  const auto line = [&](Day, const std::string& json) { text += json + "\n"; };
  support::write_office(plan.from, line);
  support::write_year(plan, line);
  const Desk desk;
  desk.write("years.jsonl", text);
  REQUIRE(desk.run("init").exit == 0);
  const auto imported = desk.run("import " + desk.path("years.jsonl").string());
  INFO(imported.remarks);
  CHECK(imported.exit == 0);
  // Of 2017 nothing is owed any more.
  const auto overdue = desk.run("report overdue --on 2022-12-31 --format csv");
  CHECK(overdue.exit == 0);
  CHECK(overdue.out.find("2022-") != std::string::npos);
  CHECK(overdue.out.find("2017-") == std::string::npos);
}

}  // namespace
}  // namespace ducha::cases
