#include "tests/catch.h"
#include "tests/ledger/domain/desk.h"

namespace ducha::domain {
namespace {

constexpr auto acceptance = DutyKind::acceptance;
constexpr auto feedback = DutyKind::feedback;
constexpr auto completion = DutyKind::completion;
constexpr auto rectification = DutyKind::rectification;

TEST_CASE("an exemption names a due day the duty has had, and undoes nothing else", "[accountability]") {
  Desk desk;
  desk.when("2022-01-05", Assign{.lead = "A", .due = limit("2022-01-31"), .cadence = parse_cadence("monthly:25")});
  desk.when("2022-01-20", Grant{.to = limit("2022-02-28")});
  CHECK(desk.due("2022-01-20", "A", completion) == "2022-02-28");
  REQUIRE(desk.when("2022-03-10", Exempt{.unit = "A", .duty = completion, .due = day("2022-01-31")}).empty());
  CHECK(desk.state("2022-03-10", "A", completion) == "excused");
  CHECK(desk.state("2022-03-10", "A", acceptance) == "overdue 63");
  desk.when("2022-03-11", Complete{.unit = "A"});
  CHECK(desk.state("2022-03-11", "A", completion) == "excused");
}

TEST_CASE("a feedback day exempted beforehand is excused when it comes", "[accountability]") {
  Desk desk;
  desk.when("2022-01-05", Assign{.lead = "A", .cadence = parse_cadence("monthly:25")});
  desk.when("2022-01-06", Exempt{.unit = "A", .duty = feedback, .due = day("2022-03-25")});
  CHECK(desk.state("2022-04-01", "A", feedback, 1) == "overdue 35");
  CHECK(desk.state("2022-04-01", "A", feedback, 2) == "excused");
  CHECK(desk.state("2022-04-01", "A", feedback, 3) == "pending");
}

TEST_CASE("an ordered rectification outlives role and docket, until done or revoked", "[accountability]") {
  Desk desk;
  desk.when("2022-01-05", Assign{.lead = "A", .supporting = {"B"}, .due = limit("2022-01-31")});
  CHECK(desk.when("2022-01-20", Rectify{.unit = "B"}) == "nothing_to_rectify");
  REQUIRE(desk.when("2022-01-20", Conclude{.unit = "B", .rectify_by = limit("2022-03-01")}).empty());
  REQUIRE(desk.when("2022-01-25", Reassign{.remove = {"B"}}).empty());
  desk.when("2022-01-30", Complete{.unit = "A"});
  desk.when("2022-02-01", Close{});
  CHECK(desk.state("2022-03-05", "B", rectification) == "overdue 4");
  CHECK(duties_on(dues_of(desk.docket()), day("2022-03-05")).back().role == Role::supporting);
  REQUIRE(desk.when("2022-03-08", Rectify{.unit = "B"}).empty());
  CHECK(desk.state("2022-03-31", "B", rectification) == "late 7");

  Desk revoked;
  revoked.when("2022-01-05", Assign{.lead = "A"});
  revoked.when("2022-01-20", Conclude{.unit = "A", .rectify_by = limit("2022-02-01")});
  revoked.when("2022-02-10", Contest{.unit = "A"});
  CHECK(revoked.state("2022-02-10", "A", rectification) == "overdue 9");
  REQUIRE(revoked.when("2022-03-01", Rule{.outcome = Ruling::revoked}).empty());
  CHECK(revoked.state("2022-03-01", "A", rectification).empty());
  // What was revoked is over: no later ruling brings it back.
  REQUIRE(revoked.when("2022-03-05", Rule{.outcome = Ruling::upheld}).empty());
  CHECK(revoked.state("2022-03-05", "A", rectification).empty());
}

TEST_CASE("a ruling is about the conclusion that was contested, though another came after it", "[accountability]") {
  Desk desk;
  desk.when("2022-01-05", Assign{.lead = "A"});
  desk.when("2022-01-20", Conclude{.unit = "A", .rectify_by = limit("2022-02-01")});
  desk.when("2022-01-21", Contest{.unit = "A"});
  desk.when("2022-01-22", Conclude{.unit = "A", .rectify_by = limit("2022-03-01")});
  REQUIRE(desk.when("2022-02-10", Rule{.unit = "A", .outcome = Ruling::revoked}).empty());
  CHECK(desk.state("2022-02-10", "A", rectification) == "pending");
  CHECK(desk.due("2022-02-10", "A", rectification) == "2022-03-01");
}

TEST_CASE("an exemption names the due day that a report shows, also while the clock stands", "[accountability]") {
  Desk desk;
  desk.when("2022-01-05", Assign{.lead = "A", .due = limit("2022-01-31")});
  desk.when("2022-01-20", Suspend{});
  REQUIRE(desk.due("2022-01-24", "A", completion) == "2022-02-05");
  desk.when("2022-01-24", Exempt{.unit = "A", .duty = completion, .due = day("2022-02-05")});
  CHECK(desk.state("2022-01-24", "A", completion) == "excused");
  desk.when("2022-01-27", Resume{});
  CHECK(desk.state("2022-03-01", "A", completion) == "excused");

  Desk after;
  after.when("2022-01-05", Assign{.lead = "A", .due = limit("2022-01-31")});
  after.when("2022-01-20", Suspend{});
  after.when("2022-01-27", Resume{});
  after.when("2022-03-01", Exempt{.unit = "A", .duty = completion, .due = day("2022-02-05")});
  CHECK(after.state("2022-03-01", "A", completion) == "excused");
}

TEST_CASE("a conclusion is contested within thirty days, to the next working day", "[accountability]") {
  Desk desk;
  desk.when("2022-01-05", Assign{.lead = "A"});
  CHECK(desk.when("2022-01-06", Contest{.unit = "A"}) == "no_conclusion");
  CHECK(desk.when("2022-01-06", Rule{}) == "no_conclusion");
  desk.when("2022-01-06", Conclude{.unit = "A"});
  // The thirtieth day is a Saturday inside the spring festival: Monday the 7th is a working day.
  CHECK(desk.when("2022-02-08", Contest{.unit = "A"}) == "contest_too_late");
  CHECK(desk.when("2022-02-07", Contest{.unit = "A"}).empty());
}

TEST_CASE("reopening withdraws credit once given, and a day it names is the assessed one", "[accountability]") {
  Desk desk;
  desk.when("2022-01-05", Assign{.lead = "A", .joint = {"B"}, .due = limit("2022-01-31")});
  desk.when("2022-01-30", Complete{.unit = "A"});
  CHECK(desk.when("2022-02-01", Reopen{}) == "docket_not_ended");
  CHECK(desk.when("2022-02-01", Strike{}) == "docket_not_ended");
  CHECK(desk.when("2022-02-01", Archive{}) == "docket_not_ended");
  desk.when("2022-02-01", Close{});
  CHECK(desk.state("2022-02-28", "B", completion) == "on_time");
  REQUIRE(desk.when("2022-03-01", Reopen{.reason = "回头看发现未完成"}).empty());
  CHECK(desk.state("2022-03-01", "B", completion) == "overdue 29");
  CHECK(desk.docket().returns == 0);
  desk.when("2022-03-02", Close{.result = CloseResult::not_done});
  CHECK(desk.state("2022-03-02", "A", completion) == "missed");
  REQUIRE(desk.when("2022-03-03", Reopen{.due = limit("2022-04-30")}).empty());
  CHECK(desk.state("2022-03-03", "A", completion) == "pending");
  CHECK(desk.due("2022-03-03", "B", completion) == "2022-04-30");
}

TEST_CASE("accountability goes on when the docket has ended, the rest does not", "[accountability]") {
  Desk desk;
  desk.when("2022-01-05", Assign{.lead = "A"});
  desk.when("2022-01-30", Close{});
  CHECK(desk.when("2022-02-01", Notice{.unit = "A"}) == "docket_ended");
  CHECK(desk.when("2022-02-01", Suspend{}) == "docket_ended");
  CHECK(desk.when("2022-02-01", Withdraw{}) == "docket_ended");
  CHECK(desk.when("2022-02-01", Inspect{}).empty());
  CHECK(desk.when("2022-02-01", Conclude{.unit = "C"}).empty());
  CHECK(desk.when("2022-02-01", Commend{.unit = "A"}).empty());
  CHECK(desk.when("2022-02-01", Strike{}).empty());
  CHECK(desk.when("2022-02-01", Archive{}).empty());
}

}  // namespace
}  // namespace ducha::domain
