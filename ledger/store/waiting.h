// Encoded entries that wait to be appended, in their order, with what is known of each without reading it: a batch is
// recorded whole or not at all, and a large one must not need the memory for it.

#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

#include "ledger/base/id.h"
#include "ledger/store/aside.h"
#include "ledger/store/pages.h"

namespace ducha::store {

class Waiting {
 public:
  struct Label {
    StreamNo stream;
    std::uint32_t version;
  };
  // `folder`: the ledger's.
  explicit Waiting(const std::filesystem::path& folder, std::size_t memory_bytes_max = Pages::memory_bytes)
      : bytes_(folder, memory_bytes_max), label_pages_(folder, memory_bytes_max) {}

  std::size_t size() const { return labels_.size(); }
  bool empty() const { return size() == 0; }
  // Throws Fault::disk when the file takes no more.
  void add(const Label& label, std::span<const std::byte> bytes) {
    bytes_.add(bytes);
    labels_.add(label, label_pages_);
  }
  void clear() {
    bytes_.clear();
    labels_ = {};
    label_pages_.clear();
  }

  // One reading of them, best in their order. Several may be under way at once, while nothing is added.
  class Reader {
   public:
    explicit Reader(const Waiting& of) : labels_(of.labels_, of.label_pages_), bytes_(of.bytes_) {}
    const Label& label(std::size_t i) { return labels_.at(i); }
    // Good until the next are read.
    std::span<const std::byte> bytes(std::size_t i) { return bytes_.read(i); }

   private:
    Aside<Label>::Reader labels_;
    Pages::Reader bytes_;
  };
  std::vector<std::byte> copy(std::size_t i) const { return bytes_.copy(i); }

 private:
  Pages bytes_, label_pages_;
  Aside<Label> labels_;
};

}  // namespace ducha::store
