// The reports: queries over the books that answer with values.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "projections/books.h"
#include "projections/report.h"

namespace ducha::reports {

// Only what concerns these; an empty member concerns everything.
struct Filter {
  std::string unit;    // a unit's code
  std::string leader;  // 分管区领导, a post
  std::string docket;
};

// 逾期清单. With `within` also what falls due up to and including that day.
Report overdue(const projections::Books& books, const Filter& filter, std::optional<Day> within);

// 责任清单: every duty.
Report duties(const projections::Books& books, const Filter& filter);

// 单位履责情况 over the due days from..to: by unit and role, with counts, rate and score.
Report standing(const projections::Books& books, Day from, Day to, const Filter& filter);

// 督查台账: every docket.
Report cards(const projections::Books& books, const Filter& filter);

}  // namespace ducha::reports
