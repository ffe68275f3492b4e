#include "ledger/domain/duty.h"

#include <algorithm>
#include <tuple>

namespace ducha::domain {
namespace {

using Fate = Due::Fate;

// What became of a duty that is owed until `until` (the day its owner's role, or the docket, was over):
// nothing when it is void.
std::optional<Fate> fate_of(const Tenure& tenure, Day due, std::optional<Day> done, std::optional<Day> over) {
  if (done) return Fate::done;
  if (tenure.upheld) return {};
  const auto until = !tenure.to ? over : !over ? tenure.to : std::optional(std::min(*tenure.to, *over));
  if (!until) return Fate::open;
  if (*until <= due) return {};
  return Fate::missed;
}

void add(Dues& into, const Tenure& tenure, DutyKind kind, const Clock& clock, Day first, std::optional<Day> over) {
  std::optional<Fate> fate;
  if (kind == DutyKind::completion && tenure.failed)
    fate = Fate::missed;
  else
    fate = fate_of(tenure, clock.due, clock.done, over);
  if (!fate) return;
  const auto done = *fate == Fate::done ? clock.done : std::nullopt;
  into.dues.push_back({kind, tenure.unit, tenure.role_on(clock.due), clock.due, first, done, clock.provisional, *fate});
}

void add_feedback(Dues& into, const Docket& docket, const Tenure& tenure) {
  // Days up to the last fact (or an early answer) are settled one by one; after that the cadence runs on.
  Day upto = docket.last_on;
  if (!tenure.answers.empty()) upto = std::max(upto, tenure.answers.rbegin()->first);
  if (tenure.to) upto = std::min(upto, *tenure.to - 1);
  for (Day day = next_after(docket.cadence, tenure.from); day <= upto; day = next_after(docket.cadence, day)) {
    if (!feedback_owed(docket, tenure, day)) continue;
    const auto answer = tenure.answers.find(day);
    const auto done = answer == tenure.answers.end() ? std::nullopt : std::optional(answer->second);
    const auto fate = fate_of(tenure, day, done, docket.finished);
    if (!fate) continue;
    into.dues.push_back({DutyKind::feedback, tenure.unit, tenure.role_on(day), day, day, done, false, *fate});
  }
  if (tenure.active() && !docket.finished)
    into.running.push_back({tenure.unit, tenure.role(), docket.cadence, std::max(upto, tenure.from)});
}

DutyState state_on(const Due& due, Day on) {
  switch (due.fate) {
    case Fate::excused:
      return DutyState::excused;
    case Fate::missed:
      return DutyState::missed;
    case Fate::done:
      return *due.done <= due.due ? DutyState::on_time : DutyState::late;
    case Fate::open:
      break;
  }
  if (on < due.due) return DutyState::pending;
  return on == due.due ? DutyState::due_today : DutyState::overdue;
}

}  // namespace

Dues dues_of(const Docket& docket) {
  Dues dues;
  // 办结 was over only when the docket was merged into another; reporting it is what completes it.
  const auto merged =
      docket.closed && docket.closed->result == CloseResult::merged ? std::optional(docket.closed->on) : std::nullopt;
  for (const Tenure& tenure : docket.tenures) {
    add(dues, tenure, DutyKind::acceptance, tenure.acceptance, tenure.acceptance.first, docket.finished);
    if (tenure.part) add(dues, tenure, DutyKind::part, *tenure.part, tenure.part->first, docket.finished);
    if (tenure.completion) add(dues, tenure, DutyKind::completion, *tenure.completion, docket.dues.front(), merged);
    if (docket.cadence) add_feedback(dues, docket, tenure);
  }
  return dues;
}

std::vector<Duty> duties_on(const Dues& dues, Day on) {
  std::vector<Duty> duties;
  duties.reserve(dues.dues.size() + dues.running.size());
  const auto list = [&](const Due& due) {
    const auto state = state_on(due, on);
    int days = 0;
    if (state == DutyState::overdue) days = on - due.due;
    if (state == DutyState::late) days = *due.done - due.due;
    duties.push_back({due.kind, due.unit, due.role, due.due, due.first, due.done, state, days, due.provisional});
  };
  for (const Due& due : dues.dues) list(due);
  for (const Running& running : dues.running) {
    for (Day after = running.after; after <= on;) {
      after = next_after(running.cadence, after);
      list({DutyKind::feedback, running.unit, running.role, after, after, {}, false, Fate::open});
    }
  }
  std::sort(duties.begin(), duties.end(), [](const Duty& a, const Duty& b) {
    return std::forward_as_tuple(a.due, a.unit, name_of(a.kind), name_of(a.role)) <
           std::forward_as_tuple(b.due, b.unit, name_of(b.kind), name_of(b.role));
  });
  return duties;
}

}  // namespace ducha::domain
