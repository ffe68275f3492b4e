// Civil days, without hours and without zones.
//
// The ledger reasons in whole days of Asia/Shanghai. Whoever has an instant turns it into a Day at
// the left edge (`shanghai_day`); from there on nothing knows about clocks.

#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ducha {

enum class Weekday : std::uint8_t { monday = 1, tuesday, wednesday, thursday, friday, saturday, sunday };

// A day of the Gregorian calendar, as written on paper.
struct CivilDate {
  int year;
  unsigned month;  // 1..12
  unsigned day;    // 1..31
  bool operator==(const CivilDate&) const = default;
};

// A day, counted from 1970-01-01. A value: copied, compared, added to.
class Day {
 public:
  constexpr Day() = default;
  constexpr explicit Day(std::int32_t days_since_1970) : number_(days_since_1970) {}

  constexpr std::int32_t number() const { return number_; }

  friend constexpr auto operator<=>(Day, Day) = default;
  friend constexpr Day operator+(Day day, int days) { return Day{day.number_ + days}; }
  friend constexpr Day operator-(Day day, int days) { return Day{day.number_ - days}; }
  friend constexpr int operator-(Day later, Day earlier) { return later.number_ - earlier.number_; }

 private:
  std::int32_t number_ = 0;
};

// The day of a civil date; nothing when there is no such date (30 February).
std::optional<Day> day_of(CivilDate date);
CivilDate civil(Day day);
Weekday weekday(Day day);
unsigned days_in_month(int year, unsigned month);

// Whether the day is of the years that can be written down, 1900 to 2999.
bool can_be_written(Day day);
// Reads exactly YYYY-MM-DD, years 1900 to 2999; nothing when it is not that or no such date exists.
std::optional<Day> parse_day(std::string_view text);
// Writes YYYY-MM-DD.
std::string to_string(Day day);

// The civil day in Asia/Shanghai (UTC+8, no summer time since 1991) of an instant in milliseconds
// since 1970-01-01T00:00:00Z.
Day shanghai_day(std::int64_t unix_ms);
// The instant as RFC 3339 in Shanghai time: 2022-07-01T09:30:00.000+08:00.
std::string shanghai_time(std::int64_t unix_ms);
// Reads an RFC 3339 instant (fraction optional, offset or Z required) to milliseconds since 1970.
std::optional<std::int64_t> parse_instant(std::string_view text);

}  // namespace ducha
