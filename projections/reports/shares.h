// 占比: shares of a whole that add up to exactly all of it.
//
// Rounding each share by itself gives columns of 100.1 %. By largest remainders (最大余数法) every share is rounded
// down, and what is missing goes, one each, to those that lost most by it; of equals, to the greater count, then to the
// earlier.

#pragma once

#include <cstdint>
#include <vector>

namespace ducha::reports {

// For each count its part of `whole` (1000: percentages with one decimal). They add up to `whole`; all are 0 when there
// is nothing to share. No count is negative.
std::vector<std::int64_t> shares(const std::vector<std::int64_t>& counts, std::int64_t whole = 1000);

}  // namespace ducha::reports
