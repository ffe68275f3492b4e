// Numbers as documents write them: 25, 二十五, 二○○七.

#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace ducha::tools {

struct Numeral {
  int value;
  std::size_t length;  // characters it takes
  std::size_t digits;  // how many figures it has written out; 二十五 has two
};

// The number at the beginning of a text that is folded to half width; at most nine figures.
std::optional<Numeral> read_numeral(std::u32string_view folded);

}  // namespace ducha::tools
