// The days on which the made-up district works: what its people do, they do on working days.

#pragma once

#include "ledger/domain/calendar.h"

namespace ducha::support {

// The calendar a new ledger begins with.
const domain::Calendar& calendar();

// `day`, or the first working day after / before it.
Day workday_from(Day day);
Day workday_upto(Day day);
// `count` working days after `day`, which is not counted; `day` itself for 0.
Day workdays_after(Day day, int count);

}  // namespace ducha::support
