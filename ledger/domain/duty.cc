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

bool excused(const Docket& docket, DutyKind kind, std::string_view unit, const Clock& clock) {
  return std::any_of(clock.had.begin(), clock.had.end(), [&](Day day) { return docket.exempted(kind, unit, day); });
}

void add(Dues& into, const Docket& docket, const Tenure& tenure, DutyKind kind, const Clock& clock, Day first,
         std::optional<Day> over) {
  if (clock.elsewhere || (tenure.merged && !clock.done)) return;
  std::optional<Fate> fate;
  if (excused(docket, kind, tenure.unit, clock))
    fate = Fate::excused;
  else if (kind == DutyKind::completion && tenure.failed)
    fate = Fate::missed;
  else
    fate = fate_of(tenure, clock.due, clock.done, over);
  if (!fate) return;
  // A report that stood when the docket was closed as not done keeps its day; only what is excused shows none.
  const auto done = *fate == Fate::excused ? std::nullopt : clock.done;
  into.dues.push_back({kind, tenure.unit, tenure.role_on(clock.due), clock.due, first, done, clock.provisional, *fate});
}

// 整改 outlives role and docket, until it is done or its conclusion revoked.
void add(Dues& into, const Docket& docket, const Conclusion& conclusion) {
  const auto& clock = *conclusion.rectify;
  Fate fate = Fate::open;
  if (excused(docket, DutyKind::rectification, conclusion.unit, clock))
    fate = Fate::excused;
  else if (clock.done)
    fate = Fate::done;
  else if (conclusion.ruled == Ruling::revoked)
    return;
  into.dues.push_back({DutyKind::rectification, conclusion.unit, conclusion.role, clock.due, clock.first,
                       fate == Fate::done ? clock.done : std::nullopt, clock.provisional, fate});
}

bool closed_excuse(const Docket& docket, std::string_view unit, Day day) {
  return docket.feedback_excused(unit, day, day - 1);
}

void add_feedback(Dues& into, const Docket& docket, const Tenure& tenure) {
  // Days up to the last fact (or an early answer) are settled one by one; after that the cadence runs on.
  Day upto = docket.last_on;
  if (!tenure.answers.empty()) upto = std::max(upto, tenure.answers.rbegin()->first);
  if (tenure.to) upto = std::min(upto, *tenure.to - 1);
  for (Day day = next_after(docket.cadence, tenure.from); day <= upto; day = next_after(docket.cadence, day)) {
    if (!feedback_owed(docket, tenure, day)) continue;
    const auto answer = tenure.answers.find(day);
    auto done = answer == tenure.answers.end() ? std::nullopt : std::optional(answer->second);
    auto fate = fate_of(tenure, day, done, docket.finished);
    // A suspension that still lasts excuses too: `as_seen` sees to that.
    if (closed_excuse(docket, tenure.unit, day)) fate = Fate::excused, done.reset();
    if (!fate) continue;
    into.dues.push_back({DutyKind::feedback, tenure.unit, tenure.role_on(day), day, day, done, false, *fate});
  }
  if (!tenure.active() || docket.finished) return;
  Running running{tenure.unit, tenure.role(), docket.cadence, std::max(upto, tenure.from), {}};
  for (const Exemption& each : docket.exemptions)
    if (each.kind == DutyKind::feedback && each.unit == tenure.unit && each.due > running.after)
      running.excused.push_back(each.due);
  into.running.push_back(std::move(running));
}

// What the day of asking has a say in.
struct Seen {
  Day due;
  std::optional<Day> done;
  Fate fate;
};

DutyState state_on(const Seen& seen, Day on) {
  switch (seen.fate) {
    case Fate::excused:
      return DutyState::excused;
    case Fate::missed:
      return DutyState::missed;
    case Fate::done:
      return *seen.done <= seen.due ? DutyState::on_time : DutyState::late;
    case Fate::open:
      break;
  }
  if (on < seen.due) return DutyState::pending;
  return on == seen.due ? DutyState::due_today : DutyState::overdue;
}

// While the clock stands, what would fall due moves on with the day of asking, and a feedback day is excused.
Seen as_seen(const Due& due, std::optional<Day> suspended, Day on) {
  const Seen seen{due.due, due.done, due.fate};
  if (!suspended || on < *suspended || due.due < *suspended || due.kind == DutyKind::rectification) return seen;
  if (due.kind == DutyKind::feedback) return {due.due, std::nullopt, Fate::excused};
  return {due.due + (on - *suspended + 1), seen.done, seen.fate};
}

}  // namespace

