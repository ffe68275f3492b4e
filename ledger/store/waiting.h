// Encoded entries that wait to be appended, in their order.
//
// The first of them stay in memory. Further ones go to a file without a name on the ledger's disk, which is gone with
// the process however that ends: a batch is recorded whole or not at all, and a large one must not need the memory for
// it. Nothing that lies there counts as recorded, so none of it is synced.

#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <vector>

#include "ledger/base/day.h"
#include "ledger/base/id.h"

namespace ducha::store {

class Waiting {
 public:
  // What is known of an entry without reading it.
  struct Label {
    StreamNo stream;
    std::uint32_t version;
    Day on;
  };
  // `folder`: the ledger's. From so many bytes on entries go to the file.
  static constexpr std::size_t memory_bytes = 32u << 20;
  explicit Waiting(std::filesystem::path folder, std::size_t memory_bytes_max = memory_bytes);
  ~Waiting();

  std::size_t size() const { return labels_.size(); }
  bool empty() const { return labels_.empty(); }
  // Throws Fault::disk when the file takes no more.
  void add(const Label& label, std::span<const std::byte> bytes);
  void clear();

  const Label& label(std::size_t i) const { return labels_[i]; }

  // Reads entries, best in their order. Each reader has room of its own: several may read at once, while nothing is
  // added.
  class Reader {
   public:
    explicit Reader(const Waiting& waiting) : waiting_(waiting) {}
    // Good until the next one is read.
    std::span<const std::byte> read(std::size_t i);

   private:
    const Waiting& waiting_;
    std::vector<std::byte> page_;
    std::size_t held_ = static_cast<std::size_t>(-1);  // the page that lies in page_
  };
  // A copy of one.
  std::vector<std::byte> copy(std::size_t i) const;

 private:
  // Entries lie whole in pages of a megabyte, or of one entry that is larger.
  static constexpr std::size_t page_bytes = 1u << 20;
  struct Page {
    std::size_t first;             // the first entry in it
    std::size_t at = 0, size = 0;  // in the file, once it is there
    std::vector<std::byte> bytes;  // else
    bool in_file() const { return bytes.empty() && size > 0; }
  };

  void begin_page(std::size_t bytes);
  void put_away(Page& page);
  // Where an entry lies: its page, and the bytes of that from `start` up to `stop`.
  struct Place {
    std::size_t page, start, stop;
  };
  bool holds(std::size_t page, std::size_t i) const;
  Place place_of(std::size_t i, std::size_t page) const;
  std::size_t page_of(std::size_t i) const;
  void read_file(std::size_t at, std::span<std::byte> into) const;

  std::filesystem::path folder_;
  std::size_t memory_bytes_max_;
  std::size_t in_memory_ = 0, in_file_ = 0;  // bytes of full pages
  std::vector<Label> labels_;
  std::vector<std::uint32_t> starts_;  // of each entry within its page
  std::vector<Page> pages_;
  int file_ = -1;
};

}  // namespace ducha::store
