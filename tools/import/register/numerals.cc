#include "tools/import/register/numerals.h"

#include <array>

namespace ducha::tools {
namespace {

using View = std::u32string_view;

constexpr std::size_t figures_max = 9;

std::optional<int> figure(char32_t point) {
  if (point >= U'0' && point <= U'9') return static_cast<int>(point - U'0');
  // The noughts of 二○○七 come from three alphabets.
  constexpr std::array<View, 10> figures{U"〇○零Ｏ◯", U"一壹", U"二贰两", U"三叁", U"四",
                                         U"五",       U"六",   U"七",     U"八",   U"九"};
  for (std::size_t value = 0; value < figures.size(); ++value)
    if (figures[value].find(point) != View::npos) return static_cast<int>(value);
  return {};
}

}  // namespace

std::optional<Numeral> read_numeral(View folded) {
  int value = 0;
  std::size_t at = 0, figures = 0;
  bool tens = false;
  for (; at < folded.size() && figures < figures_max; ++at) {
    if (folded[at] == U'十' && !tens && figures <= 1) {
      value = (figures == 0 ? 1 : value) * 10;  // 十三 and 二十三
      tens = true;
      figures = 1;
      continue;
    }
    const auto next = figure(folded[at]);
    if (!next || (tens && figures == 2)) break;
    value = tens ? value + *next : value * 10 + *next;
    ++figures;
  }
  if (figures == 0) return {};
  return Numeral{value, at, tens ? 2 : figures};
}

}  // namespace ducha::tools
