#include "ledger/domain/docket.h"

#include <algorithm>
#include <cassert>

#include "ledger/domain/feedback.h"

namespace ducha::domain {

Role Tenure::role_on(Day day) const {
  const auto after = std::find_if(labels.begin(), labels.end(), [&](const Label& label) { return label.from > day; });
  return after == labels.begin() ? labels.front().role : std::prev(after)->role;
}

const Tenure* Docket::tenure_of(std::string_view unit) const {
  const auto found = std::find_if(tenures.rbegin(), tenures.rend(),
                                  [&](const Tenure& tenure) { return tenure.unit == unit && tenure.active(); });
  return found == tenures.rend() ? nullptr : &*found;
}

bool Docket::has_lead() const {
  return std::any_of(tenures.begin(), tenures.end(),
                     [](const Tenure& tenure) { return tenure.active() && tenure.role() == Role::lead; });
}

bool feedback_owed(const Docket& docket, const Tenure& tenure, Day day) {
  if (!falls_on(docket.cadence, day) || day <= tenure.from || (tenure.to && day >= *tenure.to)) return false;
  if (docket.finished && day >= *docket.finished) return false;
  return std::none_of(docket.pauses.begin(), docket.pauses.end(),
                      [&](const Span& pause) { return pause.from <= day && day < pause.to; });
}

namespace {

Tenure* active(Docket& docket, std::string_view unit) { return const_cast<Tenure*>(docket.tenure_of(unit)); }

template <class Visit>
void each_leading(Docket& docket, Visit visit) {
  for (Tenure& tenure : docket.tenures)
    if (tenure.active() && tenure.led) visit(tenure);
}

Clock begin(DueDay due) { return {due.day, due.provisional, due.day, {}}; }

void move(Clock& clock, DueDay to) {
  clock.due = to.day;
  clock.provisional = to.provisional;
}

// 改派 Art. 20: a unit that stays takes the day given if the handover comes on or before its own due day.
void take_given(Tenure& tenure, const Docket::Terms& terms) {
  if (!terms.due) return;
  if (!tenure.completion)
    tenure.completion = begin(*terms.due);
  else if (terms.on <= tenure.completion->due)
    move(*tenure.completion, *terms.due);
}

void label(Tenure& tenure, Day on, Role role) {
  if (tenure.role() != role) tenure.labels.push_back({on, role});
}

void begin_tenure(Docket& docket, const UnitAssigned& fact, bool continues) {
  const auto& terms = docket.terms;
  Tenure tenure;
  tenure.unit = fact.unit;
  tenure.led = leads(fact.role);
  tenure.labels = {{terms.on, fact.role}};
  tenure.from = terms.on;
  tenure.continues = continues;
  tenure.acceptance = begin(terms.accept_by);
  if (tenure.led) {
    if (terms.due)
      tenure.completion = begin(*terms.due);
    else if (docket.due)
      tenure.completion = begin({docket.due->due, docket.due->provisional});
  } else if (terms.part_by) {
    tenure.part = begin(*terms.part_by);
  }
  docket.tenures.push_back(std::move(tenure));
}

void set_due(Docket& docket, Day on, DueDay due, std::string_view limit) {
  if (docket.due)
    move(*docket.due, due);
  else
    docket.due = begin(due);
  docket.chase.reset();
  docket.dues.push_back(due.day);
  const auto told = parse_limit(limit);
  docket.limit = told && told->kind != Limit::Kind::date ? told : std::nullopt;
  docket.limit_start = on;
}

// What was finished goes on: by a return, the report that stood no longer completes.
void unfinish(Docket& docket, Day on) {
  if (docket.finished && *docket.finished < on) docket.pauses.push_back({*docket.finished, on});
  docket.finished.reset();
  docket.reported.reset();
  for (Tenure& tenure : docket.tenures)
    if (tenure.completion) tenure.completion->done.reset();
}

void take(Docket& docket, Day on, const DocketOpened& fact) {
  docket.opened = true;
  docket.opened_on = on;
  docket.code = fact.docket;
  docket.title = fact.title;
  docket.decision = fact.decision;
  docket.category = fact.category;
  docket.kind = fact.kind;
  docket.requirement = fact.requirement;
  docket.leader = fact.leader;
  docket.parent = fact.parent;
}

void take(Docket& docket, Day on, const DocketAssigned& fact) {
  docket.assigned = true;
  docket.assigned_on = on;
  docket.cadence = parse_cadence(fact.cadence).value_or(Cadence{});
  docket.terms = {};
  docket.terms.on = on;
  docket.terms.accept_by = {fact.accept_by.value_or(on), fact.accept_provisional};
  if (fact.part_by) docket.terms.part_by = DueDay{*fact.part_by, fact.part_provisional};
  if (fact.due) {
    docket.terms.due = DueDay{*fact.due, fact.provisional};
    set_due(docket, on, *docket.terms.due, fact.limit);
  }
}

void take(Docket& docket, Day on, const DocketReassigned& fact) {
  docket.terms = {};
  docket.terms.on = on;
  docket.terms.reassigned = true;
  docket.terms.accept_by = {fact.accept_by.value_or(on), fact.accept_provisional};
  for (std::size_t i = 0; i < docket.tenures.size(); ++i) {
    Tenure& tenure = docket.tenures[i];
    if (!tenure.active() || !tenure.led) continue;
    if (tenure.role() == Role::lead ? fact.lead_given : fact.joint_given) {
      tenure.to = on;
      docket.terms.left.push_back(i);
    }
  }
  if (fact.due) {
    docket.terms.due = DueDay{*fact.due, fact.provisional};
    set_due(docket, on, *docket.terms.due, fact.limit);
    each_leading(docket, [&](Tenure& tenure) { take_given(tenure, docket.terms); });
  }
}

void take(Docket& docket, Day on, const UnitAssigned& fact) {
  auto& left = docket.terms.left;
  const auto back =
      std::find_if(left.begin(), left.end(), [&](std::size_t i) { return docket.tenures[i].unit == fact.unit; });
  if (back != left.end()) {
    Tenure& tenure = docket.tenures[*back];
    left.erase(back);
    if (!leads(fact.role)) return begin_tenure(docket, fact, true);
    tenure.to.reset();
    label(tenure, on, fact.role);
    return take_given(tenure, docket.terms);
  }
  Tenure* tenure = active(docket, fact.unit);
  if (!tenure) return begin_tenure(docket, fact, false);
  if (tenure->led) {
    // Named twice, a unit keeps the stronger role.
    if (fact.role < tenure->role()) label(*tenure, on, fact.role);
    return;
  }
  if (!leads(fact.role)) return;
  tenure->to = on;
  begin_tenure(docket, fact, true);
}

void take(Docket& docket, Day, const VagueUnitNamed& fact) { docket.vague.emplace_back(fact.written, fact.role); }

void take(Docket& docket, Day on, const UnitRemoved& fact) {
  if (Tenure* tenure = active(docket, fact.unit)) tenure->to = on;
}

void take(Docket& docket, Day on, const RoleAccepted& fact) {
  Tenure* tenure = active(docket, fact.unit);
  if (tenure && !tenure->acceptance.done) tenure->acceptance.done = on;
}

void take(Docket& docket, Day on, const RoleObjected& fact) {
  const Tenure* tenure = active(docket, fact.unit);
  if (!tenure) return;
  docket.objections.emplace_back(fact.unit, static_cast<std::size_t>(tenure - docket.tenures.data()));
  docket.happenings.push_back({Happening::Kind::objection, on, std::string(fact.unit), tenure->led});
}

void take(Docket& docket, Day on, const ObjectionSettled& fact) {
  const auto of_unit = [&](const auto& objection) { return objection.first == fact.unit; };
  if (fact.outcome == Outcome::upheld) {
    const auto objection = std::find_if(docket.objections.begin(), docket.objections.end(), of_unit);
    Tenure* tenure = active(docket, fact.unit);
    if (tenure) tenure->to = on;
    if (!tenure && objection != docket.objections.end()) tenure = &docket.tenures[objection->second];
    if (tenure) tenure->upheld = true;
  }
  std::erase_if(docket.objections, of_unit);
}

void take(Docket& docket, Day on, const FeedbackGiven& fact) {
  docket.last_feedback = fact.text;
  docket.last_feedback_on = on;
  Tenure* tenure = active(docket, fact.unit);
  if (tenure && tenure->led && fact.progress >= 0) docket.progress = fact.progress;
  const auto answered = day_answered(docket, fact.unit, on, fact.period);
  if (!answered) return;
  for (Tenure& each : docket.tenures)
    if (each.unit == fact.unit && feedback_owed(docket, each, *answered)) each.answers.emplace(*answered, on);
}

void take(Docket& docket, Day on, const PartContributed& fact) {
  const auto last = std::find_if(docket.tenures.rbegin(), docket.tenures.rend(),
                                 [&](const Tenure& tenure) { return tenure.unit == fact.unit && tenure.part; });
  if (last != docket.tenures.rend() && !last->part->done) last->part->done = on;
}

void take(Docket& docket, Day on, const UnitUrged& fact) {
  const Tenure* tenure = active(docket, fact.unit);
  docket.happenings.push_back({Happening::Kind::urge, on, std::string(fact.unit), tenure && tenure->led});
}

void take(Docket& docket, Day on, const ExtensionRequested& fact) {
  docket.request = Docket::Request{on, std::string(fact.unit), fact.to, fact.provisional};
}

void take(Docket& docket, Day on, const ExtensionGranted& fact) {
  const Day asked = docket.request ? docket.request->on : on;
  const DueDay to{fact.to, fact.provisional};
  each_leading(docket, [&](Tenure& tenure) {
    if (tenure.completion && asked <= tenure.completion->due) move(*tenure.completion, to);
    docket.happenings.push_back({Happening::Kind::extension, on, tenure.unit, true});
  });
  if (docket.due && asked <= docket.due->due) {
    move(*docket.due, to);
    docket.chase.reset();
  } else {
    docket.chase = to.day;
  }
  docket.dues.push_back(to.day);
  docket.request.reset();
}

void take(Docket& docket, Day, const ExtensionDenied&) { docket.request.reset(); }

void take(Docket& docket, Day on, const CompletionReported&) {
  docket.reported = on;
  docket.finished = on;
  each_leading(docket, [&](Tenure& tenure) {
    if (tenure.completion) tenure.completion->done = on;
  });
}

void take(Docket& docket, Day on, const CompletionReturned&) {
  unfinish(docket, on);
  ++docket.returns;
  each_leading(docket, [&](Tenure& tenure) {
    docket.happenings.push_back({Happening::Kind::returned, on, tenure.unit, true, docket.returns});
  });
}

void take(Docket& docket, Day on, const DocketClosed& fact) {
  docket.closed = Docket::Closing{on, fact.result, std::string(fact.into)};
  if (!docket.finished) docket.finished = on;
  each_leading(docket, [&](Tenure& tenure) {
    if (fact.result == CloseResult::not_done) tenure.failed = true;
    if (fact.result == CloseResult::done && !docket.reported && tenure.completion) tenure.completion->done = on;
  });
}

// The office's own facts, and what corrections have already taken out, change no docket.
void take(Docket&, Day, const LedgerStarted&) {}
void take(Docket&, Day, const CalendarAdopted&) {}
void take(Docket&, Day, const RulesAdopted&) {}
void take(Docket&, Day, const UnitRegistered&) {}
void take(Docket&, Day, const UnitAliased&) {}
void take(Docket&, Day, const GroupDefined&) {}
void take(Docket&, Day, const GroupMemberNamed&) {}
void take(Docket&, Day, const DecisionMade&) {}
void take(Docket&, Day, const CommandCorrected&) {}

}  // namespace

void evolve(Docket& docket, Day on, const Fact& fact) {
  std::visit([&](const auto& each) { take(docket, on, each); }, fact);
  docket.last_on = std::max(docket.last_on, on);
}

}  // namespace ducha::domain
