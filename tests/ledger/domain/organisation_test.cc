#include "tests/catch.h"
#include "tests/ledger/domain/desk.h"

namespace ducha::domain {
namespace {

constexpr auto acceptance = DutyKind::acceptance;
constexpr auto feedback = DutyKind::feedback;
constexpr auto completion = DutyKind::completion;

TEST_CASE("a merged unit's open duties move with their due days, what it did stays with it", "[organisation]") {
  Desk desk;
  desk.when("2022-01-05", Assign{.lead = "A", .due = limit("2022-03-31"), .cadence = parse_cadence("monthly:25")});
  desk.when("2022-01-10", Accept{.unit = "A"});
  desk.when("2022-01-25", Feedback{.unit = "A"});
  desk.merge("2022-03-10", "A", "B");
  CHECK(desk.state("2022-04-02", "A", acceptance) == "late 4");
  CHECK(desk.state("2022-04-02", "A", feedback) == "on_time");
  CHECK(desk.state("2022-04-02", "A", feedback, 1).empty());
  CHECK(desk.state("2022-04-02", "A", completion).empty());
  CHECK(desk.state("2022-04-02", "B", acceptance).empty());
  CHECK(desk.state("2022-04-02", "B", feedback) == "overdue 36");  // February's
  CHECK(desk.state("2022-04-02", "B", completion) == "overdue 2");
  CHECK(desk.when("2022-04-02", Accept{.unit = "B"}) == "already_accepted");
  REQUIRE(desk.when("2022-04-02", Complete{.unit = "B"}).empty());
  CHECK(desk.state("2022-04-02", "B", completion) == "late 2");
}

TEST_CASE("a report that stood when its unit was merged is the old unit's, its return the new one's",
          "[organisation]") {
  Desk desk;
  desk.when("2022-01-05", Assign{.lead = "A", .due = limit("2022-01-31")});
  desk.when("2022-01-30", Complete{.unit = "A"});
  desk.merge("2022-02-05", "A", "B");
  CHECK(desk.state("2022-02-05", "A", completion) == "on_time");
  CHECK(desk.state("2022-02-05", "B", completion).empty());
  desk.when("2022-02-10", Return{});
  CHECK(desk.state("2022-02-10", "A", completion).empty());
  CHECK(desk.state("2022-02-10", "B", completion) == "overdue 10");
}

TEST_CASE("merged into a unit that is on the docket already, nothing is owed twice", "[organisation]") {
  Desk desk;
  desk.when("2022-01-05", Assign{.lead = "A", .joint = {"B"}, .due = limit("2022-01-31")});
  desk.merge("2022-01-20", "A", "B");
  int completions = 0;
  for (const auto& duty : duties_on(dues_of(desk.docket()), day("2022-02-05"))) completions += duty.kind == completion;
  CHECK(completions == 1);
  CHECK(desk.docket().tenure_of("B")->role() == Role::lead);

  Desk stronger;
  stronger.when("2022-01-05", Assign{.lead = "A", .supporting = {"B"}, .due = limit("2022-01-31")});
  stronger.merge("2022-01-20", "A", "B");
  CHECK(stronger.docket().tenure_of("B")->role() == Role::lead);
  CHECK(stronger.state("2022-02-05", "B", completion) == "overdue 5");
}

TEST_CASE("a feedback given in advance counts for the unit that the other becomes part of", "[organisation]") {
  Desk desk;
  desk.when("2022-01-05", Assign{.lead = "A", .supporting = {"B"}, .cadence = parse_cadence("monthly:25")});
  desk.when("2022-01-10", Feedback{.unit = "A", .period = day("2022-01-25")});
  desk.merge("2022-01-12", "A", "B");
  CHECK(desk.state("2022-02-01", "B", feedback) == "on_time");
  CHECK(desk.state("2022-02-01", "A", feedback).empty());
}

TEST_CASE("what a merged unit was exempted from, the unit it is part of is exempted from", "[organisation]") {
  Desk desk;
  desk.when("2022-01-05", Assign{.lead = "A", .due = limit("2022-01-31")});
  desk.when("2022-02-10", Exempt{.unit = "A", .duty = completion, .due = day("2022-01-31")});
  desk.merge("2022-02-15", "A", "B");
  CHECK(desk.state("2022-02-20", "B", completion) == "excused");

  // What it owes itself is not meant.
  Desk present;
  present.when("2022-01-05", Assign{.lead = "A", .joint = {"B"}, .due = limit("2022-01-31")});
  present.when("2022-01-10", Exempt{.unit = "A", .duty = acceptance, .due = day("2022-01-06")});
  present.merge("2022-02-15", "A", "B");
  CHECK(present.state("2022-02-20", "B", acceptance) == "overdue 45");
}

TEST_CASE("a unit that has ended takes no role, and its group names the unit it is part of", "[organisation]") {
  Desk desk;
  desk.office().evolve(day("2022-02-01"), UnitMerged{"D", "B"});
  desk.office().evolve(day("2022-02-01"), UnitRetired{"E"});
  CHECK(desk.when("2022-02-01", Assign{.lead = "D"}) == "unit_ended");
  CHECK(desk.when("2022-02-01", Assign{.lead = "A", .supporting = {"E"}}) == "unit_ended");
  CHECK(desk.office().expand("各街道", day("2022-01-31")) == std::vector<std::string>{"D", "E"});
  CHECK(desk.office().expand("各街道", day("2022-02-01")) == std::vector<std::string>{"B"});
}

TEST_CASE("a unit is called what it was called on the day of the report", "[organisation]") {
  Desk desk;
  desk.office().evolve(day("2022-03-01"), UnitRenamed{"A", "甲新局"});
  desk.office().evolve(day("2022-06-01"), UnitRenamed{"A", "甲委"});
  CHECK(desk.office().name_of("A", day("2022-02-28")) == "A");
  CHECK(desk.office().name_of("A", day("2022-03-01")) == "甲新局");
  CHECK(desk.office().name_of("A", day("2022-12-31")) == "甲委");
  CHECK(desk.office().unit("甲新局")->code == "A");
}

TEST_CASE("the leader of a docket follows the post over its lead unit, and who stands in for it", "[organisation]") {
  Office office;
  office.evolve(day("2022-01-01"), UnitRegistered{"A", "A", UnitKind::department, {}});
  office.evolve(day("2022-01-01"), PortfolioSet{"副区长一"});
  office.evolve(day("2022-01-01"), PortfolioUnitNamed{"副区长一", "A"});
  office.evolve(day("2022-05-01"), PortfolioSet{"副区长一"});
  office.evolve(day("2022-05-01"), PortfolioSet{"副区长二"});
  office.evolve(day("2022-05-01"), PortfolioUnitNamed{"副区长二", "A"});
  office.evolve(day("2022-03-10"), ActingSet{"副区长一", "副区长三", day("2022-03-20")});
  CHECK(office.leader("", "A", day("2022-03-09")) == "副区长一");
  CHECK(office.leader("", "A", day("2022-03-20")) == "副区长三");
  CHECK(office.leader("", "A", day("2022-03-21")) == "副区长一");
  CHECK(office.leader("", "A", day("2022-05-01")) == "副区长二");
  CHECK(office.leader("副区长一", "A", day("2022-03-15")) == "副区长三");
  CHECK(office.leader("副区长一", "A", day("2022-06-15")) == "副区长一");
}

}  // namespace
}  // namespace ducha::domain
