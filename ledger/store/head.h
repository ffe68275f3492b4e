// The head as it is stored: size 8, root 32, edition 4, digest algorithm 1.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ledger/store/log.h"

namespace ducha::store {

std::string head_bytes(const Head& head);
// Nothing when the bytes are none.
std::optional<Head> read_head(std::string_view bytes);

}  // namespace ducha::store
