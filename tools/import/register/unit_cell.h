// The cell of a register that names units, with the roles it gives them.
//
// Names are parted as in plans (unit_list.h). Words inside the cell give roles: 牵头:A 配合:B, A牵头,B、C配合,
// A(牵头)、B. Without them the first unit of a cell for the lead leads and the further ones lead jointly
// (列第一位的为牵头单位); a group or a vague name behind it supports, since only a single unit can lead.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tools/import/unit_list.h"

namespace ducha::tools {

struct UnitCell {
  std::vector<std::string> leads;       // the lead first, then the joint ones; as written
  std::vector<std::string> supporting;  // as written
};

// `single` tells the names that are one unit, so that they can lead.
UnitCell read_lead_cell(std::string_view cell, const KnownUnit& known, const KnownUnit& single);
// All of them support, whatever the cell says.
std::vector<std::string> read_supporting_cell(std::string_view cell, const KnownUnit& known);

// Registered names that an unknown one abbreviates, or that abbreviate it.
std::vector<std::string> abbreviated_units(std::string_view unknown, const std::vector<std::string>& known);

// Those, and others not far from it: registered names that an unknown one may mean, the likeliest first: 区发改委 and
// 发展改革局 may be 区发展和改革委员会, 住建局 may be 区住建局.
std::vector<std::string> likely_units(std::string_view unknown, const std::vector<std::string>& known);

}  // namespace ducha::tools
