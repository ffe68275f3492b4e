// 迟录清单: paper that came late, and who brought it.

#include "tests/projections/reports/desk.h"

namespace ducha::reports {
namespace {

constexpr domain::Limit three_workdays{domain::Limit::Kind::workdays, 3, {}};

// What the office itself recorded is known by now; these are the dockets' entries.
Lines late(const Desk& desk, std::string_view on, const std::vector<std::string_view>& names,
           domain::Limit within = three_workdays, const std::string& docket = "1") {
  return told(late_entries(desk.books(on), within, {.docket = docket}), names);
}

TEST_CASE("what is recorded within the limit is in time, on the next day it is late", "[late-entries]") {
  Desk desk;
  desk.take(
      R"({"do":"open","docket":"1","id":"o","on":"2022-01-28","title":"桥","decision":"常1","by":"区政府督查室"})",
      "2022-02-07");
  CHECK(late(desk, "2022-12-31", {"command"}).empty());  // 01-29, 01-30 made up, then the festival: 02-07 is the third
  desk.take(R"({"do":"assign","docket":"1","id":"a","on":"2022-01-28","lead":"A","due":"2022-03-31","by":"甲科"})",
            "2022-02-10");
  CHECK(late(desk, "2022-12-31", {"command", "fact", "on", "due", "recorded", "days", "by", "entries"}) ==
        Lines{"a docketAssigned 2022-01-28 2022-02-07 2022-02-10 3 甲科 2"});
  // Plain days, the limit's end moved past the rest days.
  CHECK(late(desk, "2022-12-31", {"command", "due"}, {domain::Limit::Kind::days, 10, {}}) == Lines{"a 2022-02-07"});
}

TEST_CASE("a command is one row, the latest first, and each recorder is summed up", "[late-entries]") {
  Desk desk;
  desk.take(R"({"do":"open","docket":"1","id":"o","on":"2022-01-10","title":"桥","decision":"常1","by":"甲科"}
{"do":"assign","docket":"1","id":"a","on":"2022-01-11","lead":"A","joint":["B"],"supporting":["S"],"due":"2022-03-31"}
{"do":"accept","docket":"1","id":"c","on":"2022-01-12","unit":"A","by":"甲科"})",
            "2022-03-01");
  const auto report = late_entries(desk.books("2022-12-31"), three_workdays, {.docket = "1"});
  CHECK(told(report, {"command", "days", "by", "entries"}) == Lines{"o 47 甲科 1", "a 46 - 4", "c 43 甲科 1"});
  CHECK(told(report.parts[0], {"by", "commands", "longest"}) == Lines{"甲科 2 47", "- 1 46"});
}

TEST_CASE("what happened after the day asked about is left out, what was corrected is marked", "[late-entries]") {
  Desk desk;
  desk.take(R"({"do":"open","docket":"1","id":"o","on":"2022-01-10","title":"桥","decision":"常1"}
{"do":"assign","docket":"1","id":"a","on":"2022-01-11","lead":"A","due":"2022-03-31"}
{"do":"accept","docket":"1","id":"c","on":"2022-01-12","unit":"A"})",
            "2022-03-01");
  const auto known = desk.log().head().size - 1;
  desk.take(R"({"do":"correct","docket":"1","id":"x","on":"2022-03-02","entry":"c","reason":"误录"})", "2022-03-02");
  CHECK(late(desk, "2022-01-11", {"command"}) == Lines{"o", "a"});
  CHECK(late(desk, "2022-12-31", {"command", "corrected"}) == Lines{"o false", "a false", "c true"});
  CHECK(told(late_entries(desk.books("2022-12-31", known), three_workdays, {.docket = "1"}),
             {"command", "corrected"}) == Lines{"o false", "a false", "c false"});
}

}  // namespace
}  // namespace ducha::reports
