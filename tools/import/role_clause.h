// The clause that says who does an item: (区科技局主办,区财政局协办), 牵头单位:A、B;责任单位:C, or A牵头,B配合.
//
// Two grammars, full and half width mixed, told apart by whether a label is there:
//
//   labelled = { label [:] list [; , 。] }        牵头单位:A、B;责任单位:C
//   spoken   = { list word [; , 。] }             A、B主办,C协办; A牵头,C及有关部门按职责分工负责
//
// 责任单位 and 负责 lead when nobody else does and support beside a lead. The list behind a label may be
// spoken itself. A unit named twice keeps the stronger role. What a unit stands for is not decided here.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tools/import/unit_list.h"

namespace ducha::tools {

enum class ClauseRole { lead, joint, supporting };

// Named by its class only, as written: 区相关部门.
struct VagueUnit {
  std::string name;
  ClauseRole role;  // lead or supporting
  bool operator==(const VagueUnit&) const = default;
};

struct RoleClause {
  std::string lead;                     // the first one named; empty when there is none
  std::vector<std::string> joint;       // the further ones
  std::vector<std::string> supporting;  // distributive ones (各街道) among them
  std::vector<VagueUnit> vague;
  std::string due;  // as written; empty when the clause names none
};

// Reads a clause without its outer brackets; nothing when the text is not one, or is more than one.
std::optional<RoleClause> read_role_clause(std::string_view text, const KnownUnit& known = {});

// Where in a line a label of a clause begins (牵头单位: 责任单位: 完成时限: …), in characters.
// A label without a colon counts only at the beginning of the line.
std::optional<std::size_t> find_clause_label(std::u32string_view line);

}  // namespace ducha::tools
