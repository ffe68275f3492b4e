// One statement about time, without marks: the grammar behind read_when.

#pragma once

#include <optional>
#include <string_view>

#include "tools/import/register/when.h"

namespace ducha::tools {

// `text` is folded to half width and holds no blanks. Nothing when it is no statement about time, or more than one.
std::optional<When> phrase_of(std::u32string_view text, int year);

// 2022年6月30日, 2022-06-30, 2022年6月 (its last day) at the beginning of a text.
std::optional<Day> full_date(std::u32string_view text);
// 2022年, 二○二二年度 at the beginning of a text.
std::optional<int> full_year(std::u32string_view text);

}  // namespace ducha::tools
