// The colours in which words are drawn on paper and in spreadsheets: lights, states, roles.
//
// A colour never stands alone: the word is beside it. Each is told from its neighbours by brightness too, so that
// black and white print can be read.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ducha::tools {

struct Paint {
  std::uint32_t fill;  // 0xRRGGBB
  std::uint32_t ink;   // of text upon it; contrast at least 4.5 to 1 (WCAG 2.1, 1.4.3)
  std::uint32_t wash;  // so pale that black text can be read upon it
};

// Of a light or of a state; nothing for other words.
std::optional<Paint> paint_of(std::string_view word);

// Of the nth of things that have no colour of their own: units, sources, months.
Paint paint_of(std::size_t nth);

std::string css_colour(std::uint32_t rgb);  // "#1565c0"

}  // namespace ducha::tools
