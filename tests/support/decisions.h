// The decisions a year's dockets come from: every source, with its meeting, number and document.

#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "tests/support/life.h"

namespace ducha::support {

inline constexpr std::size_t source_count = 15;

class Decisions {
 public:
  explicit Decisions(std::uint64_t seed) : chance_(seed, 0) {}

  // One more, made on that day; on every year's first day the numbers begin anew.
  Command next(Day on, const Habits& habits);
  // The number of the last one.
  const std::string& number() const { return number_; }

 private:
  Chance chance_;
  int year_ = 0;
  std::size_t made_ = 0;  // this year
  std::array<int, source_count> of_source_{};
  std::string number_;
};

}  // namespace ducha::support
