// Which dockets were not yet, on a past day or in a past state of knowledge, what the views have of them.

#pragma once

#include <vector>

#include "ledger/base/day.h"
#include "ledger/base/id.h"
#include "ledger/store/log.h"

namespace ducha::projections {

// In the order they were opened: those that are folded again, with the entries they are folded from, and those of which
// nothing had happened or was known yet.
struct Moved {
  std::vector<StreamNo> folded;
  std::vector<std::vector<Seq>> entries;  // of each of those
  std::vector<StreamNo> unseen;
};

// As of the end of `on`, `last` being the last entry that was known.
Moved moved_since(const store::Log& log, Day on, Seq last);

}  // namespace ducha::projections
