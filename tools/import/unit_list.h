// Lists of units as plans and registers write them: 区发改委、区财政局及有关部门.
//
// Marks (、 , ; /) always part names; 和 及 与 以及, spaces and line breaks part them only where both sides
// look like whole names, so that 区人力资源和社会保障局 stays one. Names are kept as written, with what they
// carry in brackets. Nothing is resolved here: what a name stands for is the caller's to know.

#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace ducha::tools {

// Whether a name is registered. A registered name is never parted, and parts from another one.
using KnownUnit = std::function<bool(std::string_view)>;

// The names of a list in the order written. A distributive 各 is carried on to the class words after it:
// 各街道、板块 and 各街道板块 are 各街道 and 各板块. A 等 that ends the list is dropped; 等有关部门 leaves 有关部门.
std::vector<std::string> split_units(std::string_view list, const KnownUnit& known = {});

// Names a class and no unit (区相关部门, 街道, 各板块, 领导小组成员单位). A distributive one (各街道) may be a
// group all the same: ask for the group first.
bool is_vague(std::string_view name);

// 各街道, 区各部门: every member of a class, unless it says 相关 or 有关.
bool is_distributive(std::string_view name);

// Ends as names of units end: 局 委 办 街道 中心 and so on.
bool looks_like_unit(std::string_view name);

}  // namespace ducha::tools
