// Entries as they lie in the log: a stretch of it that one thread reads and another looks into, or those of a docket.

#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <vector>

#include "ledger/base/id.h"

namespace ducha::record {

class Stretch {
 public:
  void add(Seq seq, std::span<const std::byte> bytes) {
    places_.push_back({seq, used_, bytes.size()});
    used_ += (bytes.size() + sizeof(std::uint64_t) - 1) / sizeof(std::uint64_t);
    if (used_ > words_.size()) words_.resize(std::max(used_, 2 * words_.size()));
    if (!bytes.empty()) std::memcpy(&words_[places_.back().at], bytes.data(), bytes.size());
  }
  // Its room is kept.
  void clear() {
    places_.clear();
    used_ = 0;
  }
  bool empty() const { return places_.empty(); }
  std::size_t size() const { return places_.size(); }  // how many
  std::size_t bytes() const { return used_ * sizeof(std::uint64_t); }
  // In the order they were added; `visit(seq, bytes)`.
  template <class Visit>
  void each(const Visit& visit) const {
    for (const auto& [seq, at, size] : places_) visit(seq, std::as_bytes(std::span(words_).subspan(at)).first(size));
  }

 private:
  struct Place {
    Seq seq;
    std::size_t at, size;  // in words, in bytes
  };
  std::vector<std::uint64_t> words_;  // aligned, as entries are read without a copy
  std::size_t used_ = 0;              // of them
  std::vector<Place> places_;
};

}  // namespace ducha::record
