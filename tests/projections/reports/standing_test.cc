// 单位履责情况 against figures counted by hand.

#include "tests/projections/reports/desk.h"

namespace ducha::reports {
namespace {

// 一: A leads and does what is due, S supports and does nothing. 二: B leads and does nothing. 三: C leads and signed.
constexpr const char* three_dockets =
    R"({"do":"open","docket":"1","on":"2022-01-10","title":"桥","decision":"常1","category":"民生"}
{"do":"assign","docket":"1","on":"2022-01-11","lead":"A","supporting":["S"],"due":"2022-03-31","cadence":"monthly:25"}
{"do":"accept","docket":"1","on":"2022-01-12","unit":"A"}
{"do":"feedback","docket":"1","on":"2022-01-24","unit":"A","progress":10}
{"do":"open","docket":"2","on":"2022-01-10","title":"路","decision":"访1","category":"城建"}
{"do":"assign","docket":"2","on":"2022-01-11","lead":"B","due":"2022-01-20"}
{"do":"open","docket":"3","on":"2022-01-10","title":"灯","decision":"常1","category":"城建"}
{"do":"assign","docket":"3","on":"2022-01-11","lead":"C","due":"2022-03-31"}
{"do":"accept","docket":"3","on":"2022-01-12","unit":"C"}
)";

TEST_CASE("a unit is counted by what it owed, and ranked among its kind", "[standing]") {
  Desk desk;
  desk.take(three_dockets);
  const auto report = standing(desk.books("2022-02-01"), year_2022(), By::unit, {});
  // A: signing and 01-25 on time; 02-25 and 办结 to come. S owes 0.5 × (0.1 + 2), B 0.1 + 3.
  CHECK(told(report, {"unit", "role", "owed", "on_time", "overdue", "open", "settled", "score", "rank", "kind"}) ==
        Lines{"A lead 4 2 0 2 2 100 1 department", "B lead 2 0 2 0 2 96.9 3 department",
              "C lead 2 1 0 1 1 100 1 department", "S supporting 3 0 2 1 2 98.95 1 subdistrict"});
  CHECK(told(report, {"on_time_rate"}) == Lines{"1", "0", "1", "0"});
}

TEST_CASE("one unit alone keeps the rank it has among all", "[standing]") {
  Desk desk;
  desk.take(three_dockets);
  const auto report = standing(desk.books("2022-02-01"), year_2022(), By::unit, {.unit = "B"});
  CHECK(told(report, {"unit", "score", "rank"}) == Lines{"B 96.9 3"});
}

TEST_CASE("who owed nothing has neither rate nor score nor rank", "[standing]") {
  Desk desk;
  desk.take(three_dockets);
  desk.take(R"({"do":"urge","docket":"2","on":"2022-02-01","unit":"B"})");
  const Period february{day("2022-02-01"), day("2022-02-10")};
  const auto report = standing(desk.books("2022-02-10"), february, By::unit, {});
  CHECK(told(report, {"unit", "owed", "urges", "on_time_rate", "score", "rank"}) == Lines{"B 0 1 - - -"});
}

TEST_CASE("standing by leader, source or category counts the same duties", "[standing]") {
  Desk desk;
  desk.take(three_dockets);
  const auto books = desk.books("2022-02-01");
  // Docket 3 has a lead without a leader. S supports under 副区长一's docket.
  CHECK(told(standing(books, year_2022(), By::leader, {}), {"leader", "role", "owed", "on_time", "overdue"}) ==
        Lines{"- lead 2 1 0", "副区长一 lead 4 2 0", "副区长一 supporting 3 0 2", "副区长二 lead 2 0 2"});
  CHECK(told(standing(books, year_2022(), By::source, {}), {"source", "role", "owed", "score", "rank"}) ==
        Lines{"executive lead 6 - -", "executive supporting 3 - -", "petition lead 2 - -"});
  CHECK(told(standing(books, year_2022(), By::category, {}), {"category", "role", "owed"}) ==
        Lines{"城建 lead 4", "民生 lead 4", "民生 supporting 3"});
  CHECK(told(standing(books, year_2022(), By::category, {.unit = "B"}), {"category", "role", "owed"}) ==
        Lines{"城建 lead 2"});
}

TEST_CASE("a docket shows the worst of its lights", "[cards]") {
  Desk desk;
  desk.take(three_dockets);
  // 三: nothing within three working days of 03-31. 一: S has not signed.
  CHECK(told(cards(desk.books("2022-02-01"), {}), {"docket", "light", "kind", "stage"}) ==
        Lines{"1 red daily assigned", "2 red daily assigned", "3 green daily assigned"});
  // 03-28 is three working days before 03-31.
  CHECK(told(cards(desk.books("2022-03-28"), {.docket = "3"}), {"docket", "light"}) == Lines{"3 yellow"});
  CHECK(told(cards(desk.books("2022-03-27"), {.docket = "3"}), {"docket", "light"}) == Lines{"3 green"});
  desk.take(R"({"do":"suspend","docket":"3","on":"2022-02-03","reason":"汛期","approver":"副区长二"}
{"do":"close","docket":"2","on":"2022-02-03","result":"not_done"}
{"do":"inspect","docket":"2","on":"2022-02-04","finding":"partial"}
{"do":"strike","docket":"2","on":"2022-02-04"}
{"do":"archive","docket":"2","on":"2022-02-05"}
)");
  CHECK(told(cards(desk.books("2022-02-06"), {}),
             {"docket", "light", "suspended", "closed", "struck", "archived", "finding"}) ==
        Lines{"1 red - - false false -", "2 blue - 2022-02-03 true true partial", "3 grey 2022-02-03 - false false -"});
}

TEST_CASE("lights in the overdue list have the colours of the rules", "[overdue]") {
  Desk desk;
  desk.take(three_dockets);
  const auto books = desk.books("2022-02-22");
  CHECK(told(overdue(books, {.docket = "1"}, day("2022-03-31")), {"unit", "duty", "due", "days", "light"}) ==
        Lines{"S acceptance 2022-01-12 41 red", "S feedback 2022-01-25 28 red", "A completion 2022-03-31 0 green",
              "A feedback 2022-02-25 0 yellow", "S feedback 2022-02-25 0 yellow"});
}

}  // namespace
}  // namespace ducha::reports
