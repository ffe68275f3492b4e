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

using TellDamage = std::function<void(const Damage&)>;

struct Checks {
  // Reads an entry's envelope, and tells what else is wrong with its bytes; throws Fault when they are none. Asked in
  // the order of the log, and in another thread than the rest.
  std::function<record::Envelope(std::span<const std::byte>, Seq, const TellDamage&)> envelope;
  TellDamage report;
  std::function<void(std::uint64_t done, std::uint64_t of)> progress;
};

// Entries against the tree, the tree against the head, the stream index and the receipts against the
// envelopes, and nothing beside them; goes on after the first damage.
void verify(const Log& log, const Checks& checks);

}  // namespace ducha::store
