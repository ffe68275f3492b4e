// 决策落实情况: a decision's dockets, its publication and its procedure.

#include <algorithm>

#include "tests/projections/reports/desk.h"

namespace ducha::reports {
namespace {

Report of(const Desk& desk, std::string_view on, const std::string& number) {
  auto report = decision(desk.books(on), number);
  REQUIRE(report);
  return std::move(*report);
}

Lines noted(const Report& report) {
  Lines names;
  for (const auto& note : report.notes) names.emplace_back(note.name);
  return names;
}

TEST_CASE("a decision shows its own dockets with lead, due day, state and light", "[decision]") {
  Desk desk;
  desk.take(R"({"do":"open","docket":"1","on":"2022-01-10","title":"桥","decision":"常1"}
{"do":"assign","docket":"1","on":"2022-01-11","lead":"A","joint":["C"],"supporting":["S"],"due":"2022-03-31"}
{"do":"open","docket":"2","on":"2022-01-10","title":"路","decision":"访1"}
{"do":"open","docket":"3","on":"2022-01-10","title":"灯","decision":"常1","parent":"1"}
)");
  CHECK(told(of(desk, "2022-01-20", "常1"),
             {"docket", "lead", "joint", "supporting", "leader", "due", "stage", "overdue", "light", "parent"}) ==
        Lines{"1 区甲局 区丙局 东街道 副区长一 2022-03-31 assigned 3 red -", "3 - - - - - open 0 - 1"});
  CHECK_FALSE(decision(desk.books("2022-01-20"), "常2"));
}

TEST_CASE("a plenary or executive decision is to be published, and seen so from the day it was", "[decision]") {
  Desk desk;
  CHECK(noted(of(desk, "2022-01-20", "常1")) == Lines{"unpublished"});
  CHECK(noted(of(desk, "2022-01-20", "访1")).empty());  // a petition is not
  desk.take(R"({"do":"publish","decision":"常1","on":"2022-01-18","channel":"政府网站"})");
  const auto report = of(desk, "2022-01-20", "常1");
  CHECK(noted(report).empty());
  CHECK(told(report.parts[0], {"on", "channel"}) == Lines{"2022-01-18 政府网站"});
  CHECK(noted(of(desk, "2022-01-17", "常1")) == Lines{"unpublished"});
}

TEST_CASE("a major decision without its steps, or by the wrong meeting, is flagged", "[decision]") {
  Desk desk;
  desk.take(
      R"({"do":"decide","on":"2022-01-05","decision":"重1","title":"规划","source":"mayor_office","major":true,"procedure":["expert","collective"]}
{"do":"decide","on":"2022-01-05","decision":"重2","title":"规划","source":"special_meeting","major":true,"procedure":["participation","expert","risk","legality","collective"]}
)");
  const auto lacking = of(desk, "2022-01-20", "重1");
  CHECK(noted(lacking) == Lines{"steps_missing"});
  CHECK(told(lacking.parts[1], {"step", "required", "taken"}) == Lines{"participation true false", "expert true true",
                                                                       "risk true false", "legality true false",
                                                                       "collective true true"});
  CHECK(noted(of(desk, "2022-01-20", "重2")) == Lines{"wrong_body"});
  CHECK(of(desk, "2022-01-20", "常1").parts[1].rows.empty());
}

}  // namespace
}  // namespace ducha::reports
