// A fact, told in a line.

#pragma once

#include <string>

#include "ledger/domain/event.h"
#include "ledger/domain/office.h"

namespace ducha::projections {

struct Told {
  std::string name;  // of the fact
  std::string text;  // what it says, field by field: `unit=区住建局 due=2022-06-30`; empty fields left out
};

// Units are told by their names as the office has them.
Told tell(const domain::Fact& fact, const domain::Office& office);

}  // namespace ducha::projections
