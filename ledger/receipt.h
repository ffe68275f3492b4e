// 回执: what a command got for an answer. Stored is only which entry it became first; the rest stands in that entry.

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_set>

#include "ledger/base/id.h"
#include "ledger/record/history.h"
#include "ledger/store/log.h"

namespace ducha {

struct Receipt {
  Seq first = 0, last = 0;  // the entries it became
  Digest request;           // of its content as given
  bool operator==(const Receipt&) const = default;
};

// As the first entry of the command tells. Throws Fault::damaged when it is not that.
Receipt receipt_in(const record::KeptEntry& first, std::string_view command);
// Of a command that is in the log; nothing when it was never given.
std::optional<Receipt> receipt_of(const store::Log& log, std::string_view command);

// What the log has under a command's identity. It holds as long as nothing is appended, so that it may be looked up
// beforehand, in another thread than the clerk's.
struct LookedUp {
  std::uint64_t log_size = 0;  // then
  store::ReceiptKey key{};
  std::optional<Seq> first;  // the first entry the command became; nothing when it was never given
};
class Lookup {
 public:
  explicit Lookup(const store::Log& log) : log_(log) {}
  LookedUp operator()(std::string_view command);

 private:
  // The log of a new ledger has few commands, and a first batch very many: then their keys are kept here.
  static constexpr std::size_t asked_min = 1000, kept_max = 1000;
  struct HashOfKey {
    std::size_t operator()(const store::ReceiptKey& key) const;
  };
  using Keys = std::unordered_set<store::ReceiptKey, HashOfKey>;
  // Whether the log may have it; surely when the keys are not kept.
  bool may_be_there(const store::ReceiptKey& key);

  const store::Log& log_;
  std::uint64_t log_size_ = 0;  // for which the following hold
  std::size_t asked_ = 0;
  std::optional<Keys> keys_;
  record::Hasher sha256_{record::DigestAlgorithm::sha256};
};

}  // namespace ducha
