// 反馈周期: the days on which a docket wants feedback. They stay as written, also on a rest day.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ledger/base/day.h"

namespace ducha::domain {

struct Cadence {
  enum class Kind : std::uint8_t { none, weekly, monthly, quarterly };
  Kind kind = Kind::none;
  // weekly: 1 is Monday; monthly, quarterly: the day of the month, of the quarter's last month; past the
  // month's end it means the month's last day.
  unsigned at = 0;
  bool operator==(const Cadence&) const = default;

  explicit operator bool() const { return kind != Kind::none; }
};

// Reads `weekly:1..7`, `monthly:1..31`, `quarterly:1..31` or `none`.
std::optional<Cadence> parse_cadence(std::string_view text);
std::string to_string(const Cadence& cadence);

// The first feedback day after `day` / the last one before it. The cadence is not none.
Day next_after(const Cadence& cadence, Day day);
Day last_before(const Cadence& cadence, Day day);
bool falls_on(const Cadence& cadence, Day day);

}  // namespace ducha::domain
