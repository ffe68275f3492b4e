// The anchor: a small file beside the database that remembers the head last acknowledged.
//
// No recovery of a database notices a log cut at a record's boundary; the anchor does. Two slots are written
// in turn, each with a counter and its own digest, so a torn write leaves the other. It is written after the
// database, so it may lag behind by what was not yet acknowledged and never leads.

#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

#include "ledger/base/id.h"

namespace ducha::store {

struct Anchored {
  std::uint64_t size = 0;
  Digest root;
};

class Anchor {
 public:
  // Opens, and for a writer makes, the file; throws Fault::disk.
  Anchor(const std::filesystem::path& ledger, bool write);
  ~Anchor();
  Anchor(const Anchor&) = delete;
  Anchor& operator=(const Anchor&) = delete;

  // The later of the slots that read whole; nothing when neither does.
  std::optional<Anchored> read();
  void write(const Anchored& head);

 private:
  int file_;
  std::uint64_t counter_ = 0;
};

}  // namespace ducha::store
