// The words by which clauses give roles, in the two places they stand: before a list and behind it.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace ducha::tools {

enum class WordRole : std::uint8_t {
  lead,
  supporting,
  shared,  // leads when nobody else does, supports beside a lead: 责任单位, 负责
  due,     // what follows is a day: 完成时限
  person,  // what follows is a post or a person, not a unit: 牵头领导, 责任人
};

struct RoleWord {
  WordRole role;
  std::size_t length;  // characters it takes, with the colon or blank behind a label
};

// All take text folded to half width, and look at its character `at`.

// 牵头单位: and its like. With a colon or as 【牵头单位】 anywhere; else only where `line_begins`, before a blank.
std::optional<RoleWord> label_at(std::u32string_view folded, std::size_t at, bool line_begins);

// 主办, 牵头, 按职责分工负责 and their like, behind a list.
std::optional<RoleWord> spoken_at(std::u32string_view folded, std::size_t at);

}  // namespace ducha::tools
