// A follower keeps what is derived from the log in step with it, in the same write as the append.
//
// The ledger does not know what is derived; projections/ implements this.

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "ledger/base/day.h"
#include "ledger/base/id.h"
#include "ledger/domain/docket.h"
#include "ledger/store/database.h"

namespace ducha {

struct Appended {
  Seq seq;
  Day on;
  StreamNo stream;
  std::uint32_t version = 0;
  std::span<const std::byte> bytes = {};  // as it is stored
};

struct Touched {
  StreamNo stream;
  const domain::Docket* docket;  // as all facts that count have made it
};

class Follower {
 public:
  virtual ~Follower() = default;
  // `entries` are about to be appended; `dockets` are those they touch, as they then are.
  virtual void follow(store::Writes& rows, std::span<const Appended> entries, std::span<const Touched> dockets) = 0;
};

}  // namespace ducha
