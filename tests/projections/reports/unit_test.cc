// 单位情况: all about one unit on one page.

#include "tests/projections/reports/desk.h"

namespace ducha::reports {
namespace {

constexpr const char* two_dockets =
    R"({"do":"open","docket":"1","on":"2022-01-10","title":"桥","decision":"常1"}
{"do":"assign","docket":"1","on":"2022-01-11","lead":"A","supporting":["S"],"due":"2022-03-31","cadence":"monthly:25"}
{"do":"accept","docket":"1","on":"2022-01-12","unit":"A"}
{"do":"open","docket":"2","on":"2022-01-10","title":"路","decision":"常1"}
{"do":"assign","docket":"2","on":"2022-01-11","lead":"B","joint":["A"],"due":"2022-02-10"}
{"do":"accept","docket":"2","on":"2022-01-12","unit":"A"}
{"do":"urge","docket":"1","on":"2022-01-26","unit":"A","channel":"电话"}
{"do":"notice","docket":"2","on":"2022-02-14","unit":"A","colour":"yellow","requirement":"三日内报进度"}
{"do":"object","docket":"2","on":"2022-02-15","unit":"A","reason":"非本局职责"}
{"do":"conclude","docket":"2","on":"2022-02-16","unit":"A","text":"推进不力","rectifyBy":"2022-03-10"}
{"do":"commend","docket":"1","on":"2022-02-17","unit":"A","text":"进场快","approver":"区长"}
{"do":"criticise","on":"2022-02-18","unit":"A","text":"会议迟到","approver":"区长"}
{"do":"commend","docket":"1","on":"2022-02-17","unit":"S","text":"配合好","approver":"区长"}
)";

const Report& named(const Report& report, std::string_view name) {
  for (const auto& part : report.parts)
    if (part.name == name) return part;
  FAIL("no part " << name);
  return report;
}

TEST_CASE("a unit's page shows what it leads and supports, and what it has not done", "[unit]") {
  Desk desk;
  desk.take(two_dockets);
  const auto report = unit(desk.books("2022-02-23"), year_2022(), "A");
  CHECK(told(report, {"docket", "role", "stage", "due", "open", "overdue", "light"}) ==
        Lines{"1 lead assigned 2022-03-31 2 1 red", "2 joint assigned 2022-02-10 1 1 red"});
  // 02-25 is within three working days, 03-10 is not.
  CHECK(told(named(report, "duties"), {"docket", "duty", "role", "due", "state", "days", "light"}) ==
        Lines{"1 feedback lead 2022-01-25 overdue 29 red", "2 completion joint 2022-02-10 overdue 13 red",
              "1 feedback lead 2022-02-25 pending 0 yellow", "2 rectification joint 2022-03-10 pending 0 green",
              "1 completion lead 2022-03-31 pending 0 green"});
  CHECK(told(named(report, "figures"), {"role", "owed", "on_time", "overdue", "open", "settled", "on_time_rate"}) ==
        Lines{"lead 7 2 2 3 4 0.5"});
}

TEST_CASE("a unit's page tells what was urged, noticed, objected, praised and concluded, its own only", "[unit]") {
  Desk desk;
  desk.take(two_dockets);
  const auto report = unit(desk.books("2022-02-23"), year_2022(), "A");
  CHECK(told(named(report, "events"), {"on", "docket", "event", "colour", "role", "text"}) ==
        Lines{"2022-01-26 1 urge - lead 电话", "2022-02-14 2 notice yellow lead 三日内报进度",
              "2022-02-15 2 objection - lead 非本局职责", "2022-02-17 1 commend - lead 进场快",
              "2022-02-18 - criticise - - 会议迟到"});
  CHECK(told(named(report, "conclusions"), {"docket", "on", "text", "rectifyBy", "rectified", "contestBy", "ruling"}) ==
        Lines{"2 2022-02-16 推进不力 2022-03-10 - 2022-03-18 -"});
  desk.take(R"({"do":"rectify","docket":"2","on":"2022-03-09","unit":"A"}
{"do":"contest","docket":"2","on":"2022-03-10","unit":"A"}
{"do":"rule","docket":"2","on":"2022-03-11","unit":"A","outcome":"upheld"}
)");
  CHECK(told(named(unit(desk.books("2022-03-12"), year_2022(), "A"), "conclusions"),
             {"rectified", "contested", "ruling"}) == Lines{"2022-03-09 2022-03-10 maintained"});
  // What came later is out of sight on the day before.
  CHECK(told(named(unit(desk.books("2022-02-15"), year_2022(), "A"), "conclusions"), {"docket"}).empty());
}

TEST_CASE("a unit that nothing was asked of has an empty page", "[unit]") {
  Desk desk;
  desk.take(two_dockets);
  const auto report = unit(desk.books("2022-02-23"), year_2022(), "C");
  CHECK(report.rows.empty());
  for (const auto& part : report.parts) CHECK(part.rows.empty());
}

TEST_CASE("what ended before the period has left the page, what ended in it has not", "[unit]") {
  Desk desk;
  desk.take(two_dockets);
  desk.take(R"({"do":"close","docket":"1","on":"2022-02-20"})");
  const auto docket_in = [&](Period period) { return told(unit(desk.books("2023-02-01"), period, "A"), {"docket"}); };
  CHECK(docket_in(year_2022()) == Lines{"1", "2"});
  CHECK(docket_in({day("2023-01-01"), day("2023-12-31")}) == Lines{"2"});
}

}  // namespace
}  // namespace ducha::reports
