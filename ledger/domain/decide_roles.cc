#include <algorithm>

#include "ledger/domain/answers.h"

namespace ducha::domain {
namespace {

// Who is named to what, each unit once, in its strongest role.
class Roster {
 public:
  Roster(const Office& office, Day on) : office_(office), on_(on) {}

  std::optional<No> lead(const std::string& name, Role role) {
    if (const auto* unit = office_.unit(name)) {
      if (unit->ended_on(on_)) return ended(*unit);
      return add(unit->code, role, {});
    }
    if (office_.is_group(name)) return refused(Refusal::group_cannot_lead, name);
    return vague_or_unknown(name, role);
  }
  std::optional<No> supporting(const std::string& name) {
    if (const auto* unit = office_.unit(name)) {
      if (unit->ended_on(on_)) return ended(*unit);
      return add(unit->code, Role::supporting, {});
    }
    if (!office_.is_group(name)) return vague_or_unknown(name, Role::supporting);
    for (const auto& code : office_.expand(name, on_)) add(office_.unit(code)->code, Role::supporting, name);
    return {};
  }
  void write(Facts& into) const {
    for (const auto& named : named_) into.facts.push_back(named);
    for (const auto& each : vague_) into.facts.push_back(each);
    // Recorded late: a unit that has been merged since hands what it is given to the one it is part of now.
    for (const auto& named : named_)
      for (const auto* unit = office_.unit(named.unit); unit && unit->ended && !unit->into.empty();
           unit = office_.unit(unit->into))
        into.later.emplace_back(*unit->ended, UnitMerged{unit->code, office_.unit(unit->into)->code});
  }

 private:
  std::optional<No> ended(const Unit& unit) const {
    std::vector<std::string> successors;
    if (!unit.into.empty()) successors.push_back(office_.name_of(unit.into, on_));
    return refused(Refusal::unit_ended, unit.name_on(on_), std::move(successors));
  }
  std::optional<No> add(std::string_view code, Role role, std::string_view group) {
    const auto known =
        std::find_if(named_.begin(), named_.end(), [&](const UnitAssigned& named) { return named.unit == code; });
    if (known == named_.end())
      named_.push_back({code, role, group});
    else
      known->role = std::min(known->role, role);
    return {};
  }
  std::optional<No> vague_or_unknown(const std::string& name, Role role) {
    if (!vague(name)) return refused(Refusal::unit_unknown, name);
    vague_.push_back({name, role});
    return {};
  }

  const Office& office_;
  Day on_;
  std::vector<UnitAssigned> named_;
  std::vector<VagueUnitNamed> vague_;
};

}  // namespace

Decision answer(const Case& c, const Assign& assign) {
  Roster roster(c.office, c.on());
  if (auto refused = roster.lead(assign.lead, Role::lead)) return *refused;
  for (const auto& name : assign.joint)
    if (auto refused = roster.lead(name, Role::joint)) return *refused;
  for (const auto& name : assign.supporting)
    if (auto refused = roster.supporting(name)) return *refused;
  Facts facts;
  DocketAssigned terms;
  const auto accept = c.counted(c.office.rules().accept_within);
  terms.accept_by = accept.day;
  terms.accept_provisional = accept.provisional;
  terms.accept_limit = kept(facts, c.office.rules().accept_within);
  if (assign.due) {
    const auto due = c.counted(*assign.due);
    terms.due = due.day;
    terms.provisional = due.provisional;
    terms.limit = kept(facts, *assign.due);
  }
  if (assign.supporting_due) {
    const auto part = c.counted(*assign.supporting_due);
    terms.part_by = part.day;
    terms.part_provisional = part.provisional;
    terms.part_limit = kept(facts, *assign.supporting_due);
  }
  if (assign.cadence) terms.cadence = facts.text.emplace_back(to_string(*assign.cadence));
  facts.facts.push_back(terms);
  roster.write(facts);
  return facts;
}

Decision answer(const Case& c, const Reassign& reassign) {
  if (reassign.lead.empty() && !reassign.joint && reassign.supporting.empty() && reassign.remove.empty() &&
      !reassign.due)
    return refused(Refusal::reassign_changes_nothing, c.docket.code);
  Roster roster(c.office, c.on());
  if (!reassign.lead.empty())
    if (auto refused = roster.lead(reassign.lead, Role::lead)) return *refused;
  for (const auto& name : reassign.joint.value_or(Names{}))
    if (auto refused = roster.lead(name, Role::joint)) return *refused;
  for (const auto& name : reassign.supporting)
    if (auto refused = roster.supporting(name)) return *refused;
  Facts facts;
  DocketReassigned terms;
  terms.lead_given = !reassign.lead.empty();
  terms.joint_given = reassign.joint.has_value();
  const auto accept = c.counted(c.office.rules().accept_within);
  terms.accept_by = accept.day;
  terms.accept_provisional = accept.provisional;
  terms.accept_limit = kept(facts, c.office.rules().accept_within);
  if (reassign.due) {
    const auto due = c.counted(*reassign.due);
    terms.due = due.day;
    terms.provisional = due.provisional;
    terms.limit = kept(facts, *reassign.due);
  }
  terms.reason = reassign.reason;
  facts.facts.push_back(terms);
  roster.write(facts);
  for (const auto& name : reassign.remove) {
    if (const auto* unit = c.office.unit(name)) {
      facts.facts.push_back(UnitRemoved{unit->code});
    } else if (c.office.is_group(name)) {
      for (const auto& code : c.office.expand(name, c.on()))
        if (c.docket.tenure_of(code)) facts.facts.push_back(UnitRemoved{c.office.unit(code)->code});
    } else {
      return refused(Refusal::unit_unknown, name);
    }
  }
  return facts;
}

}  // namespace ducha::domain
