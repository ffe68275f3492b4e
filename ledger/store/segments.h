// Entries, from wherever they are, put into the segments of a backup.

#pragma once

#include <functional>
#include <string>

#include "ledger/store/backup_form.h"
#include "ledger/store/log.h"

namespace ducha::store {

// Entries first … last - 1, in order, from wherever they are.
using EntryScan = std::function<void(Seq first, Seq last, const Log::Visit& visit)>;

// Those from where `before` ends to `size`. Going through them twice gives the same.
class Segments {
 public:
  using Take = std::function<void(const SegmentMark&, const std::string& bytes)>;
  // Told before a segment is taken: its entries, and the root they give with all before them.
  using Check = std::function<void(Seq first, Seq end, const Digest& root)>;

  Segments(record::DigestAlgorithm algorithm, record::Tree before, std::uint64_t size, EntryScan scan, Check check);

  // `progress` is told the last entry of each. Gives the root of all.
  Digest each(const Take& take, const std::function<void(Seq)>& progress);

 private:
  record::Hasher hasher_;
  record::Tree before_;
  std::uint64_t size_;
  EntryScan scan_;
  Check check_;
};

// Those of a ledger, from `first` on. Each segment is held against its tree; where they differ the entry is named
// (Fault::damaged).
Segments segments_of(const Log& log, Seq first);

}  // namespace ducha::store
