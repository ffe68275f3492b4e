// An entry: the envelope and one fact, to bytes and back.
//
// The bytes are one canonical single-segment Cap'n Proto message without a segment table
// (schemas/entry.capnp); `capnp convert` reads them. The same entry always gives the same bytes.

#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

#include "ledger/domain/event.h"
#include "ledger/record/envelope.h"

namespace ducha::record {

// The edition of the format this program writes; older ones it reads for ever, newer ones it refuses.
inline constexpr std::uint32_t edition = 1;

struct Entry {
  Envelope envelope;
  domain::Fact fact;
  bool operator==(const Entry&) const = default;
};

// Adds the stored bytes at the end of `into`.
void write_entry(const Envelope& envelope, const domain::Fact& fact, std::vector<std::byte>& into);

// Reads stored entries one after the other. Cap'n Proto insists on aligned bytes and a store does not keep
// them so: they are read in place when they happen to be aligned, else from one copy that is used again. An
// entry's text is good no longer than the bytes given, and of bytes that are not aligned until the next one is read.
class EntryReader {
 public:
  EntryReader();
  ~EntryReader();

  // Throws Fault::damaged when the bytes are no entry, or not the canonical form of one; Fault::newer when
  // they hold a kind of fact this program does not know. `seq` says where the bytes stood.
  Entry read(std::span<const std::byte> stored, Seq seq);

 private:
  struct Scratch;
  std::unique_ptr<Scratch> scratch_;
};

}  // namespace ducha::record
