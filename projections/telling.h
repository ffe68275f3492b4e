// A fact, told in a line.

#pragma once

#include "ledger/domain/event.h"
#include "ledger/domain/office.h"
#include "projections/report.h"

namespace ducha::projections {

struct Told {
  reports::Word name;      // of the fact
  reports::Fields fields;  // what it says; empty ones left out
};

// Units are told by what they were called on that day.
Told tell(const domain::Fact& fact, const domain::Office& office, Day on);

}  // namespace ducha::projections
