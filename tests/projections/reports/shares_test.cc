// 占比 that add up, by largest remainders.

#include "projections/reports/shares.h"

#include <algorithm>
#include <numeric>

#include <rapidcheck.h>

#include "tests/catch.h"

namespace ducha::reports {
namespace {

using Numbers = std::vector<std::int64_t>;

TEST_CASE("shares that would round to 100.1 % add up to 100.0 %", "[shares]") {
  // Rounded one by one these are 7.7, 4.5, 10.8, 4.1 and 73.0 %, together 100.1 %: 9/222 has the smaller remainder.
  CHECK(shares({17, 10, 24, 9, 162}) == Numbers{77, 45, 108, 40, 730});
  CHECK(shares({1, 1, 1}) == Numbers{334, 333, 333});
  CHECK(shares({6, 16}) == Numbers{273, 727});
}

TEST_CASE("nothing shares nothing, and all is all", "[shares]") {
  CHECK(shares({0, 0}) == Numbers{0, 0});
  CHECK(shares({}).empty());
  CHECK(shares({0, 7, 0}) == Numbers{0, 1000, 0});
}

TEST_CASE("of equal remainders the greater count is served first, then the earlier", "[shares]") {
  // 1/8 and 3/8 lose a half of a hundredth each: 12.5, 37.5, 50.
  CHECK(shares({1, 3, 4}, 100) == Numbers{12, 38, 50});
  CHECK(shares({3, 1, 4}, 100) == Numbers{38, 12, 50});
  CHECK(shares({1, 1}, 1) == Numbers{1, 0});
}

TEST_CASE("whatever the counts, shares add up, miss the exact share by less than one, and keep the order", "[shares]") {
  CHECK(rc::check("shares of anything", [] {
    const auto counts = *rc::gen::container<std::vector<std::int64_t>>(rc::gen::inRange<std::int64_t>(0, 5000));
    const auto all = std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
    const auto parts = shares(counts);
    RC_ASSERT(parts.size() == counts.size());
    RC_ASSERT(std::accumulate(parts.begin(), parts.end(), std::int64_t{0}) == (all == 0 ? 0 : 1000));
    for (std::size_t i = 0; i < counts.size(); ++i) {
      const auto off = parts[i] * all - counts[i] * 1000;
      RC_ASSERT(off > -std::max<std::int64_t>(all, 1));
      RC_ASSERT(off < std::max<std::int64_t>(all, 1));
      for (std::size_t j = 0; j < counts.size(); ++j) RC_ASSERT(counts[i] >= counts[j] || parts[i] <= parts[j]);
    }
  }));
}

}  // namespace
}  // namespace ducha::reports
