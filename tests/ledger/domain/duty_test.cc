#include "ledger/domain/duty.h"

#include "tests/catch.h"
#include "tests/ledger/domain/desk.h"

namespace ducha::domain {
namespace {

constexpr auto feedback = DutyKind::feedback;
constexpr auto part = DutyKind::part;
constexpr auto completion = DutyKind::completion;

TEST_CASE("a thing due today is not overdue, and done on its day is on time", "[duty]") {
  Desk desk;
  REQUIRE(desk.when("2022-01-05", Assign{.lead = "A", .due = limit("2022-01-31")}).empty());
  CHECK(desk.state("2022-01-30", "A", completion) == "pending");
  CHECK(desk.state("2022-01-31", "A", completion) == "due_today");
  CHECK(desk.state("2022-02-01", "A", completion) == "overdue 1");
  REQUIRE(desk.when("2022-01-31", Complete{.unit = "A"}).empty());
  CHECK(desk.state("2022-01-31", "A", completion) == "on_time");
}

TEST_CASE("the lead that a reassignment replaces may be named there as leaving", "[duty]") {
  Desk desk;
  desk.when("2022-01-05", Assign{.lead = "A", .due = limit("2022-01-31")});
  REQUIRE(desk.when("2022-01-10", Reassign{.lead = "B", .remove = {"A"}}).empty());
  CHECK(desk.docket().tenure_of("A") == nullptr);
  CHECK(desk.state("2022-02-01", "B", completion) == "overdue 1");
  CHECK(desk.when("2022-01-11", Reassign{.lead = "B", .remove = {"A"}}) == "unit_has_no_role");
}

TEST_CASE("late stays late", "[duty]") {
  Desk desk;
  desk.when("2022-01-05", Assign{.lead = "A", .due = limit("2022-01-31")});
  desk.when("2022-02-03", Complete{.unit = "A"});
  desk.when("2022-03-01", Close{});
  CHECK(desk.state("2022-12-31", "A", completion) == "late 3");
}

TEST_CASE("lead and joint leads each owe completion, supporters their part", "[duty]") {
  Desk desk;
  desk.when("2022-01-05", Assign{.lead = "A",
                                 .joint = {"B", "A"},
                                 .supporting = {"各街道", "B"},
                                 .due = limit("2022-01-31"),
                                 .supporting_due = limit("3wd")});
  CHECK(desk.state("2022-01-20", "A", completion) == "pending");
  CHECK(desk.state("2022-01-20", "B", completion) == "pending");
  CHECK(desk.state("2022-01-20", "D", completion).empty());
  CHECK(desk.due("2022-01-20", "D", part) == "2022-01-10");
  CHECK(desk.state("2022-01-20", "B", part).empty());
  CHECK(desk.when("2022-01-20", Contribute{.unit = "A"}) == "no_part");
  REQUIRE(desk.when("2022-01-12", Contribute{.unit = "D"}).empty());
  CHECK(desk.state("2022-01-20", "D", part) == "late 2");
  CHECK(desk.state("2022-01-20", "E", part) == "overdue 10");
  desk.when("2022-01-20", Complete{.unit = "B"});
  CHECK(desk.state("2022-01-20", "A", completion) == "on_time");
  CHECK(desk.state("2022-01-21", "E", part) == "missed");
}

TEST_CASE("a returned report did not complete, and what was missed is overdue again", "[duty]") {
  Desk desk;
  desk.when("2022-01-05", Assign{.lead = "A", .due = limit("2022-01-31"), .cadence = parse_cadence("monthly:25")});
  desk.when("2022-01-28", Complete{.unit = "A"});
  CHECK(desk.state("2022-01-28", "A", completion) == "on_time");
  CHECK(desk.state("2022-01-28", "A", feedback) == "missed");
  REQUIRE(desk.when("2022-03-10", Return{}).empty());
  CHECK(desk.state("2022-03-10", "A", completion) == "overdue 38");
  CHECK(desk.state("2022-03-10", "A", feedback) == "overdue 44");
  // 2022-02-25 fell between report and return: owed by nobody. The next one is March's.
  CHECK(desk.state("2022-03-10", "A", feedback, 1) == "pending");
  CHECK(desk.state("2022-03-10", "A", feedback, 2).empty());
}

TEST_CASE("a late request never cures lateness; an early one moves the day", "[duty]") {
  Desk desk;
  desk.when("2022-01-05", Assign{.lead = "A", .due = limit("2022-01-31")});
  REQUIRE(desk.when("2022-02-02", Extend{.unit = "A", .to = limit("2022-02-28")}).empty());
  REQUIRE(desk.when("2022-02-03", Grant{}).empty());
  CHECK(desk.due("2022-02-03", "A", completion) == "2022-01-31");
  REQUIRE(desk.when("2022-02-20", Extend{.unit = "A", .to = limit("2022-03-31")}).empty());
  REQUIRE(desk.when("2022-02-21", Grant{}).empty());
  CHECK(desk.due("2022-02-21", "A", completion) == "2022-01-31");
  CHECK(desk.docket().chase == day("2022-03-31"));

  Desk early;
  early.when("2022-01-05", Assign{.lead = "A", .due = limit("2022-01-31")});
  early.when("2022-01-31", Extend{.unit = "A", .to = limit("2022-02-28")});
  early.when("2022-02-10", Grant{});
  CHECK(early.due("2022-02-10", "A", completion) == "2022-02-28");
}

TEST_CASE("Art. 48: three working days may become five, counted from the same start", "[duty]") {
  Desk desk;
  desk.when("2022-01-26", Assign{.lead = "A", .due = limit("3wd")});
  CHECK(desk.due("2022-01-27", "A", completion) == "2022-01-29");  // a Saturday that works
  REQUIRE(desk.when("2022-01-29", Extend{.unit = "A", .to = limit("5wd"), .reason = "情况复杂"}).empty());
  CHECK(desk.due("2022-01-29", "A", completion) == "2022-02-07");

  Desk mute;
  mute.when("2022-01-26", Assign{.lead = "A", .due = limit("3wd")});
  mute.when("2022-01-29", Extend{.unit = "A", .to = limit("5wd")});
  CHECK(mute.due("2022-01-29", "A", completion) == "2022-01-29");
  CHECK(mute.docket().request.has_value());
}

TEST_CASE("points follow who held the duty when it fell due", "[duty]") {
  Desk desk;
  desk.when("2022-01-05", Assign{.lead = "A", .due = limit("2022-01-31")});
  CHECK(desk.when("2022-02-10", Reassign{.lead = "B"}) == "new_lead_needs_due");
  REQUIRE(desk.when("2022-02-10", Reassign{.lead = "B", .due = limit("2022-03-31")}).empty());
  CHECK(desk.state("2022-02-11", "A", completion) == "missed");
  CHECK(desk.state("2022-02-11", "B", completion) == "pending");

  Desk early;
  early.when("2022-01-05", Assign{.lead = "A", .due = limit("2022-01-31")});
  early.when("2022-01-20", Reassign{.lead = "B"});
  CHECK(early.state("2022-02-11", "A", completion).empty());
  CHECK(early.state("2022-02-11", "B", completion) == "overdue 11");
}

TEST_CASE("moving between lead and joint starts nothing anew; to supporting it does", "[duty]") {
  Desk desk;
  desk.when("2022-01-05", Assign{.lead = "A", .joint = {"B"}, .due = limit("2022-01-31")});
  desk.when("2022-01-06", Accept{.unit = "A"});
  REQUIRE(desk.when("2022-01-10", Reassign{.lead = "B", .joint = Names{"A"}}).empty());
  CHECK(desk.when("2022-01-11", Accept{.unit = "A"}) == "already_accepted");
  REQUIRE(desk.when("2022-01-12", Reassign{.joint = Names{}, .supporting = {"A"}}).empty());
  REQUIRE(desk.when("2022-01-13", Accept{.unit = "A"}).empty());
  CHECK(desk.state("2022-02-11", "A", completion).empty());
}

TEST_CASE("an upheld objection makes void what was not done", "[duty]") {
  Desk desk;
  desk.when("2022-01-05", Assign{.lead = "A", .supporting = {"C"}, .due = limit("2022-01-31")});
  REQUIRE(desk.when("2022-02-05", Object{.unit = "A"}).empty());
  CHECK(desk.state("2022-02-06", "A", completion) == "overdue 6");
  REQUIRE(desk.when("2022-02-07", Settle{.unit = "A", .outcome = Outcome::upheld}).empty());
  CHECK(desk.state("2022-02-08", "A", completion).empty());
  CHECK_FALSE(desk.docket().has_lead());
}

TEST_CASE("feedback answers its very day, else the last one if unanswered, else the next", "[feedback]") {
  Desk desk;
  desk.when("2022-01-05", Assign{.lead = "A", .cadence = parse_cadence("monthly:25")});
  desk.when("2022-01-10", Feedback{.unit = "A"});
  CHECK(desk.state("2022-01-25", "A", feedback) == "on_time");
  desk.when("2022-03-02", Feedback{.unit = "A"});  // February's, late
  CHECK(desk.state("2022-03-02", "A", feedback, 1) == "late 5");
  desk.when("2022-03-03", Feedback{.unit = "A"});  // now March's, early
  CHECK(desk.state("2022-03-03", "A", feedback, 2) == "on_time");
  // Older gaps are closed only by naming the day.
  desk.when("2022-06-26", Feedback{.unit = "A"});
  CHECK(desk.state("2022-06-26", "A", feedback, 3) == "overdue 62");
  REQUIRE(desk.when("2022-06-27", Feedback{.unit = "A", .period = day("2022-04-25")}).empty());
  CHECK(desk.state("2022-06-27", "A", feedback, 3) == "late 63");
  CHECK(desk.when("2022-06-27", Feedback{.unit = "A", .period = day("2022-08-25")}) == "period_not_owed");
  CHECK(desk.when("2022-06-27", Feedback{.unit = "A", .period = day("2022-04-24")}) == "period_not_owed");
}

TEST_CASE("a docket that has ended takes nothing more", "[law]") {
  Desk desk;
  desk.when("2022-01-05", Assign{.lead = "A", .due = limit("2022-01-31")});
  REQUIRE(desk.when("2022-01-20", Close{.result = CloseResult::not_done}).empty());
  CHECK(desk.state("2022-01-20", "A", completion) == "missed");
  CHECK(desk.when("2022-01-21", Feedback{.unit = "A"}) == "docket_ended");
  CHECK(desk.when("2022-01-21", Close{}) == "docket_ended");
}

TEST_CASE("each refusal of a docket's life is reached", "[law]") {
  Desk desk;
  CHECK(desk.when("2022-01-05", Reassign{.lead = "A"}) == "not_assigned");
  CHECK(desk.when("2022-01-05", Assign{.lead = "Z"}) == "unit_unknown");
  CHECK(desk.when("2022-01-05", Assign{.lead = "各街道"}) == "group_cannot_lead");
  CHECK(desk.when("2022-01-05", Open{}) == "docket_exists");
  CHECK(desk.when("2022-01-05", Complete{}) == "lead_missing");
  REQUIRE(desk.when("2022-01-05", Assign{.lead = "A", .supporting = {"C"}}).empty());
  CHECK(desk.when("2022-01-05", Assign{.lead = "A"}) == "already_assigned");
  CHECK(desk.when("2022-01-06", Accept{.unit = "B"}) == "unit_has_no_role");
  CHECK(desk.when("2022-01-06", Extend{.unit = "C"}) == "unit_does_not_lead");
  CHECK(desk.when("2022-01-06", Extend{.unit = "A"}) == "no_due_day");
  CHECK(desk.when("2022-01-06", Reassign{}) == "reassign_changes_nothing");
  CHECK(desk.when("2022-01-06", Reassign{.remove = {"A"}}) == "unit_leads_docket");
  CHECK(desk.when("2022-01-06", Reassign{.remove = {"B"}}) == "unit_has_no_role");
  REQUIRE(desk.when("2022-01-06", Reassign{.due = limit("2022-02-01")}).empty());
  REQUIRE(desk.when("2022-01-06", Extend{.unit = "A"}).empty());
  CHECK(desk.when("2022-01-06", Extend{.unit = "A"}) == "extension_pending");
  CHECK(desk.when("2022-01-06", Grant{}) == "grant_names_no_day");
  CHECK(desk.when("2022-01-06", Grant{.to = limit("2022-02-01")}) == "grant_not_later");
  CHECK(desk.when("2022-01-06", Return{}) == "no_report");
  CHECK(desk.when("2022-01-06", Complete{.unit = "C"}) == "unit_does_not_lead");
  CHECK(desk.when("2022-01-06", Close{.into = {}}).empty());
}

TEST_CASE("an answer given in advance stays with a unit that moves between leading and supporting", "[duty]") {
  Desk desk;
  desk.when("2022-02-03", Assign{.lead = "A", .supporting = {"B"}, .cadence = parse_cadence("quarterly:20")});
  desk.when("2022-02-06", Feedback{.unit = "A"});
  desk.when("2022-02-06", Feedback{.unit = "B"});
  REQUIRE(desk.when("2022-02-11", Reassign{.lead = "B", .supporting = {"A"}}).empty());
  CHECK(desk.state("2022-03-25", "B", feedback) == "on_time");
  CHECK(desk.state("2022-03-25", "A", feedback) == "on_time");
  // What is given again is only additional.
  desk.when("2022-03-22", Feedback{.unit = "B", .period = day("2022-03-20")});
  CHECK(desk.state("2022-03-25", "B", feedback) == "on_time");
}

TEST_CASE("an answer given in advance does not outlast the unit's time on the docket", "[duty]") {
  Desk desk;
  desk.when("2022-02-03", Assign{.lead = "A", .supporting = {"B"}, .cadence = parse_cadence("quarterly:20")});
  desk.when("2022-02-06", Feedback{.unit = "B"});
  desk.when("2022-02-10", Reassign{.remove = {"B"}});
  REQUIRE(desk.when("2022-02-20", Reassign{.supporting = {"B"}}).empty());
  CHECK(desk.state("2022-03-25", "B", feedback) == "overdue 5");
}

TEST_CASE("a report that stood keeps its day when the docket is closed as not done", "[duty]") {
  Desk desk;
  desk.when("2022-01-05", Assign{.lead = "A", .due = limit("2022-01-31")});
  desk.when("2022-01-20", Complete{.unit = "A"});
  REQUIRE(desk.when("2022-01-25", Close{.result = CloseResult::not_done}).empty());
  CHECK(desk.state("2022-02-01", "A", completion) == "missed");
  for (const auto& duty : duties_on(dues_of(desk.docket()), day("2022-02-01")))
    if (duty.kind == completion) CHECK(duty.done == day("2022-01-20"));
}

}  // namespace
}  // namespace ducha::domain