Dues dues_of(const Docket& docket) {
  Dues dues;
  dues.suspended = docket.suspended;
  // 办结 was over only when the docket was merged into another or withdrawn; reporting it is what completes it.
  auto over = docket.withdrawn;
  if (docket.closed && docket.closed->result == CloseResult::merged) over = docket.closed->on;
  for (const Tenure& tenure : docket.tenures) {
    add(dues, docket, tenure, DutyKind::acceptance, tenure.acceptance, tenure.acceptance.first, docket.finished);
    if (tenure.part) add(dues, docket, tenure, DutyKind::part, *tenure.part, tenure.part->first, docket.finished);
    if (tenure.completion)
      add(dues, docket, tenure, DutyKind::completion, *tenure.completion, docket.dues.front(), over);
    if (docket.cadence) add_feedback(dues, docket, tenure);
  }
  for (const Conclusion& conclusion : docket.conclusions)
    if (conclusion.rectify) add(dues, docket, conclusion);
  return dues;
}

bool excuses_any(const Docket& docket, const Exemption& exemption) {
  const auto had = [&](const Clock& clock) {
    return std::find(clock.had.begin(), clock.had.end(), exemption.due) != clock.had.end();
  };
  for (const Tenure& tenure : docket.tenures) {
    if (tenure.unit != exemption.unit) {
      // 合并: what a merged unit was exempted from stands for the unit it is part of, which need not owe it itself.
      if (tenure.merged && docket.exempted(exemption.kind, tenure.unit, exemption.due) &&
          excuses_any(docket, {exemption.kind, tenure.unit, exemption.due}))
        return true;
      continue;
    }
    switch (exemption.kind) {
      case DutyKind::acceptance:
        if (had(tenure.acceptance)) return true;
        break;
      case DutyKind::part:
        if (tenure.part && had(*tenure.part)) return true;
        break;
      case DutyKind::completion:
        if (tenure.completion && had(*tenure.completion)) return true;
        break;
      case DutyKind::feedback:
        if (!docket.cadence) break;
        if (feedback_owed(docket, tenure, exemption.due)) return true;
        // Its open days have passed to the unit it is part of.
        if (tenure.merged && exemption.due > tenure.from && falls_on(docket.cadence, exemption.due)) return true;
        break;
      case DutyKind::rectification:
        break;
    }
  }
  const bool merged = std::any_of(docket.tenures.begin(), docket.tenures.end(),
                                  [&](const Tenure& tenure) { return tenure.merged && tenure.unit == exemption.unit; });
  return exemption.kind == DutyKind::rectification &&
         std::any_of(docket.conclusions.begin(), docket.conclusions.end(), [&](const Conclusion& each) {
           return each.rectify && had(*each.rectify) &&
                  (each.unit == exemption.unit ||
                   (merged && docket.exempted(exemption.kind, each.unit, exemption.due)));
         });
}

void each_duty(const Dues& dues, Day on, const std::function<void(const Duty&)>& visit) {
  const auto tell = [&](const Due& known) {
    const auto seen = as_seen(known, dues.suspended, on);
    const auto state = state_on(seen, on);
    int days = 0;
    if (state == DutyState::overdue) days = on - seen.due;
    if (state == DutyState::late) days = *seen.done - seen.due;
    visit({known.kind, known.unit, known.role, seen.due, known.first, seen.done, state, days, known.provisional});
  };
  for (const Due& due : dues.dues) tell(due);
  for (const Running& running : dues.running) {
    Due due{DutyKind::feedback, running.unit, running.role, {}, {}, {}, false, Fate::open};
    for (Day after = running.after; after <= on;) {
      after = next_after(running.cadence, after);
      const bool excused = std::find(running.excused.begin(), running.excused.end(), after) != running.excused.end();
      due.due = due.first = after;
      due.fate = excused ? Fate::excused : Fate::open;
      tell(due);
    }
  }
}

std::vector<Duty> duties_on(const Dues& dues, Day on) {
  std::vector<Duty> duties;
  duties.reserve(dues.dues.size() + dues.running.size());
  each_duty(dues, on, [&](const Duty& duty) { duties.push_back(duty); });
  std::sort(duties.begin(), duties.end(), [](const Duty& a, const Duty& b) {
    return std::forward_as_tuple(a.due, a.unit, name_of(a.kind), name_of(a.role)) <
           std::forward_as_tuple(b.due, b.unit, name_of(b.kind), name_of(b.role));
  });
  return duties;
}

}  // namespace ducha::domain
