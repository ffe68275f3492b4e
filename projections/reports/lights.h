// 亮灯: the colour of a duty and of a docket, by the rules that were adopted.

#pragma once

#include <vector>

#include "ledger/domain/calendar.h"
#include "ledger/domain/duty.h"
#include "ledger/domain/rules.h"
#include "projections/rows.h"

namespace ducha::reports {

// What a light is computed by.
struct Lamp {
  const domain::Rules& rules;
  const domain::Calendar& calendar;
  Day on;

  // Yellow begins so many working (or plain) days before the due day and lasts to its end.
  domain::Light of(const domain::Duty& duty) const;
  // Grey while suspended or withdrawn, blue when closed, else the worst of its duties, done ones aside: red before
  // yellow before green. Green also when all is done but the docket is not closed; unset when nothing was ever owed.
  domain::Light of(const projections::Card& card, const std::vector<domain::Duty>& duties) const;
};

}  // namespace ducha::reports
