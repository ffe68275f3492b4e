// A ledger as the first programs laid it down: every node of the tree in a row of its own, and in each receipt what the
// command's first entry says anyhow. The entries are the same.

#pragma once

#include <string>

#include "ledger/store/log.h"

namespace ducha::store {

// The key a leaf had: level 1 (0), index 8.
std::string earlier_leaf_key(Seq seq);
bool is_of_earlier_form(const Database& database);
// Lays tree and receipts down in today's form, in one write: when it is stopped nothing has changed. Throws
// Fault::damaged when the digests do not give the root of the head.
void renew(Database& database, const Head& head);

}  // namespace ducha::store
