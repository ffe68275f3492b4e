// A made-up district and its year, written as batch lines. The same plan gives the same bytes on any machine.

#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "ledger/base/day.h"

namespace ducha::support {

struct YearPlan {
  std::uint64_t seed = 2022;
  std::size_t dockets = 150;
  Day from, to;               // what is told lies on these days, both included
  bool brief = false;         // few supporters and seldom feedback: about ten commands a docket
  bool wordy = false;         // about 500 bytes a line
  std::size_t lines_max = 0;  // stops after so many lines of the year; 0 for all
};

// About so many commands, ten a docket and 500 bytes a line, up to the day `to`: as many years of at most ten
// thousand dockets as that takes, so that no more than one year's live dockets are ever in memory.
YearPlan plan_of_events(std::size_t events, Day to);

// Gives every line in the order in which it is brought to the ledger, with the day of that; the day on which
// the thing happened may be earlier. Every line is lawful where it stands.
using Line = std::function<void(Day brought, const std::string& json)>;
void write_office(Day on, const Line& line);
void write_year(const YearPlan& plan, const Line& line);

// The whole, office and year, in files: `put` is given the pieces of each in turn. A file a month, JSON Lines
// but for June (CSV with English headers) and July (CSV as Chinese Excel saves it).
using Put = std::function<void(const std::string& file, const std::string& bytes)>;
void write_files(const YearPlan& plan, const Put& put);

}  // namespace ducha::support
