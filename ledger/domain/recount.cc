#include "ledger/domain/recount.h"

#include <algorithm>

namespace ducha::domain {
namespace {

// Each clock that still runs, with its kind and its unit.
template <class Visit>
void each_open(const Docket& docket, Visit visit) {
  bool led = false;
  if (!docket.finished)
    for (const Tenure& tenure : docket.tenures) {
      if (!tenure.active()) continue;
      led = led || tenure.led;
      if (!tenure.acceptance.done) visit(DutyKind::acceptance, tenure.unit, tenure.acceptance);
      if (tenure.part && !tenure.part->done) visit(DutyKind::part, tenure.unit, *tenure.part);
      if (tenure.completion && !tenure.completion->done) visit(DutyKind::completion, tenure.unit, *tenure.completion);
    }
  if (!docket.finished && !led && docket.due) visit(DutyKind::completion, std::string(), *docket.due);
  for (const Conclusion& conclusion : docket.conclusions)
    if (conclusion.rectify && !conclusion.rectify->done && conclusion.ruled != Ruling::revoked)
      visit(DutyKind::rectification, conclusion.unit, *conclusion.rectify);
}

}  // namespace

std::optional<DueDay> recount(const Clock& clock, const Calendar& calendar) {
  if (!clock.by_limit || !clock.limit) return {};
  auto due = count_from(clock.start, *clock.limit, calendar);
  due.day = due.day + clock.stood;
  return due;
}

std::vector<Move> moves_of(const Docket& docket, const Calendar& calendar) {
  std::vector<Move> moves;
  each_open(docket, [&](DutyKind duty, const std::string& unit, const Clock& clock) {
    const auto now = recount(clock, calendar);
    if (!now || (now->day == clock.due && now->provisional == clock.provisional)) return;
    moves.push_back({duty, unit, clock.due, now->day, now->provisional, clock.start, *clock.limit, clock.stood});
  });
  return moves;
}

bool open_on(const Docket& docket, DutyKind duty, std::string_view unit, Day day) {
  bool found = unit.empty() && duty == DutyKind::completion && docket.due && docket.due->due == day;
  each_open(docket, [&](DutyKind kind, const std::string& owner, const Clock& clock) {
    found = found || (kind == duty && clock.due == day && (unit.empty() || owner == unit));
  });
  return found;
}

}  // namespace ducha::domain
