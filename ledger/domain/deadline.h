// 时限: a limit as it is told to a unit, and the day on which it falls due.
//
// The day that starts the clock is not counted (民法典 201). `3wd` counts working days; `3d` counts plain
// days and, ending on a rest day, moves to the next working day (民法典 203); a date stays as written.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/base/day.h"
#include "ledger/domain/calendar.h"

namespace ducha::domain {

// At most ten years' worth: anything longer is a slip of the pen.
inline constexpr int limit_count_max = 3660;

struct Limit {
  enum class Kind : std::uint8_t { date, workdays, days };
  Kind kind = Kind::date;
  int count = 0;  // of working or plain days
  Day date;       // when the kind is date
  bool operator==(const Limit&) const = default;
};

// Reads `YYYY-MM-DD`, `Nwd` or `Nd` with N from 1 to limit_count_max.
std::optional<Limit> parse_limit(std::string_view text);
std::string to_string(const Limit& limit);

// The day something falls due; provisional when the count touched a year without an adopted calendar.
struct DueDay {
  Day day;
  bool provisional = false;
  bool operator==(const DueDay&) const = default;
};
DueDay count_from(Day start, const Limit& limit, const Calendar& calendar);

// One day on the way of a count from the day that starts it to the due day.
struct CountedDay {
  Day day;
  bool works = false;    // a working day
  int nth = 0;           // which of the limit's days it is; 0 when it does not count
  bool covered = false;  // its year has an adopted calendar
  bool operator==(const CountedDay&) const = default;
};
// The same count, day by day: the starting day first, the due day last. A fixed date has nothing to count.
std::vector<CountedDay> count_days(Day start, const Limit& limit, const Calendar& calendar);

}  // namespace ducha::domain
