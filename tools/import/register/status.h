// What a register's 状态, 是否办结 or 亮灯 says of a row.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/domain/words.h"

namespace ducha::tools {

enum class Standing : std::uint8_t {
  unsaid,     // the cell is empty
  in_hand,    // 办理中, 推进中, 否, 滞后
  reported,   // 已完成: the lead says so, the office has not closed it yet
  closed,     // 已办结
  struck,     // 已销号
  suspended,  // 中止, 挂账
  withdrawn,  // 撤销
};

// `header` decides what a bare 是 says: 是否销号, 是否完成, 是否办结. Nothing when the word is not known.
std::optional<Standing> read_standing(std::string_view cell, std::string_view header);

// 红灯, 黄, 绿色 …; `unset` for an empty cell. Nothing when it is no colour.
std::optional<domain::Light> read_light(std::string_view cell);

// The words a state may be given by, for a complaint.
std::string standing_words();

// 60%, 60, 0.6 where the column holds fractions. Nothing when it is no number from 0 to 100.
std::optional<int> read_progress(std::string_view cell, bool fractions);
// Whether a cell is a fraction of one (0.6) and so tells how the others of its column are meant.
bool is_fraction(std::string_view cell);

}  // namespace ducha::tools
