#include "tests/catch.h"
#include "tests/ledger/domain/desk.h"

namespace ducha::domain {
namespace {

constexpr auto acceptance = DutyKind::acceptance;
constexpr auto feedback = DutyKind::feedback;
constexpr auto part = DutyKind::part;
constexpr auto completion = DutyKind::completion;

TEST_CASE("while the clock stands nothing falls due, and afterwards it falls due as many days later", "[suspension]") {
  Desk desk;
  desk.when("2022-01-05", Assign{.lead = "A", .due = limit("2022-01-31")});
  desk.when("2022-01-06", Accept{.unit = "A"});
  REQUIRE(desk.when("2022-01-20", Suspend{.reason = "冬季停工"}).empty());
  CHECK(desk.due("2022-01-20", "A", completion) == "2022-02-01");
  CHECK(desk.due("2022-03-01", "A", completion) == "2022-03-13");
  CHECK(desk.state("2022-03-01", "A", completion) == "pending");
  REQUIRE(desk.when("2022-03-01", Resume{}).empty());
  // Forty days from 20 January to 1 March; it stays where it lands, a rest day or not.
  CHECK(desk.due("2022-03-02", "A", completion) == "2022-03-12");
  CHECK(desk.state("2022-03-14", "A", completion) == "overdue 2");
}

TEST_CASE("what falls due on the first day of a suspension moves, what was overdue keeps counting", "[suspension]") {
  Desk desk;
  desk.when(
      "2022-01-05",
      Assign{.lead = "A", .supporting = {"B"}, .due = limit("2022-01-20"), .supporting_due = limit("2022-01-19")});
  REQUIRE(desk.when("2022-01-20", Suspend{}).empty());
  CHECK(desk.state("2022-01-25", "A", completion) == "pending");
  CHECK(desk.state("2022-01-25", "B", part) == "overdue 6");
  CHECK(desk.state("2022-01-25", "A", acceptance) == "overdue 19");
}

TEST_CASE("a feedback day inside a suspension is excused, and so is an answer spent on it", "[suspension]") {
  Desk desk;
  desk.when("2022-01-05", Assign{.lead = "A", .cadence = parse_cadence("monthly:25")});
  desk.when("2022-01-25", Suspend{});
  CHECK(desk.state("2022-01-26", "A", feedback) == "excused");
  CHECK(desk.state("2022-01-24", "A", feedback) == "pending");  // a look from the day before
  REQUIRE(desk.when("2022-02-10", Feedback{.unit = "A"}).empty());
  // The day before it is excused, so it answers the next one, which is excused as well as long as nobody resumes.
  CHECK(desk.state("2022-02-10", "A", feedback, 1) == "excused");
  CHECK(desk.state("2022-02-25", "A", feedback, 1) == "excused");
  desk.when("2022-03-25", Resume{});
  CHECK(desk.state("2022-03-25", "A", feedback, 2) == "due_today");  // the day it goes on is not inside
  CHECK(desk.state("2022-03-26", "A", feedback, 1) == "excused");
}

TEST_CASE("a feedback day to come is owed again when the docket goes on before it", "[suspension]") {
  Desk desk;
  desk.when("2022-01-05", Assign{.lead = "A", .supporting = {"B"}, .cadence = parse_cadence("monthly:25")});
  desk.when("2022-01-10", Suspend{});
  CHECK(desk.state("2022-01-10", "A", feedback) == "excused");
  REQUIRE(desk.when("2022-01-12", Feedback{.unit = "A"}).empty());
  desk.when("2022-01-20", Resume{});
  CHECK(desk.state("2022-01-20", "A", feedback) == "on_time");
  CHECK(desk.state("2022-01-20", "B", feedback) == "pending");
}

TEST_CASE("a suspended docket takes only what cannot wait", "[suspension]") {
  Desk desk;
  desk.when("2022-01-05", Assign{.lead = "A", .due = limit("2022-02-28")});
  CHECK(desk.when("2022-01-06", Resume{}) == "not_suspended");
  desk.when("2022-01-10", Suspend{});
  CHECK(desk.when("2022-01-11", Suspend{}) == "docket_suspended");
  CHECK(desk.when("2022-01-11", Accept{.unit = "A"}) == "docket_suspended");
  CHECK(desk.when("2022-01-11", Complete{.unit = "A"}) == "docket_suspended");
  CHECK(desk.when("2022-01-11", Grant{.to = limit("2022-03-31")}) == "docket_suspended");
  CHECK(desk.when("2022-01-11", Urge{.unit = "A"}) == "docket_suspended");
  CHECK(desk.when("2022-01-11", Feedback{.unit = "A"}).empty());
  CHECK(desk.when("2022-01-11", Inspect{}).empty());
  CHECK(desk.when("2022-01-11", Criticise{.unit = "A"}).empty());
  CHECK(desk.when("2022-01-12", Close{.result = CloseResult::not_done}).empty());
  CHECK(desk.docket().suspended == std::nullopt);
  CHECK(desk.state("2022-01-12", "A", completion) == "missed");
  CHECK(desk.due("2022-01-12", "A", completion) == "2022-03-02");
}

TEST_CASE("a report that stands admits no suspension", "[suspension]") {
  Desk desk;
  desk.when("2022-01-05", Assign{.lead = "A"});
  desk.when("2022-01-10", Complete{.unit = "A"});
  CHECK(desk.when("2022-01-11", Suspend{}) == "report_stands");
}

TEST_CASE("Art. 48 after a suspension counts from the same start, and the days the clock stood besides",
          "[suspension]") {
  Desk desk;
  desk.when("2022-03-01", Assign{.lead = "A", .due = limit("3wd")});
  desk.when("2022-03-02", Suspend{});
  desk.when("2022-03-12", Resume{});
  CHECK(desk.due("2022-03-12", "A", completion) == "2022-03-14");
  REQUIRE(desk.when("2022-03-14", Extend{.unit = "A", .to = limit("5wd"), .reason = "情况复杂"}).empty());
  CHECK(desk.due("2022-03-14", "A", completion) == "2022-03-18");
}

TEST_CASE("withdrawing ends a suspension and everything owed", "[suspension]") {
  Desk desk;
  desk.when("2022-01-05", Assign{.lead = "A", .due = limit("2022-01-31"), .cadence = parse_cadence("monthly:25")});
  desk.when("2022-01-20", Suspend{});
  REQUIRE(desk.when("2022-02-20", Withdraw{}).empty());
  CHECK(desk.state("2022-03-31", "A", completion).empty());
  CHECK(desk.state("2022-03-31", "A", feedback) == "excused");
  CHECK(desk.state("2022-03-31", "A", feedback, 1).empty());
  CHECK(desk.when("2022-03-31", Feedback{.unit = "A"}) == "docket_ended");
}

}  // namespace
}  // namespace ducha::domain
