// Many rows in order, without room for all of them.
//
// What can be gone through as often as one likes need not be held to be put in order: each pass keeps the least of
// those that have not been given yet. A million rows take one pass, and twelve million about twelve.

#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

namespace ducha {

inline constexpr std::size_t sorted_at_once = 1u << 20;

// `each(visit)` goes through all rows in any order, the same every time; no two of them are equal. `take(row)` gets
// them in ascending order. At most twice `at_once` of them are in memory.
template <class Row, class Each, class Take>
void sorted_in_passes(const Each& each, const Take& take, std::size_t at_once = sorted_at_once) {
  std::vector<Row> rows;
  std::optional<Row> given;  // the last of the pass before
  for (bool more = true; more;) {
    more = false;
    rows.clear();
    std::optional<Row> bound;  // the least of those left to a later pass
    each([&](const Row& row) {
      if (given && !(*given < row)) return;
      if (bound && !(row < *bound)) return;
      rows.push_back(row);
      if (rows.size() < 2 * at_once) return;
      const auto border = rows.begin() + static_cast<std::ptrdiff_t>(at_once);
      std::nth_element(rows.begin(), border, rows.end());
      bound = *border;
      rows.erase(border, rows.end());
      more = true;
    });
    std::sort(rows.begin(), rows.end());
    for (const Row& row : rows) take(row);
    if (more) given = rows.back();
  }
}

}  // namespace ducha
