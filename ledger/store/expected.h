// What must stand in the stream index and the receipts, gathered while the entries pass.

#pragma once

#include <compare>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/record/digest.h"
#include "ledger/store/verify.h"

namespace ducha::store {

// 第 7 条记录
std::string numbered(Seq seq);

// Some twenty-four bytes an entry are all that is kept.
class Expected {
 public:
  explicit Expected(std::uint64_t size) : size_(size), places_(size), receipts_(size), received_(size) {}

  void take(const record::Envelope& envelope, const TellDamage& damage);
  // Each once; both at once if one likes.
  void compare_places(const Database& database, const TellDamage& damage);
  void compare_receipts(const Database& database, const TellDamage& damage);

 private:
  struct InStream {
    StreamNo stream = 0;
    std::uint32_t next = 0;  // one more than its version; 0: nothing came
    auto operator<=>(const InStream&) const = default;
  };
  // Whether every row of a family fits, and there are so many.
  static bool agrees(const Database& database, Family family, std::uint64_t count,
                     const std::function<bool(std::string_view key, std::string_view value)>& fits);

  record::Hasher sha256_{record::DigestAlgorithm::sha256};
  std::uint64_t size_;                  // of the log
  std::vector<std::uint32_t> streams_;  // how long each has grown
  std::vector<InStream> places_;        // of each entry
  std::vector<ReceiptKey> receipts_;    // of each entry that is the first of its command
  std::vector<bool> received_;          // whether it is
  std::uint64_t taken_ = 0, commands_ = 0;
};

}  // namespace ducha::store
