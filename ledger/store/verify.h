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
  // An entry's bytes, and whether nothing has been found wrong so far: the entry and all before it are there, bear out
  // their digests, and those before it can be read.
  struct Entry {
    Seq seq;
    std::span<const std::byte> bytes;
    bool sound;
  };
  // Reads an entry's envelope, and tells what else is wrong with its bytes; throws Fault when they are none. Asked in
  // the order of the log, and in another thread than the rest.
  std::function<record::Envelope(const Entry&, const TellDamage&)> envelope;
  TellDamage report;
  std::function<void(std::uint64_t done, std::uint64_t of)> progress;
};

// Entries against the tree, the tree against the head, the stream index and the receipts against the
// envelopes, and nothing beside them; goes on after the first damage.
void verify(const Log& log, const Checks& checks);

}  // namespace ducha::store
