// Days as plans name them: 6月底前, 2021年12月31日前完成, 年底前, 三季度末, 长期坚持.
//
// Finds them, and leaves them as written: which day one means is decided later, by the year of the plan.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ducha::tools {

// The phrases in a text that say by when, in order, without the 完成 behind them. A mere date (2021年6月)
// is none.
std::vector<std::string> due_phrases(std::string_view text);

// Whether a piece of a clause is nothing else: 6月底前完成, 长期坚持.
bool is_due_phrase(std::string_view piece);

}  // namespace ducha::tools
