#include "ledger/base/day.h"

#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>

namespace ducha {
namespace {

constexpr std::int64_t ms_per_day = 86'400'000;
constexpr std::int64_t shanghai_ms = 8 * 3'600'000;

// Exactly `text`, all digits, as a number.
std::optional<int> digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return {};
    value = value * 10 + (c - '0');
  }
  return value;
}

std::int64_t floor_div(std::int64_t value, std::int64_t by) {
  const auto quotient = value / by;
  return value % by < 0 ? quotient - 1 : quotient;
}

}  // namespace

unsigned days_in_month(int year, unsigned month) {
  namespace c = std::chrono;
  return static_cast<unsigned>((c::year{year} / c::month{month} / c::last).day());
}

std::optional<Day> day_of(CivilDate date) {
  namespace c = std::chrono;
  // The calendar's own types keep a few bits only and would take 257 for 1.
  if (date.year < -9999 || date.year > 9999 || date.month < 1 || date.month > 12 || date.day < 1 ||
      date.day > days_in_month(date.year, date.month))
    return {};
  const auto ymd = c::year{date.year} / c::month{date.month} / c::day{date.day};
  return Day{static_cast<std::int32_t>(c::sys_days{ymd}.time_since_epoch().count())};
}

CivilDate civil(Day day) {
  namespace c = std::chrono;
  const c::year_month_day ymd{c::sys_days{c::days{day.number()}}};
  return {static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day())};
}

Weekday weekday(Day day) {
  namespace c = std::chrono;
  return static_cast<Weekday>(c::weekday{c::sys_days{c::days{day.number()}}}.iso_encoding());
}

bool can_be_written(Day day) {
  static const Day first = *day_of({1900, 1, 1}), last = *day_of({2999, 12, 31});
  return first <= day && day <= last;
}

std::optional<Day> parse_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return {};
  const auto year = digits(text.substr(0, 4));
  const auto month = digits(text.substr(5, 2));
  const auto day = digits(text.substr(8, 2));
  if (!year || !month || !day) return {};
  const auto read = day_of({*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day)});
  return read && can_be_written(*read) ? read : std::nullopt;
}

std::string to_string(Day day) {
  const auto date = civil(day);
  if (date.year >= 0 && date.year <= 9999) {
    // Large reports write a million of them.
    std::string text = "0000-00-00";
    const auto put = [&](std::size_t at, unsigned number) {
      for (; number > 0; number /= 10) text[at--] = static_cast<char>('0' + number % 10);
    };
    put(3, static_cast<unsigned>(date.year));
    put(6, date.month);
    put(9, date.day);
    return text;
  }
  std::array<char, 24> text{};
  const auto size = std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", date.year, date.month, date.day);
  return {text.data(), static_cast<std::size_t>(size)};
}

Day shanghai_day(std::int64_t unix_ms) {
  return Day{static_cast<std::int32_t>(floor_div(unix_ms + shanghai_ms, ms_per_day))};
}

std::string shanghai_time(std::int64_t unix_ms) {
  const auto day = shanghai_day(unix_ms);
  const auto ms = static_cast<int>(unix_ms + shanghai_ms - std::int64_t{day.number()} * ms_per_day);
  std::array<char, 40> text{};
  const auto size = std::snprintf(text.data(), text.size(), "T%02d:%02d:%02d.%03d+08:00", ms / 3'600'000,
                                  ms / 60'000 % 60, ms / 1000 % 60, ms % 1000);
  return to_string(day) + std::string(text.data(), static_cast<std::size_t>(size));
}

std::optional<std::int64_t> parse_instant(std::string_view text) {
  if (text.size() < 20 || (text[10] != 'T' && text[10] != ' ')) return {};
  const auto day = parse_day(text.substr(0, 10));
  const auto hour = digits(text.substr(11, 2));
  const auto minute = digits(text.substr(14, 2));
  const auto second = digits(text.substr(17, 2));
  if (!day || !hour || !minute || !second || text[13] != ':' || text[16] != ':') return {};
  if (*hour > 23 || *minute > 59 || *second > 60) return {};
  auto rest = text.substr(19);
  std::int64_t ms = 0;
  if (rest.starts_with('.')) {
    rest.remove_prefix(1);
    int scale = 100;
    bool any = false;
    for (; !rest.empty() && rest[0] >= '0' && rest[0] <= '9'; rest.remove_prefix(1), scale /= 10, any = true)
      ms += (rest[0] - '0') * scale;
    if (!any) return {};
  }
  std::int64_t offset = 0;
  if (rest != "Z" && rest != "z") {
    if (rest.size() != 6 || (rest[0] != '+' && rest[0] != '-') || rest[3] != ':') return {};
    const auto hours = digits(rest.substr(1, 2));
    const auto minutes = digits(rest.substr(4, 2));
    if (!hours || !minutes || *hours > 23 || *minutes > 59) return {};
    offset = (*hours * 60 + *minutes) * 60'000LL * (rest[0] == '-' ? -1 : 1);
  }
  return std::int64_t{day->number()} * ms_per_day + ((*hour * 60LL + *minute) * 60 + *second) * 1000 + ms - offset;
}

}  // namespace ducha
