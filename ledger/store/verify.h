// Verification: everything the store keeps is computed again from the entries and compared.

#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>

#include "ledger/record/entry.h"
#include "ledger/store/log.h"

namespace ducha::store {

struct Damage {
  std::optional<Seq> seq;  // the entry concerned, if one is
  std::string what, what_zh;
};

using TellDamage = std::function<void(const Damage&)>;

struct Checks {
  struct Stored {
    Seq seq;
    std::span<const std::byte> bytes;  // aligned as entries are read in place
  };
  // Reads an entry, whose text is borrowed from its bytes, and tells what else is wrong with them; throws Fault when
  // they are none. Asked in the order of the log, and in another thread than the rest.
  std::function<record::Entry(const Stored&, const TellDamage&)> read;
  TellDamage report;
  std::function<void(std::uint64_t done, std::uint64_t of)> progress;
  // Gets the entries in the order of the log as long as nothing has been found wrong: each and all before it are there,
  // bear out their digests and can be read. In yet another thread.
  std::function<void(const record::Entry&, std::span<const std::byte>)> take = {};
  // Done beside the comparison of the indexes when nothing has been found wrong before that.
  std::function<void()> beside = {};
};

// Entries against the tree, the tree against the head, the stream index and the receipts against the
// envelopes, and nothing beside them; goes on after the first damage.
void verify(const Log& log, const Checks& checks);

}  // namespace ducha::store
