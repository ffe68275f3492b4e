#include "ledger/domain/recount.h"

#include "tests/catch.h"
#include "tests/ledger/domain/desk.h"

namespace ducha::domain {
namespace {

// The default calendar with one year's edition in place of the one it has.
Calendar with(int year, std::string_view csv) {
  auto calendar = default_calendar();
  calendar.adopt(year, "next", parse_calendar(csv).days);
  return calendar;
}

constexpr std::string_view mid_autumn_off = "2022-09-14,holiday,中秋节\n2022-09-15,holiday,中秋节\n";

Desk assigned(std::string_view due, std::string_view on = "2022-09-13") {
  Desk desk;
  Assign assign;
  assign.lead = "A";
  assign.supporting = {"B"};
  assign.due = limit(due);
  assign.supporting_due = limit("2wd");
  REQUIRE(desk.when(on, assign).empty());
  return desk;
}

TEST_CASE("a new calendar moves what was counted, for each unit, and nothing that is a fixed date", "[recount]") {
  const auto counted = assigned("3wd");
  CHECK(moves_of(counted.docket(), default_calendar()).empty());
  const auto calendar = with(2022, mid_autumn_off);
  const auto moves = moves_of(counted.docket(), calendar);
  const auto three = *limit("3wd"), two = *limit("2wd"), one = *limit("1wd");
  const Day start = day("2022-09-13");
  REQUIRE(moves.size() == 4);
  CHECK(moves[0] == Move{DutyKind::acceptance, "A", day("2022-09-14"), day("2022-09-16"), false, start, one});
  CHECK(moves[1] == Move{DutyKind::completion, "A", day("2022-09-16"), day("2022-09-20"), false, start, three});
  CHECK(moves[2] == Move{DutyKind::acceptance, "B", day("2022-09-14"), day("2022-09-16"), false, start, one});
  CHECK(moves[3] == Move{DutyKind::part, "B", day("2022-09-15"), day("2022-09-19"), false, start, two});
  for (const auto& move : moves_of(assigned("2022-09-16").docket(), calendar)) CHECK(move.duty != DutyKind::completion);
}

TEST_CASE("what is done, over or extended to a day stays as it was decided", "[recount]") {
  auto desk = assigned("3wd");
  REQUIRE(desk.when("2022-09-13", Accept{"A"}).empty());
  REQUIRE(desk.when("2022-09-13", Accept{"B"}).empty());
  REQUIRE(desk.when("2022-09-13", Contribute{"B", {}}).empty());
  const auto calendar = with(2022, mid_autumn_off);
  REQUIRE(moves_of(desk.docket(), calendar).size() == 1);
  auto finished = desk;
  REQUIRE(finished.when("2022-09-14", Complete{"A", {}, {}}).empty());
  CHECK(moves_of(finished.docket(), calendar).empty());
  Grant grant;
  grant.to = limit("2022-10-31");
  REQUIRE(desk.when("2022-09-14", grant).empty());
  CHECK(moves_of(desk.docket(), calendar).empty());
}

TEST_CASE("a moved due day is the assessed one, the earlier ones stay visible, and nothing is left to move",
          "[recount]") {
  auto desk = assigned("3wd");
  const auto calendar = with(2022, mid_autumn_off);
  for (const auto& move : moves_of(desk.docket(), calendar)) {
    INFO(name_of(move.duty) << " " << move.unit);
    REQUIRE(desk.when("2022-09-14", MoveDue{move.duty, move.from, move.to, {}, move.unit}).empty());
  }
  CHECK(moves_of(desk.docket(), calendar).empty());
  CHECK(desk.due("2022-09-14", "A", DutyKind::completion) == "2022-09-20");
  CHECK(desk.due("2022-09-14", "B", DutyKind::part) == "2022-09-19");
  CHECK(desk.docket().due->due == day("2022-09-20"));
  CHECK(desk.docket().dues == std::vector<Day>{day("2022-09-16"), day("2022-09-20")});
  CHECK(desk.state("2022-09-19", "A", DutyKind::completion) == "pending");
}

TEST_CASE("days of suspension are added to the new count as to the old one", "[recount]") {
  auto desk = assigned("3wd");
  REQUIRE(desk.when("2022-09-13", Suspend{}).empty());
  REQUIRE(desk.when("2022-09-23", Resume{}).empty());
  REQUIRE(desk.due("2022-09-23", "A", DutyKind::completion) == "2022-09-26");
  const auto moves = moves_of(desk.docket(), with(2022, mid_autumn_off));
  REQUIRE(moves.size() == 4);
  CHECK(moves[1].to == day("2022-09-30"));
  CHECK(moves[1].stood == 10);
}

TEST_CASE("a provisional day is so until the move is recorded, also when the day is the same", "[recount]") {
  auto desk = assigned("3wd", "2026-12-29");
  const auto provisional = [&] {
    for (const auto& duty : duties_on(dues_of(desk.docket()), day("2026-12-30")))
      if (duty.kind == DutyKind::completion) return duty.provisional;
    return false;
  };
  // Counted Monday to Friday through 2027.
  REQUIRE(desk.due("2026-12-30", "A", DutyKind::completion) == "2027-01-01");
  CHECK(provisional());
  CHECK(moves_of(desk.docket(), default_calendar()).empty());
  SECTION("new year's day is off: another day, no longer provisional") {
    const auto moves = moves_of(desk.docket(), with(2027, "2027-01-01,holiday,元旦\n"));
    REQUIRE(moves.size() == 1);
    CHECK(moves[0].to == day("2027-01-04"));
    CHECK_FALSE(moves[0].provisional);
  }
  SECTION("the same day: only the mark goes") {
    const auto calendar = with(2027, "2027-02-01,holiday,春节\n");
    const auto moves = moves_of(desk.docket(), calendar);
    REQUIRE(moves.size() == 1);
    CHECK(moves[0].to == moves[0].from);
    REQUIRE(desk.adopt(2027, "2027-02-01,holiday,春节\n"));
    REQUIRE(desk.when("2026-12-30", MoveDue{DutyKind::completion, moves[0].from, moves[0].to, {}, "A"}).empty());
    CHECK_FALSE(provisional());
    CHECK(moves_of(desk.docket(), calendar).empty());
    CHECK(desk.docket().dues.size() == 1);
  }
}

TEST_CASE("a due day nobody has cannot be moved", "[recount]") {
  auto desk = assigned("3wd");
  CHECK(desk.when("2022-09-14", MoveDue{DutyKind::completion, day("2022-09-17"), day("2022-09-20"), {}, {}}) ==
        "due_not_open");
  CHECK(desk.when("2022-09-14", MoveDue{DutyKind::part, day("2022-09-15"), day("2022-09-20"), {}, "A"}) ==
        "due_not_open");
  CHECK(desk.when("2022-09-14", MoveDue{DutyKind::part, day("2022-09-15"), day("2022-09-20"), {}, "Z"}) ==
        "unit_unknown");
}

TEST_CASE("a count told day by day ends where the count ends", "[deadline]") {
  const auto calendar = default_calendar();
  for (const char* text : {"1wd", "3wd", "7wd", "20wd", "1d", "3d", "30d", "366d"}) {
    const auto told = *parse_limit(text);
    for (int i = 0; i < 400; i += 3) {
      const Day start = day("2022-09-01") + i;
      const auto days = count_days(start, told, calendar);
      REQUIRE(days.front().day == start);
      REQUIRE(days.front().nth == 0);
      REQUIRE(days.back().day == count_from(start, told, calendar).day);
      int last = 0;
      for (const auto& each : days) last = each.nth == 0 ? last : each.nth == last + 1 ? each.nth : -1000;
      REQUIRE(last == told.count);
    }
  }
}

}  // namespace
}  // namespace ducha::domain
