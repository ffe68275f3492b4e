// A docket's facts one after the other, judged as a whole: what is left when something is recorded late or taken back.

#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "ledger/domain/law.h"
#include "ledger/record/history.h"

namespace ducha {

struct Step {
  Day on;
  std::string_view command;  // empty: of the command that is being taken
  const domain::Fact* fact;
};

std::vector<Step> steps_of(const std::vector<const record::Entry*>& entries);

// Folds the steps into the docket; the first that does not hold is refused by the name of the command it came from.
std::optional<domain::No> judge(const std::vector<Step>& steps, domain::Docket& docket);

}  // namespace ducha
