// The state of every duty of a docket on a day: the table of the contract, line by line.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tests/model/course.h"

namespace ducha::model {

struct Duty {
  std::string kind, unit;
  Role role;
  Day due, original;
  bool provisional;
  std::optional<Day> done;
  std::string state;
  int days;
};

// Those that are listed, in no particular order. The course has been walked up to that day.
std::vector<Duty> duties_on(const Course& course, Day on);

}  // namespace ducha::model
