// A made-up district and its year, written as batch lines. The same seed gives the same bytes on any machine.

#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "ledger/base/day.h"

namespace ducha::support {

struct YearPlan {
  std::uint64_t seed = 2022;
  std::size_t dockets = 150;
  Day from, to;  // decisions are made on these days, both included
};

// Gives every line in the order of the days, with the day it happened. Every line is lawful where it stands.
using Line = std::function<void(Day on, const std::string& json)>;
void write_office(Day on, const Line& line);
void write_year(const YearPlan& plan, const Line& line);

}  // namespace ducha::support
