// Head and tree as they are stored. A head: size 8, root 32, edition 4, digest algorithm 1.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ledger/store/log.h"

namespace ducha::store {

std::string head_bytes(const Head& head);
// Nothing when the bytes are none.
std::optional<Head> read_head(std::string_view bytes);

// A node of the tree; `{0, seq}` is the leaf of an entry. Throws Fault::damaged when it is not there.
Digest stored_node(const Database& database, record::NodeId place);

}  // namespace ducha::store
