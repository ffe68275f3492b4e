#include "ledger/domain/deadline.h"

#include <charconv>

namespace ducha::domain {

std::optional<Limit> parse_limit(std::string_view text) {
  if (const auto date = parse_day(text)) return Limit{Limit::Kind::date, 0, *date};
  Limit limit;
  if (text.ends_with("wd")) {
    limit.kind = Limit::Kind::workdays;
    text.remove_suffix(2);
  } else if (text.ends_with('d')) {
    limit.kind = Limit::Kind::days;
    text.remove_suffix(1);
  } else {
    return {};
  }
  const auto* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, limit.count);
  if (error != std::errc{} || stop != end || limit.count < 1 || limit.count > limit_count_max) return {};
  return limit;
}

std::string to_string(const Limit& limit) {
  switch (limit.kind) {
    case Limit::Kind::date:
      return to_string(limit.date);
    case Limit::Kind::workdays:
      return std::to_string(limit.count) + "wd";
    case Limit::Kind::days:
      return std::to_string(limit.count) + "d";
  }
  return {};
}

DueDay count_from(Day start, const Limit& limit, const Calendar& calendar) {
  if (limit.kind == Limit::Kind::date) return {limit.date, false};
  DueDay due{start, false};
  const auto step = [&] {
    due.day = due.day + 1;
    due.provisional = due.provisional || !calendar.covers(civil(due.day).year);
  };
  if (limit.kind == Limit::Kind::workdays) {
    for (int counted = 0; counted < limit.count; counted += calendar.workday(due.day)) step();
  } else {
    for (int counted = 0; counted < limit.count; ++counted) step();
    while (!calendar.workday(due.day)) step();
  }
  return due;
}

std::vector<CountedDay> count_days(Day start, const Limit& limit, const Calendar& calendar) {
  std::vector<CountedDay> days;
  if (limit.kind == Limit::Kind::date) return days;
  const auto due = count_from(start, limit, calendar).day;
  int counted = 0;
  for (Day day = start; day <= due; day = day + 1) {
    const bool works = calendar.workday(day);
    const bool counts = day > start && (limit.kind == Limit::Kind::days || works) && counted < limit.count;
    days.push_back({day, works, counts ? ++counted : 0, calendar.covers(civil(day).year)});
  }
  return days;
}

}  // namespace ducha::domain
