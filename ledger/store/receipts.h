// Receipts of commands: which entry each became first. What else a command was told stands in that entry.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "ledger/base/id.h"
#include "ledger/store/aside.h"

namespace ducha::store {

// What it is stored by: the beginning of a digest of the command's identity.
using ReceiptKey = std::array<char, 16>;
struct Receipt {
  ReceiptKey key;
  Seq first;  // the first entry the command became
};

bool before(const Receipt& a, const Receipt& b);

// Gives receipts in the order of their keys.
using GiveReceipts = std::function<void(const std::function<void(const Receipt&)>& take)>;
GiveReceipts in_order(std::vector<Receipt> receipts);

// The receipts given to commands that wait to be appended, found by key. Of each 11 to 22 bytes stay in memory; the
// rest is laid aside.
class Receipts {
 public:
  // `folder`: where what is laid aside lies.
  explicit Receipts(std::filesystem::path folder) : pages_(std::move(folder), 0) {}

  std::size_t size() const;
  // The first entry of the command.
  std::optional<Seq> find(const ReceiptKey& key) const;
  // A key that is not there yet. Throws Fault::disk.
  void add(const Receipt& receipt);
  // All of them, in the order of their keys; none can be found from then on.
  void take_in_order(const std::function<void(const Receipt&)>& take);
  void clear();

 private:
  // Of the keys that begin alike, so that one part after the other can be put in order in memory.
  class Part {
   public:
    std::optional<Seq> find(const ReceiptKey& key, const Pages& pages) const;
    void add(const Receipt& row, Pages& pages);
    std::vector<Receipt> in_order(const Pages& pages);
    std::size_t size() const { return rows_.size(); }

   private:
    // What is asked for is most often not there: one look into this table then tells it, nearly always.
    struct Place {
      std::uint32_t row = 0;   // one more than it; 0: free
      std::uint32_t mark = 0;  // the end of its key
    };
    // Where the mark is first looked for. It is part of a digest: as good a hash as one could make.
    std::size_t begin(std::uint32_t mark) const { return mark & (places_.size() - 1); }
    std::size_t next(std::size_t place) const { return (place + 1) & (places_.size() - 1); }
    void note(Place taken);
    void spread();

    Aside<Receipt> rows_;
    std::vector<Place> places_;  // a power of two of them, at most three quarters taken
  };
  static constexpr std::size_t parts_max = 16;
  static std::size_t part_of(const ReceiptKey& key) { return static_cast<std::uint8_t>(key[0]) / parts_max; }

  Pages pages_;
  std::array<Part, parts_max> parts_;
};

}  // namespace ducha::store
