#include "ledger/base/day.h"

#include "tests/catch.h"

namespace ducha {
namespace {

Day day(std::string_view text) {
  const auto parsed = parse_day(text);
  REQUIRE(parsed);
  return *parsed;
}

TEST_CASE("days are counted from 1970-01-01", "[day]") {
  CHECK(day("1970-01-01") == Day{0});
  CHECK(day("1970-01-02") == Day{1});
  CHECK(day("1969-12-31") == Day{-1});
  CHECK(day("2000-03-01") == Day{11017});
  CHECK(day("2022-07-01") - day("2022-06-30") == 1);
}

TEST_CASE("every day of eleven centuries is written, read and taken apart alike", "[day]") {
  CivilDate expected{1900, 1, 1};
  Weekday expected_weekday = Weekday::monday;  // 1900-01-01 was a Monday
  for (Day d = day("1900-01-01"); d <= day("2999-12-31"); d = d + 1) {
    // Kept out of the assertions, which are slow in their hundreds of thousands.
    const bool agrees =
        civil(d) == expected && day_of(expected) == d && parse_day(to_string(d)) == d && weekday(d) == expected_weekday;
    if (!agrees) FAIL(to_string(d));

    expected_weekday = expected_weekday == Weekday::sunday
                           ? Weekday::monday
                           : static_cast<Weekday>(static_cast<int>(expected_weekday) + 1);
    if (++expected.day > days_in_month(expected.year, expected.month)) {
      expected.day = 1;
      if (++expected.month > 12) expected = {expected.year + 1, 1, 1};
    }
  }
  CHECK(expected == CivilDate{3000, 1, 1});
}

TEST_CASE("February knows the leap years", "[day]") {
  CHECK(days_in_month(2023, 2) == 28);
  CHECK(days_in_month(2024, 2) == 29);
  CHECK(days_in_month(1900, 2) == 28);
  CHECK(days_in_month(2000, 2) == 29);
  CHECK(days_in_month(2022, 4) == 30);
  CHECK(days_in_month(2022, 12) == 31);
}

TEST_CASE("what is no date is not taken for one", "[day]") {
  for (const std::string_view text :
       {"", "2022-02-30", "2023-02-29", "2022-13-01", "2022-00-10", "2022-01-00", "2022-1-1", "2022/01/01",
        "2022-01-01 ", " 2022-01-01", "20220101", "1899-12-31", "3000-01-01", "2022-01-0a", "+022-01-01"}) {
    INFO(text);
    CHECK_FALSE(parse_day(text));
  }
  CHECK_FALSE(day_of({2022, 2, 29}));
}

TEST_CASE("a number too large for a month, a day or a year does not wrap into a date", "[day]") {
  CHECK_FALSE(day_of({2022, 257, 1}));  // would be January in a byte
  CHECK_FALSE(day_of({2022, 1, 257}));
  CHECK_FALSE(day_of({67558, 1, 1}));  // would be 2022 in 16 bits
}

TEST_CASE("the day in Shanghai begins eight hours before the day in Greenwich", "[day]") {
  const auto instant = [](std::string_view text) {
    const auto parsed = parse_instant(text);
    REQUIRE(parsed);
    return *parsed;
  };
  CHECK(shanghai_day(instant("2022-06-30T15:59:59.999Z")) == day("2022-06-30"));
  CHECK(shanghai_day(instant("2022-06-30T16:00:00Z")) == day("2022-07-01"));
  CHECK(shanghai_day(instant("2022-07-01T00:00:00+08:00")) == day("2022-07-01"));
  CHECK(shanghai_day(-1) == day("1970-01-01"));
  CHECK(shanghai_day(instant("1969-12-31T15:59:59.999Z")) == day("1969-12-31"));
}

TEST_CASE("an instant is written in Shanghai time and read back to the millisecond", "[day]") {
  CHECK(shanghai_time(0) == "1970-01-01T08:00:00.000+08:00");
  CHECK(shanghai_time(1'656'639'000'007) == "2022-07-01T09:30:00.007+08:00");
  CHECK(shanghai_time(-28'800'001) == "1969-12-31T23:59:59.999+08:00");
  for (const std::int64_t ms : {0LL, 1LL, -1LL, 1'656'639'000'007LL, 4'102'415'999'999LL, -2'000'000'000'000LL}) {
    CHECK(parse_instant(shanghai_time(ms)) == ms);
  }
}

TEST_CASE("an instant may be given with any offset and any fraction", "[day]") {
  CHECK(parse_instant("1970-01-01T00:00:00Z") == 0);
  CHECK(parse_instant("1970-01-01T08:00:00+08:00") == 0);
  CHECK(parse_instant("1969-12-31T20:30:00-03:30") == 0);
  CHECK(parse_instant("1970-01-01T00:00:00.5Z") == 500);
  CHECK(parse_instant("1970-01-01T00:00:00.0019999999Z") == 1);
}

TEST_CASE("what is no instant is not taken for one", "[day]") {
  for (const std::string_view text :
       {"", "2022-07-01", "2022-07-01T09:30:00", "2022-07-01T09:30Z", "2022-07-01T24:00:00Z", "2022-07-01T09:60:00Z",
        "2022-07-01T09:30:00.Z", "2022-07-01T09:30:00+0800", "2022-07-01T09:30:00+08:00x", "2022-02-30T09:30:00Z",
        "2022-07-01T9:30:00Z"}) {
    INFO(text);
    CHECK_FALSE(parse_instant(text));
  }
}

}  // namespace
}  // namespace ducha
