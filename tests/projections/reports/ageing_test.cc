// 超期未结事项: how old a matter is, whatever docket it goes by now, and why.

#include "tests/projections/reports/desk.h"

namespace ducha::reports {
namespace {

constexpr const char* three_dockets = R"({"do":"open","docket":"1","on":"2022-01-10","title":"桥","decision":"常1"}
{"do":"assign","docket":"1","on":"2022-01-11","lead":"A","supporting":["S"],"due":"2022-12-31","cadence":"quarterly:20"}
{"do":"open","docket":"2","on":"2022-03-01","title":"路","decision":"常1"}
{"do":"assign","docket":"2","on":"2022-03-01","lead":"B","due":"2023-12-31"}
{"do":"open","docket":"3","on":"2022-01-05","title":"灯","decision":"常1"}
{"do":"close","docket":"3","on":"2022-06-01"}
)";

TEST_CASE("what is open for more than a year is listed, the oldest first, and a year to the day is not more",
          "[ageing]") {
  Desk desk;
  desk.take(three_dockets);
  const auto listed = [&](std::string_view on) { return told(ageing(desk.books(on), {}, {}), {"docket", "age"}); };
  CHECK(listed("2023-01-10").empty());
  CHECK(listed("2023-01-11") == Lines{"1 366"});
  CHECK(listed("2023-03-01") == Lines{"1 415"});
  CHECK(listed("2023-03-02") == Lines{"1 416", "2 366"});
}

TEST_CASE("a limit of days may be given, plain or working", "[ageing]") {
  Desk desk;
  desk.take(three_dockets);
  using domain::Limit;
  const auto books = desk.books("2022-03-31");
  CHECK(told(ageing(books, {}, Limit{Limit::Kind::days, 30, {}}), {"docket"}) == Lines{"3", "1"});
  CHECK(told(ageing(books, {}, Limit{Limit::Kind::days, 29, {}}), {"docket"}) == Lines{"3", "1", "2"});
  CHECK(told(ageing(books, {}, Limit{Limit::Kind::workdays, 22, {}}), {"docket"}) == Lines{"3", "1"});
  CHECK(told(ageing(books, {}, Limit{Limit::Kind::workdays, 21, {}}), {"docket"}) == Lines{"3", "1", "2"});
  CHECK(told(ageing(books, {.unit = "S"}, Limit{Limit::Kind::days, 29, {}}), {"docket"}) == Lines{"1"});
}

TEST_CASE("the reason is the last one given, in feedback, for more time or for a suspension; else it is missed",
          "[ageing]") {
  Desk desk;
  desk.take(three_dockets);
  const auto reasons = [&] {
    return told(ageing(desk.books("2023-06-01"), {}, {}), {"docket", "reason", "reasonOn", "reasonBy", "justified"});
  };
  CHECK(reasons() == Lines{"1 not_given - - false", "2 not_given - - false"});
  desk.take(R"({"do":"feedback","docket":"1","on":"2022-09-20","unit":"S","cause":"人手不足"}
{"do":"extend","docket":"1","on":"2022-10-01","unit":"A","to":"2023-12-31","reason":"管线迁改"}
{"do":"suspend","docket":"2","on":"2022-12-01","reason":"等待上级批复","approver":"区长"}
)");
  CHECK(reasons() == Lines{"1 管线迁改 2022-10-01 区甲局 true", "2 等待上级批复 2022-12-01 - true"});
  // Who asks for more time without being named is the lead.
  desk.take(R"({"do":"deny","docket":"1","on":"2022-10-02"}
{"do":"extend","docket":"1","on":"2022-10-08","to":"2023-12-31","reason":"雨季停工"}
)");
  CHECK(reasons().front() == "1 雨季停工 2022-10-08 区甲局 true");
}

TEST_CASE("a docket that others were carried over into is as old as the first of them", "[ageing]") {
  Desk desk;
  desk.take(three_dockets);
  desk.take(R"({"do":"open","docket":"2023-1","on":"2023-01-04","title":"续桥","decision":"常1"}
{"do":"close","docket":"1","on":"2023-01-04","result":"merged","into":"2023-1"}
{"do":"open","docket":"2024-1","on":"2024-01-04","title":"再续桥","decision":"常1"}
{"do":"close","docket":"2023-1","on":"2024-01-04","result":"merged","into":"2024-1"}
)");
  CHECK(told(ageing(desk.books("2023-02-01"), {}, {}), {"docket", "since", "opened", "age", "earlier"}) ==
        Lines{"2023-1 2022-01-10 2023-01-04 387 1"});
  CHECK(told(ageing(desk.books("2024-02-01"), {}, {}), {"docket", "since", "opened", "age", "earlier"}) ==
        Lines{"2024-1 2022-01-10 2024-01-04 752 2023-1;1", "2 2022-03-01 2022-03-01 702 -"});
}

}  // namespace
}  // namespace ducha::reports
