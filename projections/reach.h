// How far a docket reaches: what tells a report, without reading the docket, whether it is about it at all.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "projections/rows.h"

namespace ducha::projections {

// 时段: how far a docket reaches: to whoever owes something on it still, or else to the last day that anything was due,
// done or happened.
struct Reach {
  std::optional<Day> until;        // nothing while something is owed
  std::vector<std::string> owing;  // units, each once
  bool operator==(const Reach&) const = default;
};

Reach reach_of(const DutiesRow& row);

// The bytes of a row; the same row always gives the same bytes. Reading throws Fault::damaged.
std::string bytes_of(const Reach& row);
Reach parse_reach(std::string_view bytes);

}  // namespace ducha::projections
