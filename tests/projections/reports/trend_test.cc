// 月度走势: no docket vanishes between two months, nor between two years.

#include "tests/projections/reports/desk.h"

namespace ducha::reports {
namespace {

std::int64_t number(const Report& report, std::size_t row, std::string_view name) {
  REQUIRE(row < report.rows.size());
  return std::get<std::int64_t>(report.rows[row][column(report, name)]);
}

TEST_CASE("each month carries over what the one before left, through the year's end", "[trend]") {
  Desk desk;
  desk.take(R"({"do":"open","docket":"1","on":"2022-11-10","title":"桥","decision":"常1"}
{"do":"assign","docket":"1","on":"2022-11-11","lead":"A","due":"2023-01-20"}
{"do":"open","docket":"2","on":"2022-12-10","title":"路","decision":"常1"}
{"do":"assign","docket":"2","on":"2022-12-10","lead":"B","due":"2022-12-30"}
{"do":"complete","docket":"2","on":"2022-12-30","unit":"B"}
{"do":"open","docket":"3","on":"2022-12-11","title":"灯","decision":"常1"}
{"do":"withdraw","docket":"3","on":"2023-01-05","reason":"重复"}
{"do":"complete","docket":"1","on":"2023-01-25","unit":"A"}
)");
  const Period winter{day("2022-11-01"), day("2023-03-31")};
  CHECK(told(trend(desk.books("2023-02-10"), winter, {}),
             {"month", "carried", "opened", "finished", "otherwise", "left", "owed", "on_time", "late", "missed",
              "settled", "on_time_rate"}) == Lines{"2022-11 0 1 0 0 1 1 0 0 1 1 0", "2022-12 1 2 1 0 2 2 1 0 1 2 0.5",
                                                   "2023-01 2 0 1 1 0 1 0 1 0 1 0", "2023-02 0 0 0 0 0 0 0 0 0 0 -",
                                                   "2023-03 - - - - - 0 0 0 0 0 -"});
}

TEST_CASE("a report that is returned finished nothing", "[trend]") {
  Desk desk;
  desk.take(R"({"do":"open","docket":"1","on":"2022-01-10","title":"桥","decision":"常1"}
{"do":"assign","docket":"1","on":"2022-01-11","lead":"A","due":"2022-03-31"}
{"do":"complete","docket":"1","on":"2022-02-10","unit":"A"}
)");
  const Period spring{day("2022-01-01"), day("2022-03-31")};
  CHECK(told(trend(desk.books("2022-02-28"), spring, {}), {"finished", "left"}) == Lines{"0 1", "1 0", "- -"});
  desk.take(R"({"do":"return","docket":"1","on":"2022-03-01","reason":"不实"})");
  CHECK(told(trend(desk.books("2022-03-31"), spring, {}), {"finished", "left"}) == Lines{"0 1", "0 1", "0 1"});
}

TEST_CASE("on the sample year the months add up to the register", "[trend]") {
  Desk desk;
  desk.take_samples();
  const auto books = desk.books("2022-06-15");
  const auto unit = GENERATE(as<std::string>{}, "", "QZJJ");
  const Period period{day("2021-11-15"), day("2022-06-15")};
  const auto report = trend(books, period, {.unit = unit});
  REQUIRE(report.rows.size() == 8);
  CHECK(number(report, 0, "carried") == 0);
  for (std::size_t i = 1; i < report.rows.size(); ++i)
    CHECK(number(report, i, "carried") == number(report, i - 1, "left"));
  std::int64_t open = 0, due = 0;
  books.each([&](const projections::Card& card, const projections::DutiesRow& docket) {
    const auto on_it = [&](const std::vector<std::string>& units) {
      return std::find(units.begin(), units.end(), unit) != units.end();
    };
    open += !card.finished_on && (unit.empty() || card.lead == unit || on_it(card.joint) || on_it(card.supporting));
    for (const auto& duty : duties_on(docket.dues, books.on()))
      due += period.holds(duty.due) && duty.state != domain::DutyState::excused && (unit.empty() || duty.unit == unit);
  });
  CHECK(number(report, 7, "left") == open);
  std::int64_t owed = 0;
  for (std::size_t i = 0; i < report.rows.size(); ++i) owed += number(report, i, "owed");
  CHECK(owed == due);
}

}  // namespace
}  // namespace ducha::reports
