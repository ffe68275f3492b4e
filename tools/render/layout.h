// How the columns of a table share a line.
//
// Columns are as wide as what stands in them. When that is too wide, those with a weight give way, each in proportion
// to its weight and to what it could give, down to its `least`; the others are never cut.

#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace ducha::tools {

inline constexpr std::size_t column_gap = 2;
inline constexpr std::size_t narrowest = 6;

struct Room {
  std::size_t natural;  // what stands in the column at its widest
  std::size_t weight;   // 0: never cut
  std::size_t least = narrowest;
};

// The width of each column, or nothing when even the narrowest table is wider than `line`.
std::optional<std::vector<std::size_t>> share_line(const std::vector<Room>& columns, std::size_t line);

}  // namespace ducha::tools
