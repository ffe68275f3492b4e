// Verification: everything the store keeps is computed again from the entries and compared.

#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>

#include "ledger/record/envelope.h"
#include "ledger/store/log.h"

namespace ducha::store {

struct Damage {
  std::optional<Seq> seq;  // the entry concerned, if one is
  std::string what, what_zh;
};

struct Checks {
  // Reads an entry's envelope; throws Fault when the bytes are none.
  std::function<record::Envelope(std::span<const std::byte>, Seq)> envelope;
  std::function<void(const Damage&)> report;
  std::function<void(std::uint64_t done, std::uint64_t of)> progress;
};

// Entries against the tree, the tree against the head, the stream index and the receipts against the
// envelopes, and nothing beside them; goes on after the first damage.
void verify(const Log& log, const Checks& checks);

}  // namespace ducha::store
