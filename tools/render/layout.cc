#include "tools/render/layout.h"

#include <algorithm>

namespace ducha::tools {
namespace {

struct Share {
  std::size_t width;
  std::size_t spare;  // how much narrower it could become
  std::size_t weight;

  std::size_t pull() const { return weight * spare; }
  void give(std::size_t columns) {
    width -= columns;
    spare -= columns;
  }
};

Share natural_share(const Room& column) {
  const auto floor = std::min(column.natural, column.least);
  return {column.natural, column.weight == 0 ? 0 : column.natural - floor, column.weight};
}

// Takes `excess` from the shares, which together can spare it.
void narrow(std::vector<Share>& shares, std::size_t excess) {
  while (excess > 0) {
    std::size_t pull = 0;
    for (const auto& share : shares) pull += share.pull();
    std::size_t taken = 0;
    for (auto& share : shares) {
      const auto part = std::min(share.spare, excess * share.pull() / pull);
      share.give(part);
      taken += part;
    }
    if (taken == 0) {  // less than one column for each: the one with most to give gives one
      std::max_element(shares.begin(), shares.end(), [](const Share& a, const Share& b) {
        return a.pull() < b.pull();
      })->give(1);
      taken = 1;
    }
    excess -= taken;
  }
}

}  // namespace

std::optional<std::vector<std::size_t>> share_line(const std::vector<Room>& columns, std::size_t line) {
  std::vector<Share> shares;
  shares.reserve(columns.size());
  std::size_t needed = columns.empty() ? 0 : column_gap * (columns.size() - 1);
  std::size_t spare = 0;
  for (const auto& column : columns) {
    shares.push_back(natural_share(column));
    needed += shares.back().width;
    spare += shares.back().spare;
  }
  const auto excess = needed > line ? needed - line : 0;
  if (excess > spare) return std::nullopt;
  narrow(shares, excess);

  std::vector<std::size_t> widths;
  widths.reserve(shares.size());
  for (const auto& share : shares) widths.push_back(share.width);
  return widths;
}

}  // namespace ducha::tools
