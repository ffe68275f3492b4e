// How a day that may be missing is stored: its number, and 0 when there is none. The first of January 1970, whose
// number that is, is stored as the least number there is.

#pragma once

#include <cstdint>
#include <limits>
#include <optional>

#include "ledger/base/day.h"

namespace ducha::record {

inline constexpr std::int32_t stored_day_zero = std::numeric_limits<std::int32_t>::min();

constexpr std::int32_t stored_number(std::optional<Day> day) {
  if (!day) return 0;
  return day->number() == 0 ? stored_day_zero : day->number();
}
constexpr std::optional<Day> stored_day(std::int32_t number) {
  if (number == 0) return std::nullopt;
  return Day{number == stored_day_zero ? 0 : number};
}

}  // namespace ducha::record
