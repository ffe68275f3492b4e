// 得分: every point with its rule, its duty and the entries it came from.

#include <algorithm>
#include <map>

#include "projections/reports/notes.h"
#include "tests/projections/reports/desk.h"

namespace ducha::reports {
namespace {

// A leads 一: signs late, answers 01-25 late and lets 02-25 pass; its report is returned. S supports and does nothing.
constexpr const char* one_docket =
    R"({"do":"open","id":"o","docket":"1","on":"2022-01-10","title":"桥","decision":"常1"}
{"do":"assign","id":"a","docket":"1","on":"2022-01-11","lead":"A","supporting":["S"],"due":"2022-03-31","cadence":"monthly:25"}
{"do":"accept","id":"c","docket":"1","on":"2022-01-14","unit":"A"}
{"do":"feedback","id":"f","docket":"1","on":"2022-01-27","unit":"A","progress":10}
{"do":"complete","id":"r","docket":"1","on":"2022-03-01","unit":"A"}
{"do":"return","id":"b","docket":"1","on":"2022-03-03","reason":"未达标"}
)";

const Report& points(const Report& report) { return report.parts.at(1); }

TEST_CASE("a score is a hundred less what each rule cost, and every point tells where it comes from", "[score]") {
  Desk desk;
  desk.take(one_docket);
  const auto first = desk.log().head().size - 8;  // the docket's entries are the last
  const auto at = [&](std::uint64_t nth) { return std::to_string(first + nth); };
  const auto report = score(desk.books("2022-03-10"), year_2022(), {.unit = "A"}, true);
  // 0.1 signing, 0.5 the late answer, 2 the missing one, 0.2 the return.
  CHECK(told(report, {"unit", "role", "owed", "deducted", "score"}) == Lines{"A lead 5 2.8 97.2"});
  CHECK(told(report.parts[0], {"rule", "times", "points", "weight", "deducted"}) ==
        Lines{"late_acceptance 1 0.1 1 0.1", "late_feedback 1 0.5 1 0.5", "missed_feedback 1 2 1 2",
              "return 1 0.2 1 0.2"});
  CHECK(told(points(report), {"docket", "duty", "due", "done", "state", "returned", "rule", "deducted", "commands"}) ==
        Lines{"1 acceptance 2022-01-12 2022-01-14 late - late_acceptance 0.1 a;c",
              "1 feedback 2022-01-25 2022-01-27 late - late_feedback 0.5 a;f",
              "1 feedback 2022-02-25 - overdue - missed_feedback 2 a;r;b", "1 - - - - 2022-03-03 return 0.2 b"});
  // An assignment becomes its terms and an entry a unit.
  CHECK(told(points(report), {"entries"}) == Lines{at(1) + ";" + at(2) + ";" + at(4), at(1) + ";" + at(2) + ";" + at(5),
                                                   at(1) + ";" + at(2) + ";" + at(6) + ";" + at(7), at(7)});
}

TEST_CASE("a supporting unit pays by its weight, and who owed nothing has no score", "[score]") {
  Desk desk;
  desk.take(one_docket);
  const auto books = desk.books("2022-03-10");
  CHECK(told(score(books, year_2022(), {.unit = "S"}, false), {"role", "owed", "deducted", "score"}) ==
        Lines{"supporting 4 2.05 97.95"});
  desk.take(R"({"do":"urge","docket":"1","on":"2022-03-09","unit":"S"})");
  const Period a_day{day("2022-03-09"), day("2022-03-09")};
  CHECK(told(score(desk.books("2022-03-10"), a_day, {}, false), {"unit", "owed", "score"}) == Lines{"S 0 -"});
  CHECK(score(books, year_2022(), {.unit = "B"}, true).rows.empty());
}

TEST_CASE("a score never falls below nothing", "[score]") {
  Desk desk;
  for (int i = 0; i < 40; ++i)
    desk.take(R"({"do":"open","docket":"d)" + std::to_string(i) + R"(","on":"2022-01-10","title":"桥","decision":"常1"}
{"do":"assign","docket":"d)" +
              std::to_string(i) + R"(","on":"2022-01-11","lead":"A","due":"2022-01-20"})");
  CHECK(told(score(desk.books("2022-03-10"), year_2022(), {}, false), {"deducted", "score"}) == Lines{"124 0"});
}

TEST_CASE("by other rules the same duties cost otherwise, and nothing is recorded", "[score]") {
  Desk desk;
  desk.take(one_docket);
  auto books = desk.books("2022-03-10");
  const auto before = score(books, year_2022(), {.unit = "A"}, false);
  CHECK(before.notes == std::vector<Note>{own_defaults});
  domain::Rules rules;
  rules.edition = "strict";
  rules.late[static_cast<std::size_t>(domain::DutyKind::feedback)] = 5000;
  books.judge_by(rules);
  const auto then = score(books, year_2022(), {.unit = "A"}, false);
  CHECK(told(then, {"score"}) == Lines{"92.7"});
  CHECK(then.notes.empty());
  CHECK(then.footer.rules == "strict");
  CHECK(told(score(desk.books("2022-03-10"), year_2022(), {.unit = "A"}, false), {"score"}) == told(before, {"score"}));
}

TEST_CASE("on the sample year the points of a unit add up to what its score lacks, each from entries", "[score]") {
  Desk desk;
  desk.take_samples();
  const auto books = desk.books("2022-06-15");
  const auto report = score(books, year_2022(), {}, true);
  REQUIRE(report.rows.size() > 20);
  const auto number = [](const Report& of, const std::vector<Cell>& row, std::string_view name) {
    return std::get<Decimal>(row[column(of, name)]).thousandths;
  };
  std::map<std::string, std::int64_t> cost;  // millionths
  for (const auto& row : points(report).rows) {
    INFO(plain_row(row));
    auto role = tools::plain(row[column(points(report), "role")]);
    if (role == "joint") role = "lead";
    cost[tools::plain(row[column(points(report), "unit")]) + " " + role] +=
        number(points(report), row, "points") * number(points(report), row, "weight");
    const auto& entries = std::get<Texts>(row[column(points(report), "entries")]);
    CHECK_FALSE(entries.empty());
    for (const auto& seq : entries) CHECK(std::stoull(seq) <= books.last());
  }
  for (const auto& row : report.rows) {
    INFO(plain_row(row));
    const auto& score = row[column(report, "score")];
    if (std::holds_alternative<std::monostate>(score)) continue;
    const auto lacks =
        cost[tools::plain(row[column(report, "unit")]) + " " + tools::plain(row[column(report, "role")])];
    CHECK(std::get<Decimal>(score).thousandths == std::max<std::int64_t>(0, left_of_score(lacks)));
  }
  // The score is the one of the standing.
  CHECK(told(report, {"unit", "role", "owed", "score"}) ==
        told(standing(books, year_2022(), By::unit, {}), {"unit", "role", "owed", "score"}));
}

TEST_CASE("origins account for every duty of the sample year, and for everything counted", "[origins]") {
  Desk desk;
  desk.take_samples();
  const auto books = desk.books("2022-06-15");
  std::size_t dockets = 0;
  books.each([&](const projections::Card& card, const projections::DutiesRow& docket) {
    INFO(card.docket);
    const auto origins = books.origins(card.docket);
    REQUIRE(origins);
    const auto duties = duties_on(docket.dues, books.on());
    REQUIRE(origins->duties.size() == duties.size());
    for (const auto& duty : duties)
      CHECK(std::count_if(origins->duties.begin(), origins->duties.end(),
                          [&](const auto& each) { return each.duty == duty && !each.from.empty(); }) >= 1);
    CHECK(origins->happenings.size() == docket.happenings.size());
    ++dockets;
  });
  CHECK(dockets > 30);
  CHECK_FALSE(books.origins("no such docket"));
}

}  // namespace
}  // namespace ducha::reports
