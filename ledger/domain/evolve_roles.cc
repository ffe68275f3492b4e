#include <algorithm>

#include "ledger/domain/clock.h"
#include "ledger/domain/take.h"

namespace ducha::domain {
namespace {

// A unit that stays takes the day given if the handover comes on or before its own due day (Art. 20).
void take_given(Tenure& tenure, const Docket::Terms& terms) {
  if (!terms.due) return;
  if (!tenure.completion) {
    tenure.completion = begin(*terms.due, terms.due_limit, terms.on);
  } else if (terms.on <= tenure.completion->due) {
    move(*tenure.completion, *terms.due);
    tenure.completion->limit = terms.due_limit;
    tenure.completion->start = terms.on;
    tenure.completion->stood = 0;
    tenure.completion->by_limit = terms.due_limit.has_value();
  }
}

void label(Tenure& tenure, Day on, Role role) {
  if (tenure.role() != role) tenure.labels.push_back({on, role});
}

// The docket's own clock as a unit finds it that joins now: the present day is its first.
Clock as_found(const Clock& clock) {
  auto found = clock;
  found.first = clock.due;
  found.had = {clock.due};
  return found;
}

// Days still to come that the unit had answered in the role it moves from: the answer is the unit's, whatever its role.
std::map<Day, Day> still_to_come(const Tenure& left, Day on) {
  return {left.answers.upper_bound(on), left.answers.end()};
}

// `left` is the tenure of the other role that the unit comes straight from, or null.
void begin_tenure(Docket& docket, const UnitAssigned& fact, const Tenure* left) {
  const auto& terms = docket.terms;
  Tenure tenure;
  tenure.unit = fact.unit;
  tenure.led = leads(fact.role);
  tenure.labels = {{terms.on, fact.role}};
  tenure.from = terms.on;
  tenure.continues = left != nullptr;
  if (left) tenure.answers = still_to_come(*left, terms.on);
  tenure.added = terms.reassigned;
  tenure.acceptance = begin(terms.accept_by, terms.accept_limit, terms.on);
  if (tenure.led) {
    if (terms.due)
      tenure.completion = begin(*terms.due, terms.due_limit, terms.on);
    else if (docket.due)
      tenure.completion = as_found(*docket.due);
  } else if (terms.part_by) {
    tenure.part = begin(*terms.part_by, terms.part_limit, terms.on);
  }
  docket.tenures.push_back(std::move(tenure));
}

// The tenure by which a unit takes the place of the one merged into it: what was done stays with that one, but for
// answers to feedback days still to come, which only the heir will owe.
Tenure heir_of(const Tenure& merged, std::string_view into, Day on) {
  Tenure heir = merged;
  heir.unit = into;
  heir.continues = false;
  heir.answers = still_to_come(merged, on - 1);
  for (const auto& [day, answered] : merged.answers)
    if (day < on) heir.spared.insert(day);
  heir.acceptance.elsewhere = heir.acceptance.done.has_value();
  if (heir.part) heir.part->elsewhere = heir.part->done.has_value();
  if (heir.completion) heir.completion->elsewhere = heir.completion->done.has_value();
  return heir;
}

// 容错 goes with the duty it is about: what the unit was exempted from does not come back with the one it is part of
// now. Where that one is on the docket already, its own acceptance, feedback and part are not meant.
void exempt_heir(Docket& docket, const UnitMerged& fact) {
  const bool moves = active(docket, fact.unit) != nullptr;
  const bool there = active(docket, fact.into) != nullptr;
  const auto known = docket.exemptions;
  for (const Exemption& each : known)
    if (each.unit == fact.unit &&
        (each.kind == DutyKind::rectification || (moves && (!there || each.kind == DutyKind::completion))))
      docket.exemptions.push_back({each.kind, std::string(fact.into), each.due});
}

// The unit leads or supports already: it goes on as it was, and takes over what it did not owe itself.
void take_over(Tenure& there, const Tenure& merged, Day on) {
  if (merged.part && !merged.part->done && !there.part) there.part = merged.part;
  if (merged.completion && !merged.completion->done && !there.completion) there.completion = merged.completion;
  if (merged.led && merged.role() < there.role()) label(there, on, merged.role());
}

}  // namespace

void take(Docket& docket, Day on, const DocketAssigned& fact) {
  docket.assigned = true;
  docket.assigned_on = on;
  docket.cadence = parse_cadence(fact.cadence).value_or(Cadence{});
  docket.terms = {};
  docket.terms.on = on;
  docket.terms.accept_by = {fact.accept_by.value_or(on), fact.accept_provisional};
  docket.terms.accept_limit = counted_limit(fact.accept_limit);
  if (fact.part_by) {
    docket.terms.part_by = DueDay{*fact.part_by, fact.part_provisional};
    docket.terms.part_limit = counted_limit(fact.part_limit);
  }
  if (fact.due) {
    docket.terms.due = DueDay{*fact.due, fact.provisional};
    docket.terms.due_limit = counted_limit(fact.limit);
    set_due(docket, on, *docket.terms.due, docket.terms.due_limit);
  }
}

void take(Docket& docket, Day on, const DocketReassigned& fact) {
  docket.terms = {};
  docket.terms.on = on;
  docket.terms.reassigned = true;
  docket.terms.accept_by = {fact.accept_by.value_or(on), fact.accept_provisional};
  docket.terms.accept_limit = counted_limit(fact.accept_limit);
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
    docket.terms.due_limit = counted_limit(fact.limit);
    set_due(docket, on, *docket.terms.due, docket.terms.due_limit);
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
    if (!leads(fact.role)) return begin_tenure(docket, fact, &tenure);
    tenure.to.reset();
    label(tenure, on, fact.role);
    return take_given(tenure, docket.terms);
  }
  Tenure* tenure = active(docket, fact.unit);
  if (!tenure) return begin_tenure(docket, fact, nullptr);
  if (tenure->led) {
    // Named twice, a unit keeps the stronger role.
    if (fact.role < tenure->role()) label(*tenure, on, fact.role);
    return;
  }
  if (!leads(fact.role)) return;
  tenure->to = on;
  begin_tenure(docket, fact, tenure);
}

