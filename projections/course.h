// 经过: of each docket, where its entries lie in the log and on which days happened what they say. It tells which
// dockets were not yet, on a past day, what they are now, and which entries that day is folded from.
//
//   first 4, last 4    the days between which anything happened, whatever of it counts
//   seq 8              its last entry
//   began 4            the day of its first entry
//   of each entry two numbers, seven bits a byte, the lowest first:
//     how far behind the one before it lies; of the first, where it lies
//     one more than twice its days since `began`, for a day before that twice the days before; 0: no day (below)
//
// A correction takes away what it corrects whatever the day that is looked at, so that its own day is none here.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "ledger/base/day.h"
#include "ledger/base/id.h"
#include "ledger/follower.h"

namespace ducha::projections {

class Course {
 public:
  Course() = default;
  // Goes on behind what is stored; anew behind what is no course, which `verify` tells of: a view never refuses.
  explicit Course(std::string_view row);

  // The entries of the docket, in the order of the log; `on` may be `on_any_day`.
  void add(Seq seq, Day on);
  std::string bytes() const;
  // All of its entries, in the order of the log.
  std::vector<Seq> entries() const;

 private:
  Day first_, last_, began_;
  Seq last_entry_ = 0;
  bool begun_ = false;
  std::string entries_;
};

// Whether all of it is in sight: it happened by `on` and was recorded by `last`. Throws Fault::damaged.
bool in_sight(std::string_view course, Day on, Seq last);
// Whether none of it is: everything happened after `on` or was recorded after `last`.
bool out_of_sight(std::string_view course, Day on, Seq last);
// Those of its entries that are in sight, in the order of the log.
std::vector<Seq> entries_in_sight(std::string_view course, Day on, Seq last);

}  // namespace ducha::projections
