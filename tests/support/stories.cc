#include "tests/support/stories.h"

#include <algorithm>
#include <array>

#include "tests/support/workdays.h"

namespace ducha::support {

std::span<const Story> stories() {
  static constexpr std::array<Story, 27> table{{
      {plain, 36},
      {finished_late, 8},
      {never_finished, 4},
      {long_running, 3},
      {weekly_drive, 4},
      {quick_reply, 5},
      {closed_unreported, 3},
      {extended, 8},
      {extended_twice, 2},
      {asked_too_late, 3},
      {granted_unasked, 1},
      {denied, 3},
      {lead_objected, 2},
      {supporter_objected, 2},
      {objected_in_vain, 2},
      {handed_over, 3},
      {handed_over_overdue, 1},
      {supporters_changed, 2},
      {supporter_leads, 1},
      {returned, 7},
      {returned_twice, 1},
      {not_done, 2},
      {merged, 3},
      {feedback_corrected, 2},
      {urge_corrected, 1},
      {report_corrected, 1},
      {family, 3},
  }};
  return table;
}

Day begin(Life& life, const Deal& deal) {
  life.open();
  const int later = life.chance.between(0, 2);
  const Day assigned = workdays_after(life.matter().opened, later);
  life.assign(assigned, deal);
  return assigned;
}

Day begin(Life& life) {
  const auto deal = life.usual_deal();
  return begin(life, deal);
}

void close_after(Life& life, Day reported) {
  const int days = life.chance.between(1, 8);
  life.close(workdays_after(reported, days));
}

Day in_time(Life& life, Day first) {
  const int before = life.chance.between(0, 9);
  return std::max(workday_from(first + 1), workday_upto(life.target() - before));
}

}  // namespace ducha::support
