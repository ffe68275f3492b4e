// What `check` finds on dockets: each by itself, and against one another.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "projections/books.h"
#include "projections/reports/check.h"

namespace ducha::reports {

// What is kept of a docket to compare it with others.
struct Seen {
  std::string code, title, decision, lead, parent;
  std::optional<Day> due;
  bool ended = false;
  std::optional<Day> ended_on;
  Day opened_on;
};

// `posts`: all there are, in their order.
Seen look_at(const domain::Docket& docket, const projections::Books& books, const std::vector<std::string>& posts,
             std::vector<Finding>& found);
// Parents and parts, and dockets that seem to be one matter.
void compare(const std::vector<Seen>& dockets, std::vector<Finding>& found);

}  // namespace ducha::reports
