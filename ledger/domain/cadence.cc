#include "ledger/domain/cadence.h"

#include <algorithm>
#include <cassert>
#include <charconv>

namespace ducha::domain {
namespace {

// The feedback day of the month, or quarter, that holds `day`.
Day in_period_of(const Cadence& cadence, Day day) {
  auto date = civil(day);
  if (cadence.kind == Cadence::Kind::quarterly) date.month = (date.month + 2) / 3 * 3;
  date.day = std::min(cadence.at, days_in_month(date.year, date.month));
  return *day_of(date);
}

CivilDate moved_by_months(CivilDate date, int months) {
  const int month = date.year * 12 + static_cast<int>(date.month) - 1 + months;
  return {month / 12, static_cast<unsigned>(month % 12) + 1, 1};
}

Day neighbour(const Cadence& cadence, Day day, int direction) {
  const int months = (cadence.kind == Cadence::Kind::quarterly ? 3 : 1) * direction;
  return in_period_of(cadence, *day_of(moved_by_months(civil(in_period_of(cadence, day)), months)));
}

}  // namespace

std::optional<Cadence> parse_cadence(std::string_view text) {
  if (text == "none") return Cadence{};
  const auto colon = text.find(':');
  if (colon == std::string_view::npos) return {};
  Cadence cadence;
  const auto word = text.substr(0, colon);
  unsigned most = 31;
  if (word == "weekly") {
    cadence.kind = Cadence::Kind::weekly;
    most = 7;
  } else if (word == "monthly") {
    cadence.kind = Cadence::Kind::monthly;
  } else if (word == "quarterly") {
    cadence.kind = Cadence::Kind::quarterly;
  } else {
    return {};
  }
  const auto* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data() + colon + 1, end, cadence.at);
  if (error != std::errc{} || stop != end || cadence.at < 1 || cadence.at > most) return {};
  return cadence;
}

std::string to_string(const Cadence& cadence) {
  switch (cadence.kind) {
    case Cadence::Kind::none:
      return "none";
    case Cadence::Kind::weekly:
      return "weekly:" + std::to_string(cadence.at);
    case Cadence::Kind::monthly:
      return "monthly:" + std::to_string(cadence.at);
    case Cadence::Kind::quarterly:
      return "quarterly:" + std::to_string(cadence.at);
  }
  return {};
}

Day next_after(const Cadence& cadence, Day day) {
  assert(cadence);
  if (cadence.kind == Cadence::Kind::weekly) {
    const int ahead = static_cast<int>(cadence.at) - static_cast<int>(weekday(day));
    return day + (ahead > 0 ? ahead : ahead + 7);
  }
  const auto here = in_period_of(cadence, day);
  return here > day ? here : neighbour(cadence, day, +1);
}

Day last_before(const Cadence& cadence, Day day) {
  assert(cadence);
  if (cadence.kind == Cadence::Kind::weekly) {
    const int back = static_cast<int>(weekday(day)) - static_cast<int>(cadence.at);
    return day - (back > 0 ? back : back + 7);
  }
  const auto here = in_period_of(cadence, day);
  return here < day ? here : neighbour(cadence, day, -1);
}

bool falls_on(const Cadence& cadence, Day day) { return cadence && next_after(cadence, day - 1) == day; }

}  // namespace ducha::domain