void take(Docket& docket, Day, const VagueUnitNamed& fact) { docket.vague.emplace_back(fact.written, fact.role); }

void take(Docket& docket, Day on, const UnitRemoved& fact) {
  if (Tenure* tenure = active(docket, fact.unit)) tenure->to = on;
}

void take(Docket& docket, Day on, const UnitMerged& fact) {
  exempt_heir(docket, fact);
  for (Conclusion& conclusion : docket.conclusions)
    if (conclusion.unit == fact.unit && !(conclusion.rectify && conclusion.rectify->done)) conclusion.unit = fact.into;
  Tenure* merged = active(docket, fact.unit);
  if (!merged) return;
  merged->to = on;
  merged->merged = true;
  Tenure* there = active(docket, fact.into);
  if (there && (there->led || !merged->led)) {
    take_over(*there, *merged, on);
    std::erase_if(docket.objections, [&](const auto& objection) { return objection.first == fact.unit; });
    return;
  }
  auto heir = heir_of(*merged, fact.into, on);
  heir.to.reset();
  heir.merged = false;
  if (there) {
    heir.continues = true;
    for (const auto& [day, answered] : still_to_come(*there, on - 1)) {
      const auto first = heir.answers.emplace(day, answered).first;
      first->second = std::min(first->second, answered);
    }
    if (docket.cadence)
      for (Day day = next_after(docket.cadence, heir.from); day < on; day = next_after(docket.cadence, day))
        if (feedback_owed(docket, *there, day)) heir.spared.insert(day);
    there->to = on;
  }
  docket.tenures.push_back(std::move(heir));
  for (auto& [unit, tenure] : docket.objections)
    if (unit == fact.unit) unit = fact.into, tenure = docket.tenures.size() - 1;
}

void take(Docket& docket, Day on, const RoleObjected& fact) {
  const Tenure* tenure = active(docket, fact.unit);
  if (!tenure) return;
  docket.objections.emplace_back(fact.unit, static_cast<std::size_t>(tenure - docket.tenures.data()));
  docket.happenings.push_back(
      {Happening::Kind::objection, on, std::string(fact.unit), tenure->led, 0, std::string(fact.reason)});
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

}  // namespace ducha::domain
