#include "projections/reports/shares.h"

#include <algorithm>
#include <numeric>

namespace ducha::reports {

std::vector<std::int64_t> shares(const std::vector<std::int64_t>& counts, std::int64_t whole) {
  std::vector<std::int64_t> parts(counts.size());
  const auto all = std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
  if (all == 0) return parts;
  std::vector<std::size_t> order(counts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  auto missing = whole;
  for (const auto i : order) {
    parts[i] = counts[i] * whole / all;
    missing -= parts[i];
  }
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const auto lost_a = counts[a] * whole % all, lost_b = counts[b] * whole % all;
    return lost_a != lost_b ? lost_a > lost_b : counts[a] > counts[b];
  });
  // Fewer are missing than have lost something.
  for (std::int64_t i = 0; i < missing; ++i) ++parts[order[static_cast<std::size_t>(i)]];
  return parts;
}

}  // namespace ducha::reports
