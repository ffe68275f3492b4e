// The known names nearest to an unknown one, to be shown beside a complaint.
//
// Near is what few slips of the pen part (Damerau-Levenshtein over characters), and nearer still what is
// an abbreviation or a part of the other: 区发改委 finds 区发展和改革委员会.

#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ducha::tools {

inline constexpr std::size_t nearest_max = 3;

// At most `nearest_max` of `known`, the nearest first; none when nothing is near. Equally near ones keep
// the order of `known`.
std::vector<std::string> nearest(std::string_view unknown, std::span<const std::string> known);

// The names in one phrase: 甲、乙, or "a, b" when none of them is Chinese.
std::string enumerate_names(std::span<const std::string> names);

}  // namespace ducha::tools
