// What must stand in the stream index and the receipts, gathered while the entries pass.

#pragma once

#include <compare>
#include <string>
#include <vector>

#include "ledger/record/digest.h"
#include "ledger/store/verify.h"

namespace ducha::store {

// 第 7 条记录
std::string numbered(Seq seq);

// Held against what stands there in the order of the keys: some forty bytes an entry are all that is kept.
class Expected {
 public:
  explicit Expected(std::uint64_t size) : size_(size) { places_.reserve(size); }

  void take(const record::Envelope& envelope, const TellDamage& damage);
  // Each once; both at once if one likes.
  void compare_places(const Database& database, const TellDamage& damage);
  void compare_receipts(const Database& database, const TellDamage& damage);

 private:
  struct Place {
    StreamNo stream;
    std::uint32_t version;
    Seq seq;
    auto operator<=>(const Place&) const = default;
  };
  record::Hasher sha256_{record::DigestAlgorithm::sha256};
  std::uint64_t size_;                  // of the log
  std::vector<std::uint32_t> streams_;  // how long each has grown
  std::vector<Place> places_;
  std::vector<Receipt> receipts_;
};

}  // namespace ducha::store
