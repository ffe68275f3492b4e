// A new ledger and what comes over its counter: enough of an office to ask how commands are taken.

#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

#include "ledger/clerk.h"
#include "tests/ledger/store/ledger.h"

namespace ducha {

inline constexpr std::int64_t now = 1'672'000'000'000;  // in December 2022

// Follows nothing; does as it is told when something is about to be appended.
class Onlooker : public Follower {
 public:
  std::string rows_of(const domain::Docket&) override { return {}; }
  void follow(store::Writes&, const Appending&) override {
    const auto nth = ++appends;
    if (at_append) at_append(nth);
  }
  std::atomic<int> appends = 0;
  std::function<void(int nth)> at_append;
};

inline void make_ledger(const std::filesystem::path& folder, Follower& follower) {
  store::Log::create(folder, record::DigestAlgorithm::sha256, record::edition);
  store::Log log(folder, store::Access::write);
  Clerk(log, follower).found("区政府督查室", now);
}

// Opens the docket of that number. The identity is the content's as well.
inline domain::Command opening(const std::string& id) {
  return {id, id, *parse_day("2022-03-01"), {}, {}, domain::Open{"雨污分流", {}, {}, {}, {}, {}, {}}};
}
inline Digest content_of(const std::string& id) { return record::Hasher(record::DigestAlgorithm::sha256).of(id); }

}  // namespace ducha
