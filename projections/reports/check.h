// 打印前的检查: what an office would want to know before it prints, found in the books.

#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "projections/books.h"
#include "projections/report.h"
#include "projections/views.h"

namespace ducha::reports {

// In the order they are listed.
enum class Problem : std::uint8_t {
  views_differ,        // the views do not hold what the entries give
  no_lead,             // assigned, and nobody leads (an upheld objection, a vague unit)
  unit_retired,        // a unit that is none any more holds a role
  no_due,              // assigned without a due day
  unit_unnamed,        // a vague unit was never named
  post_unknown,        // the leader is a post nobody defined
  no_leader,           // no post answers for the docket, though portfolios are kept (Art. 7)
  duplicate,           // two dockets seem to be one matter (《政府督查工作条例》 15)
  parent_ended,        // the parent has ended and this part has not (Art. 21)
  child_after_parent,  // the part is due after the whole
  due_provisional,     // open due days counted into a year without a calendar
  objection_open,      // an objection waits to be settled
  extension_open,      // an extension waits to be granted or denied
  contest_open,        // a contested conclusion waits for its ruling (《政府督查工作条例》 17)
  exempts_nothing,     // an exemption that matches no duty (Art. 35)
  steps_missing,       // a major decision lacks steps (Arts. 16-19)
  not_published,       // a decision that is to be published was not (Arts. 28, 30)
  near_empty,          // the file holds hardly anything; the last: `problem_count` is counted from it
};
inline constexpr std::size_t problem_count = static_cast<std::size_t>(Problem::near_empty) + 1;
std::string_view name_of(Problem problem);

struct Finding {
  Problem problem;
  std::string docket, unit, decision;  // what it is about: the unit by its code; empty when it is not about one
  std::vector<std::string> details;    // what the sentence names: days, dockets, units, steps; see check_texts.h
  bool operator==(const Finding&) const = default;
};

// What the books show, ordered by problem, docket, unit, decision. `differences` is what was found different between
// the views and the entries. Folds every docket from its entries.
std::vector<Finding> findings(const projections::Books& books, const std::vector<projections::ViewDamage>& differences);

// A finding in words: what is so, and what to do.
struct Worded {
  std::string what, remedy;
};
Report check(const projections::Books& books, const std::vector<Finding>& findings,
             const std::function<Worded(const Finding&)>& word);

}  // namespace ducha::reports
