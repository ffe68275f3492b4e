// The entries of one stream, kept, and what of them counts.
//
// Entries stay in the log for ever; a correction only means that a command's entries no longer count, from
// the correction's place in the log on. Facts are read in the order of their day, same-day facts in the order
// of the log.

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "ledger/domain/docket.h"
#include "ledger/domain/office.h"
#include "ledger/record/entry.h"

namespace ducha::record {

// An entry with the bytes its text is borrowed from.
class KeptEntry {
 public:
  KeptEntry(std::span<const std::byte> stored, Seq seq);
  const Entry& entry() const { return entry_; }
  const Entry* operator->() const { return &entry_; }
  std::span<const std::byte> stored() const { return std::as_bytes(std::span(words_)); }

 private:
  std::vector<std::uint64_t> words_;
  Entry entry_;
};

// The entries of a stream in the order of the log.
using History = std::vector<KeptEntry>;

// Looking back: leaves out what happened after `on` and what was recorded after `last`.
struct Sight {
  std::optional<Day> on;
  std::optional<Seq> last;
};

// Those that count, in the order they are read. Corrections themselves are left out.
std::vector<const Entry*> counting(const History& history, const Sight& sight = {});
// The commands corrected by entries of this history that are in sight.
std::vector<std::string_view> corrected(const History& history, const Sight& sight = {});

domain::Docket fold_docket(const std::vector<const Entry*>& entries);
domain::Office fold_office(const std::vector<const Entry*>& entries);

}  // namespace ducha::record
