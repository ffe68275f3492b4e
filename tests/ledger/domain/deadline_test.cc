#include "ledger/domain/deadline.h"

#include <fstream>
#include <sstream>

#include "ledger/domain/cadence.h"
#include "tests/catch.h"
#include "tests/ledger/domain/desk.h"

namespace ducha::domain {
namespace {

TEST_CASE("every published vector of working-day limits holds", "[deadline]") {
  const auto calendar = default_calendar();
  std::ifstream file(DUCHA_SOURCE_DIR "/tests/corpora/cn-workday-vectors.csv");
  REQUIRE(file);
  std::string line;
  std::getline(file, line);
  int vectors = 0;
  while (std::getline(file, line)) {
    std::istringstream cells(line);
    std::string receipt, works, count, due;
    std::getline(cells, receipt, ',');
    std::getline(cells, works, ',');
    std::getline(cells, count, ',');
    std::getline(cells, due, ',');
    if (!due.empty() && due.back() == '\r') due.pop_back();
    INFO(line);
    CHECK(calendar.workday(day(receipt)) == (works == "1"));
    const auto counted = count_from(day(receipt), *parse_limit(count + "wd"), calendar);
    CHECK(to_string(counted.day) == due);
    CHECK_FALSE(counted.provisional);
    ++vectors;
  }
  CHECK(vectors == 205);
}

TEST_CASE("a plain-day limit that ends on a rest day moves to the next working day", "[deadline]") {
  const auto calendar = default_calendar();
  // 2022-09-07 + 3 days is a Saturday inside 中秋 (to 09-12, a Monday off).
  CHECK(to_string(count_from(day("2022-09-07"), *parse_limit("3d"), calendar).day) == "2022-09-13");
  CHECK(to_string(count_from(day("2022-09-05"), *parse_limit("3d"), calendar).day) == "2022-09-08");
}

TEST_CASE("a count that touches a year without a calendar is provisional", "[deadline]") {
  const auto calendar = default_calendar();
  CHECK(count_from(day("2026-12-31"), *parse_limit("1wd"), calendar) == DueDay{day("2027-01-01"), true});
  CHECK_FALSE(count_from(day("2026-12-28"), *parse_limit("1wd"), calendar).provisional);
  CHECK_FALSE(count_from(day("2026-12-28"), *parse_limit("2030-01-05"), calendar).provisional);
}

TEST_CASE("working days between two days are those counted one by one", "[deadline]") {
  const auto calendar = default_calendar();
  for (int start = 0; start < 400; start += 7) {
    const Day after = day("2022-01-01") + start;
    int counted = 0;
    for (int ahead = 1; ahead < 120; ++ahead) {
      counted += calendar.workday(after + ahead);
      REQUIRE(calendar.workdays_between(after, after + ahead) == counted);
    }
  }
}

TEST_CASE("what is no limit is not taken for one", "[deadline]") {
  for (const char* text : {"", "wd", "0wd", "-1d", "3 wd", "3w", "3661d", "2022-02-30", "x"}) {
    INFO(text);
    CHECK_FALSE(parse_limit(text));
  }
}

TEST_CASE("feedback days of a cadence follow each other without a gap", "[cadence]") {
  const auto all = [](std::string_view text, std::string_view from, int count) {
    std::vector<std::string> days;
    Day at = day(from);
    for (int i = 0; i < count; ++i) days.push_back(to_string(at = next_after(*parse_cadence(text), at)));
    return days;
  };
  CHECK(all("monthly:31", "2022-01-30", 4) ==
        std::vector<std::string>{"2022-01-31", "2022-02-28", "2022-03-31", "2022-04-30"});
  CHECK(all("quarterly:20", "2022-03-20", 3) == std::vector<std::string>{"2022-06-20", "2022-09-20", "2022-12-20"});
  CHECK(all("weekly:1", "2022-01-03", 2) == std::vector<std::string>{"2022-01-10", "2022-01-17"});
}

TEST_CASE("the day before the next is the day itself", "[cadence]") {
  for (const char* text : {"monthly:31", "monthly:1", "quarterly:30", "weekly:7", "weekly:1"}) {
    const auto cadence = *parse_cadence(text);
    for (int i = 0; i < 800; ++i) {
      const Day at = day("2021-01-01") + i;
      REQUIRE(last_before(cadence, next_after(cadence, at)) <= at);
      REQUIRE(next_after(cadence, last_before(cadence, at)) >= at);
      REQUIRE(falls_on(cadence, at) == (next_after(cadence, at - 1) == at));
    }
  }
}

}  // namespace
}  // namespace ducha::domain
