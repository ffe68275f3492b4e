// Which feedback answers which day.

#pragma once

#include <optional>
#include <string_view>

#include "ledger/base/day.h"
#include "ledger/domain/docket.h"

namespace ducha::domain {

// The due day that a feedback of `unit`, given on `on`, answers; nothing when it answers none. With
// `period` it is that day. Without, among the unit's owed feedback days of its present unbroken time on the
// docket, whatever its role: its very day; otherwise the last unexcused day before it if that is unanswered; else the
// first day after it. Whether the day was answered before is for the caller: the first answer counts.
std::optional<Day> day_answered(const Docket& docket, std::string_view unit, Day on, std::optional<Day> period);

// Whether `period` may be named: one of the unit's feedback days, at any time on the docket, up to the next.
bool period_lawful(const Docket& docket, std::string_view unit, Day on, Day period);

}  // namespace ducha::domain
