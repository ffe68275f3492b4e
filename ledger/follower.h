// A follower keeps what is derived from the log in step with it, in the same write as the append.
//
// The ledger does not know what is derived; projections/ implements this.

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/base/day.h"
#include "ledger/base/id.h"
#include "ledger/domain/docket.h"
#include "ledger/store/database.h"

namespace ducha {

// A correction takes away what it corrects whatever the day that is looked at: that is its day here.
inline constexpr Day on_any_day{std::numeric_limits<std::int32_t>::min()};
// An entry of a docket: which of those that are appended, and when it happened.
struct Happened {
  std::uint32_t at;
  Day on;
};

// What is about to be appended. It is asked for piece by piece: a large batch lies in memory once, or not at all.
struct Appending {
  Seq first = 0;
  std::size_t count = 0;
  std::function<std::span<const std::byte>(std::size_t)> stored;  // an entry's bytes, good until the next
  std::span<const std::uint32_t> office;                          // which of them are the office's
  std::uint32_t office_version = 0;                               // of the first of those
  std::vector<StreamNo> dockets;                                  // those it touches, in their order
  std::function<std::span<const Happened>(std::size_t)> entries;  // of such a docket, in the order of the log
  // What `rows_of` gives of a docket as all facts that count have then made it; so too.
  std::function<std::string_view(std::size_t)> rows;
  const store::Database* before = nullptr;  // what it is appended to
};

class Follower {
 public:
  virtual ~Follower() = default;
  // The rows that stand for a docket, as bytes that only the follower reads.
  virtual std::string rows_of(const domain::Docket& docket) = 0;
  virtual void follow(store::Writes& rows, const Appending& appending) = 0;
};

}  // namespace ducha
