// The receipts given to commands that are not appended yet, found by key.
//
// One row each and a table of their places: a node of a map each would cost twice the memory, and they are handed to
// the log as they lie.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <utility>
#include <vector>

#include "ledger/base/id.h"

namespace ducha::store {

// What a command got for an answer: the entries it became, and the digest of its content.
struct Receipt {
  Seq first = 0, last = 0;
  Digest request;
  bool operator==(const Receipt&) const = default;
};

// The key it is stored by: the beginning of a digest of the command's identity.
using ReceiptKey = std::array<char, 16>;
struct KeyedReceipt {
  ReceiptKey key;
  Receipt receipt;
};

class Receipts {
 public:
  std::size_t size() const { return rows_.size(); }
  // Null when there is none; good until the next one is added.
  const Receipt* find(const ReceiptKey& key) const {
    if (places_.empty()) return nullptr;
    const auto place = places_[place_of(key)];
    return place == 0 ? nullptr : &rows_[place - 1].receipt;
  }
  // A key that is not there yet.
  void add(const ReceiptKey& key, const Receipt& receipt) {
    // By a quarter: doubled, a large batch would hold as much room again as it needs.
    if (rows_.size() == rows_.capacity()) rows_.reserve(rows_.size() + rows_.size() / 4 + 16);
    rows_.push_back({key, receipt});
    if (places_.size() < 2 * rows_.size())
      spread();
    else
      places_[place_of(key)] = static_cast<std::uint32_t>(rows_.size());
  }
  // All of them, in the order they were added; nothing is left.
  std::vector<KeyedReceipt> take() {
    std::vector<std::uint32_t>().swap(places_);
    capacity_ = capacity_min;
    return std::exchange(rows_, {});
  }

 private:
  // Where the key is, or would be. A digest: any part of it is as good a hash as one could make.
  std::size_t place_of(const ReceiptKey& key) const {
    std::size_t at = 0;
    std::memcpy(&at, key.data(), sizeof at);
    for (at &= places_.size() - 1;; at = (at + 1) & (places_.size() - 1))
      if (places_[at] == 0 || rows_[places_[at] - 1].key == key) return at;
  }
  void spread() {
    std::vector<std::uint32_t>().swap(places_);
    places_.resize(capacity_ *= 2);
    for (std::size_t i = 0; i < rows_.size(); ++i) places_[place_of(rows_[i].key)] = static_cast<std::uint32_t>(i + 1);
  }

  static constexpr std::size_t capacity_min = 16;
  std::vector<KeyedReceipt> rows_;
  std::vector<std::uint32_t> places_;  // one more than the row; 0: free. A power of two of them, at most half taken
  std::size_t capacity_ = capacity_min;
};

}  // namespace ducha::store
