// 计数与计分: what a unit (or a leader, a source, a category) owed in one role over a period, counted and scored.
//
// Only duties whose assessed due day lies in the period count, and happenings by their own day; lead and joint lead
// count together, supporting apart. Points are exact: millionths, thousandths of a point by thousandths of weight.

#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "ledger/domain/docket.h"
#include "ledger/domain/duty.h"
#include "ledger/domain/rules.h"
#include "projections/report.h"

namespace ducha::reports {

// First and last day, both included.
struct Period {
  Day from, to;
  bool holds(Day day) const { return from <= day && day <= to; }
};

struct Figures {
  std::int64_t on_time = 0, late = 0, missed = 0, overdue = 0, open = 0, excused = 0;
  std::int64_t extensions = 0, returns = 0, urges = 0, objections = 0;
  Counts notices;           // by colour
  Counts rules;             // how often each rule cost points
  std::int64_t points = 0;  // deducted, in millionths

  std::int64_t owed() const { return on_time + late + missed + overdue + open; }
  // What the on-time rate is over.
  std::int64_t settled() const { return on_time + late + missed + overdue; }
  void count(domain::DutyState state);
};

// What one duty or one return cost.
struct Deduction {
  std::string_view rule;    // its name in the rule set; the same one, for ever
  std::int64_t points = 0;  // thousandths, before the weight; 0: it cost nothing
  std::int64_t weight = 0;  // thousandths
  std::int64_t millionths() const { return points * weight; }
};
Deduction deduction_of(const domain::Rules& rules, const domain::Duty& duty);
Deduction deduction_of(const domain::Rules& rules, const domain::Happening& happening);

inline constexpr std::int64_t full_score = 100'000;  // thousandths
// What is left of a full score, in thousandths, rounded half up; may be below 0.
std::int64_t left_of_score(std::int64_t points_in_millionths);

// Empty when nothing was owed.
std::optional<Decimal> score_of(const Figures& figures);
Cell rate_of(const Figures& figures);

// Who is counted, and whether in a lead role: ordered by name, lead before supporting.
struct Counted {
  std::string who;
  bool leads = false;
  friend bool operator<(const Counted& a, const Counted& b) {
    return a.who != b.who ? a.who < b.who : a.leads && !b.leads;
  }
};

class Tally {
 public:
  // `rules` must outlive it.
  Tally(const domain::Rules& rules, Period period) : rules_(rules), period_(period) {}
  Tally(const Tally&) = delete;
  Tally& operator=(const Tally&) = delete;

  void take(const std::string& who, const domain::Duty& duty);
  // Measures (表扬、批评 …) are no figures and leave no row.
  void take(const std::string& who, const domain::Happening& happening);

  const std::map<Counted, Figures>& rows() const { return rows_; }

 private:
  Figures& figures_of(const std::string& who, bool leads);
  void deduct(Figures& figures, const Deduction& deduction);

  const domain::Rules& rules_;
  Period period_;
  std::map<Counted, Figures> rows_;
  // The same, of a supporting role and of a lead one: there are few of them, and very much to count.
  std::unordered_map<std::string, std::array<Figures*, 2>> found_;
};

}  // namespace ducha::reports
