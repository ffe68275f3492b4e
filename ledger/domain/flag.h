// 提示: what whoever records a command is to know about it although it is recorded. Unlike a refusal it stops
// nothing; `check` lists what still stands later.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/base/day.h"

namespace ducha::domain {

class Office;
struct Docket;
struct Facts;

enum class Flag : std::uint16_t {
  steps_missing,         // a major decision without all of its steps (Art. 16)
  due_provisional,       // counted into a year without a calendar
  unit_vague,            // kept as written, owing nothing
  extension_late,        // asked for when the due day had passed
  extended_by_rule,      // Art. 48
  noticed_before,        // 督办单 given before
  notice_not_escalated,  // and no milder than this one
  duties_moved,          // by a merger of units, on these dockets
  exempts_nothing,       // no such duty; the last: `flag_count` is counted from it
};
inline constexpr std::size_t flag_count = static_cast<std::size_t>(Flag::exempts_nothing) + 1;

struct Flagged {
  Flag flag;
  std::string subject;             // the decision, unit, day … concerned
  std::vector<std::string> names;  // steps, dockets; notices as `blue 2022-05-10`
  bool operator==(const Flagged&) const = default;
};

// `{0}` stands for the subject, `{1}` for the names.
struct FlagText {
  std::string_view name;
  std::string_view zh, en;
};
const FlagText& text_of(Flag flag);

// What to flag in the facts of one command; `docket` is as it was before them.
std::vector<Flagged> flags_of(const Office& office, const Docket& docket, Day on, const Facts& facts);

// 督办单 the unit was given on the docket, the earliest first: `blue 2022-05-10`.
std::vector<std::string> notices_to(const Docket& docket, std::string_view unit);

}  // namespace ducha::domain
