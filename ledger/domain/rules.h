// The adopted rule set: limits that are counted, and what a fault costs.
//
// The figures are the product's own defaults (no published rule gives a ratio of lead to supporting), and
// every report that uses them says so by naming the edition.

#pragma once

#include <cstdint>
#include <string_view>

#include "ledger/domain/deadline.h"
#include "ledger/domain/words.h"

namespace ducha::domain {

// Points are held in thousandths, so that sums are exact.
struct Rules {
  std::string_view edition = "gulou-2022";
  Limit accept_within{Limit::Kind::workdays, 1, {}};
  Limit yellow_within{Limit::Kind::workdays, 3, {}};
  std::int64_t late_acceptance = 100;
  std::int64_t missed_acceptance = 100;
  std::int64_t late_feedback = 500;
  std::int64_t missed_feedback = 2000;
  std::int64_t late_result = 2000;  // completion or part
  std::int64_t missed_result = 3000;
  std::int64_t returned = 200;
  std::int64_t returned_again = 500;  // the third return of a docket and further ones
  std::int64_t lead_weight = 1000;
  std::int64_t supporting_weight = 500;
};

// What a duty in this state costs, before the role's weight.
constexpr std::int64_t deduction(const Rules& rules, DutyKind kind, DutyState state) {
  const bool late = state == DutyState::late;
  if (!late && state != DutyState::missed && state != DutyState::overdue) return 0;
  switch (kind) {
    case DutyKind::acceptance:
      return late ? rules.late_acceptance : rules.missed_acceptance;
    case DutyKind::feedback:
      return late ? rules.late_feedback : rules.missed_feedback;
    case DutyKind::part:
    case DutyKind::completion:
      return late ? rules.late_result : rules.missed_result;
  }
  return 0;
}

// The default set as text, kept in the log when it is adopted.
inline constexpr std::string_view default_rules_text = R"(edition = "gulou-2022"
[limits]
accept_within = "1wd"
yellow_within = "3wd"
[deductions]
late_acceptance = 0.1
missed_acceptance = 0.1
late_feedback = 0.5
missed_feedback = 2.0
late_completion = 2.0
late_part = 2.0
missed_completion = 3.0
missed_part = 3.0
return = 0.2
return_from_third = 0.5
[weights]
lead = 1.0
supporting = 0.5
)";

}  // namespace ducha::domain
