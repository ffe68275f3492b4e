// decide : docket × command → facts, or a refusal
//
// Pure: the office, the docket and the day come in as arguments. The facts borrow their text from the
// command, the office and `Facts::text`.

#pragma once

#include <list>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "ledger/domain/command.h"
#include "ledger/domain/docket.h"
#include "ledger/domain/event.h"
#include "ledger/domain/flag.h"
#include "ledger/domain/office.h"
#include "ledger/domain/refusal.h"

namespace ducha::domain {

struct Facts {
  std::vector<Fact> facts;
  std::list<std::string> text;  // what had to be composed; facts may borrow from it
  // What follows on later days from something recorded late: a unit given a role it no longer can hold.
  std::vector<std::pair<Day, Fact>> later;
  std::vector<Flagged> flags = {};  // what is recorded all the same
};

using Decision = std::variant<Facts, No>;

// A command about the office itself.
Decision decide(const Office& office, const Command& command);

// A command about a docket. `docket` is what the facts up to the command's day have made of it (not yet
// opened when there are none). Law is not asked here for what comes later: see law.h.
Decision decide(const Office& office, const Docket& docket, const Command& command);

}  // namespace ducha::domain
