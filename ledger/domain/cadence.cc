#include "ledger/domain/cadence.h"

#include <algorithm>
#include <cassert>
#include <charconv>

namespace ducha::domain {
namespace {

int months_of(const Cadence& cadence) { return cadence.kind == Cadence::Kind::quarterly ? 3 : 1; }

// The month of the feedback day in the month, or quarter, that holds `day`; counted from that of the year 0.
int month_of(const Cadence& cadence, Day day) {
  const auto date = civil(day);
  const auto month = cadence.kind == Cadence::Kind::quarterly ? (date.month + 2) / 3 * 3 : date.month;
  return date.year * 12 + static_cast<int>(month) - 1;
}

// The feedback day in it.
Day in_month(const Cadence& cadence, int month) {
  const int year = month / 12;
  const auto of_year = static_cast<unsigned>(month % 12) + 1;
  return *day_of({year, of_year, std::min(cadence.at, days_in_month(year, of_year))});
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
  const auto month = month_of(cadence, day);
  const auto here = in_month(cadence, month);
  return here > day ? here : in_month(cadence, month + months_of(cadence));
}

Day last_before(const Cadence& cadence, Day day) {
  assert(cadence);
  if (cadence.kind == Cadence::Kind::weekly) {
    const int back = static_cast<int>(weekday(day)) - static_cast<int>(cadence.at);
    return day - (back > 0 ? back : back + 7);
  }
  const auto month = month_of(cadence, day);
  const auto here = in_month(cadence, month);
  return here < day ? here : in_month(cadence, month - months_of(cadence));
}

bool falls_on(const Cadence& cadence, Day day) { return cadence && next_after(cadence, day - 1) == day; }

}  // namespace ducha::domain
