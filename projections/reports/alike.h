// 同一件事, twice: whether two titles are likely to name the same matter.
//
// 《政府督查工作条例》 Art. 15 forbids supervising one matter twice; the same matter from a meeting and from an
// instruction seldom has the same title. The rule, stated so that a reader can apply it by hand:
//
//   * blanks, marks and framing words (关于、推进、加快、做好、开展、落实、加强、工作、的) do not count;
//   * titles whose numbers differ (一期 and 二期, 3号 and 4号) are of different matters;
//   * of what is left, every two neighbouring characters are a pair; twice the pairs in common, divided by the pairs of
//     both, is at least three fifths.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ducha::reports {

// A title made ready to be compared.
struct Likeness {
  std::vector<std::uint64_t> pairs;  // sorted
  std::u32string numbers;            // in the order they stand
  std::u32string text;
};
Likeness likeness_of(std::string_view title);
bool alike(const Likeness& a, const Likeness& b);

}  // namespace ducha::reports
