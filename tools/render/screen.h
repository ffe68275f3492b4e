// What a stream of the process leads to: a terminal and how wide it is, or something else.

#pragma once

#include <cstddef>

namespace ducha::tools {

inline constexpr std::size_t columns_of_paper = 80;  // what is not a terminal gets this many

bool is_terminal(int descriptor);

// As of now: a window may be pulled wider at any time.
std::size_t columns_of(int descriptor);

}  // namespace ducha::tools
