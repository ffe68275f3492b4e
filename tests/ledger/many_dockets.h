// Many dockets that live side by side, so that their entries lie among each other's: some late on paper, some
// corrected, some withdrawn and opened again.

#pragma once

#include <random>
#include <string>

#include "ledger/clerk.h"
#include "tests/ledger/counter.h"

namespace ducha {

// About five entries each, in one append.
inline void live_many(store::Log& log, Follower& follower, std::size_t dockets, unsigned seed) {
  std::minstd_rand chance(seed);
  Clerk clerk(log, follower);
  int commands = 0;
  const auto take = [&](Day on, std::string docket, domain::Body body) {
    const auto id = "c" + std::to_string(++commands);
    clerk.take({id, std::move(docket), on, {}, {}, std::move(body)}, {now, content_of(id), {}});
  };
  const Day begin = *parse_day("2022-01-04");
  take(begin, {}, domain::RegisterUnit{"QZJJ", "区住建局", {}, {}, {}});
  domain::Assign assign;
  assign.lead = "区住建局";
  assign.due = domain::parse_limit("2022-09-30");
  std::size_t opened = 0;
  while (opened < dockets || chance() % 50 != 0) {
    const Day today = begin + static_cast<int>(300 * opened / dockets), late = today - static_cast<int>(chance() % 20);
    const Day on = chance() % 4 == 0 ? std::max(begin, late) : today;
    const auto code = std::to_string(opened == 0 ? 0 : chance() % opened);
    switch (opened == 0 ? 0 : chance() % 7) {
      case 0:
        if (opened < dockets) take(on, std::to_string(opened++), domain::Open{"雨污分流", {}, {}, {}, {}, {}, {}});
        break;
      case 1:
        take(on, code, assign);
        break;
      case 2:
        take(on, {}, domain::Correct{"c" + std::to_string(1 + chance() % static_cast<unsigned>(commands)), "重复"});
        break;
      case 3:
        take(on, code, domain::Withdraw{"不再办理"});
        break;
      case 4:
        take(on, code, domain::Reopen{"情况有变", {}});
        break;
      default:
        take(on, code, domain::Urge{"QZJJ", {}});
    }
  }
  clerk.commit();
}

}  // namespace ducha
