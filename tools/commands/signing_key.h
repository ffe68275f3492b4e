// The key a ledger signs its heads with, for the commands that sign.

#pragma once

#include <optional>

#include "tools/context.h"
#include "tools/sealing.h"

namespace ducha::tools {

// Nothing when the ledger has none, or its secret is not here; then that has been said.
std::optional<record::SigningKey> signing_key(const Context& context, const Sealing& sealing);

}  // namespace ducha::tools
