// The law: whether a fact may stand where it would come in a docket's history.
//
// A ladder per kind of fact, in the precedence of the refusals. The same law decides a new command and
// judges what comes after it again when something is recorded late or taken back.

#pragma once

#include <optional>

#include "ledger/domain/docket.h"
#include "ledger/domain/refusal.h"

namespace ducha::domain {

// `docket` is what the facts before it have made of it.
std::optional<No> forbids(const Docket& docket, Day on, const Fact& fact);

}  // namespace ducha::domain
