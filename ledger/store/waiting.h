// Encoded entries that wait to be appended, in their order, with what is known of each without reading it: a batch is
// recorded whole or not at all, and a large one must not need the memory for it.

#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <span>
#include <utility>
#include <vector>

#include "ledger/base/day.h"
#include "ledger/base/id.h"
#include "ledger/store/pages.h"

namespace ducha::store {

class Waiting {
 public:
  struct Label {
    StreamNo stream;
    std::uint32_t version;
    Day on;
  };
  // `folder`: the ledger's.
  explicit Waiting(std::filesystem::path folder, std::size_t memory_bytes_max = Pages::memory_bytes)
      : bytes_(std::move(folder), memory_bytes_max) {}

  std::size_t size() const { return labels_.size(); }
  bool empty() const { return labels_.empty(); }
  // Throws Fault::disk when the file takes no more.
  void add(const Label& label, std::span<const std::byte> bytes) {
    bytes_.add(bytes);
    labels_.push_back(label);
  }
  void clear() {
    bytes_.clear();
    std::deque<Label>().swap(labels_);
  }

  const Label& label(std::size_t i) const { return labels_[i]; }
  const Pages& bytes() const { return bytes_; }
  std::vector<std::byte> copy(std::size_t i) const { return bytes_.copy(i); }

 private:
  std::deque<Label> labels_;  // a vector that grows holds a large batch's twice
  Pages bytes_;
};

}  // namespace ducha::store
