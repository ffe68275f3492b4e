#include "ledger/domain/decide.h"

#include <algorithm>

#include "ledger/domain/law.h"

namespace ducha::domain {
namespace {

No no(Refusal refusal, std::string_view subject) { return {refusal, std::string(subject), {}}; }

std::string joined(const Names& names) {
  std::string text;
  for (const auto& name : names) text += (text.empty() ? "" : " ") + name;
  return text;
}

// Who is named to what, each unit once, in its strongest role.
class Roster {
 public:
  Roster(const Office& office, Day on) : office_(office), on_(on) {}

  std::optional<No> lead(const std::string& name, Role role) {
    if (const auto* unit = office_.unit(name)) return add(unit->code, role, {});
    if (office_.is_group(name)) return no(Refusal::group_cannot_lead, name);
    return vague_or_unknown(name, role);
  }
  std::optional<No> supporting(const std::string& name) {
    if (const auto* unit = office_.unit(name)) return add(unit->code, Role::supporting, {});
    if (!office_.is_group(name)) return vague_or_unknown(name, Role::supporting);
    for (const auto& code : office_.expand(name, on_)) add(office_.unit(code)->code, Role::supporting, name);
    return {};
  }
  void write(Facts& into) const {
    for (const auto& named : named_) into.facts.push_back(named);
    for (const auto& each : vague_) into.facts.push_back(each);
  }

 private:
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
    if (!vague(name)) return no(Refusal::unit_unknown, name);
    vague_.push_back({name, role});
    return {};
  }

  const Office& office_;
  Day on_;
  std::vector<UnitAssigned> named_;
  std::vector<VagueUnitNamed> vague_;
};

struct Case {
  const Office& office;
  const Docket& docket;
  const Command& command;
  Day on() const { return command.on; }

  // The unit's own code, or a refusal.
  std::variant<std::string_view, No> unit(const std::string& name) const {
    const auto* found = office.unit(name);
    if (!found) return no(Refusal::unit_unknown, name);
    return std::string_view(found->code);
  }
  // The present lead when none is named.
  std::variant<std::string_view, No> unit_or_lead(const std::string& name) const {
    if (!name.empty()) return unit(name);
    for (const Tenure& tenure : docket.tenures)
      if (tenure.active() && tenure.role() == Role::lead) return std::string_view(tenure.unit);
    return no(Refusal::lead_missing, docket.code);
  }
  DueDay counted(const Limit& limit) const { return count_from(on(), limit, office.calendar()); }
};

// One fact about one unit.
template <class Make>
Decision about_unit(const std::variant<std::string_view, No>& unit, Make make) {
  if (const auto* refused = std::get_if<No>(&unit)) return *refused;
  Facts facts;
  facts.facts.push_back(make(std::get<std::string_view>(unit), facts));
  return facts;
}

Decision answer(const Case& c, const Open& open) {
  if (!open.decision.empty() && !c.office.decision(open.decision)) return no(Refusal::decision_unknown, open.decision);
  Facts facts;
  facts.facts.push_back(DocketOpened{c.command.docket, open.title, open.decision, open.category,
                                     open.kind.value_or(DocketKind::daily), open.requirement, open.leader,
                                     open.parent});
  return facts;
}

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
  if (assign.due) {
    const auto due = c.counted(*assign.due);
    terms.due = due.day;
    terms.provisional = due.provisional;
    terms.limit = facts.text.emplace_back(to_string(*assign.due));
  }
  if (assign.supporting_due) {
    const auto part = c.counted(*assign.supporting_due);
    terms.part_by = part.day;
    terms.part_provisional = part.provisional;
  }
  if (assign.cadence) terms.cadence = facts.text.emplace_back(to_string(*assign.cadence));
  facts.facts.push_back(terms);
  roster.write(facts);
  return facts;
}

Decision answer(const Case& c, const Reassign& reassign) {
  if (reassign.lead.empty() && !reassign.joint && reassign.supporting.empty() && reassign.remove.empty() &&
      !reassign.due)
    return no(Refusal::reassign_changes_nothing, c.docket.code);
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
  if (reassign.due) {
    const auto due = c.counted(*reassign.due);
    terms.due = due.day;
    terms.provisional = due.provisional;
    terms.limit = facts.text.emplace_back(to_string(*reassign.due));
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
      return no(Refusal::unit_unknown, name);
    }
  }
  return facts;
}

Decision answer(const Case& c, const Accept& accept) {
  return about_unit(c.unit(accept.unit), [](std::string_view unit, Facts&) { return RoleAccepted{unit}; });
}
Decision answer(const Case& c, const Object& object) {
  return about_unit(c.unit(object.unit), [&](std::string_view unit, Facts&) {
    return RoleObjected{unit, object.reason};
  });
}
Decision answer(const Case& c, const Settle& settle) {
  return about_unit(c.unit(settle.unit), [&](std::string_view unit, Facts&) {
    return ObjectionSettled{unit, settle.outcome};
  });
}
Decision answer(const Case& c, const Feedback& feedback) {
  return about_unit(c.unit(feedback.unit), [&](std::string_view unit, Facts& facts) {
    return FeedbackGiven{unit,
                         feedback.progress.value_or(-1),
                         feedback.text,
                         feedback.period,
                         feedback.nothing,
                         feedback.light.value_or(Light::unset),
                         feedback.cause,
                         facts.text.emplace_back(joined(feedback.evidence))};
  });
}
Decision answer(const Case& c, const Contribute& contribute) {
  return about_unit(c.unit(contribute.unit), [&](std::string_view unit, Facts&) {
    return PartContributed{unit, contribute.text};
  });
}
Decision answer(const Case& c, const Urge& urge) {
  return about_unit(c.unit(urge.unit), [&](std::string_view unit, Facts&) { return UnitUrged{unit, urge.channel}; });
}

// A limit given as working or plain days counts from where the docket's own limit of that sort began, else
// from the day of asking.
DueDay extended_to(const Case& c, const Limit& to) {
  const bool same = c.docket.limit && c.docket.limit->kind == to.kind;
  return count_from(same ? c.docket.limit_start : c.on(), to, c.office.calendar());
}

// Art. 48: a reply due in three working days may, on explaining before it is due, be given within five.
bool by_rule(const Case& c, const Extend& extend, DueDay to) {
  const Limit three{Limit::Kind::workdays, 3, {}}, five{Limit::Kind::workdays, 5, {}};
  return c.docket.limit == three && extend.to == five && !extend.reason.empty() && c.docket.due &&
         c.on() <= c.docket.due->due && to.day > c.docket.due->due;
}

Decision answer(const Case& c, const Extend& extend) {
  const auto unit = c.unit_or_lead(extend.unit);
  if (const auto* refused = std::get_if<No>(&unit)) return *refused;
  Facts facts;
  ExtensionRequested request{std::get<std::string_view>(unit), {}, false, {}, extend.reason};
  if (extend.to) {
    const auto to = extended_to(c, *extend.to);
    request.to = to.day;
    request.provisional = to.provisional;
    request.limit = facts.text.emplace_back(to_string(*extend.to));
    facts.facts.push_back(request);
    if (by_rule(c, extend, to)) facts.facts.push_back(ExtensionGranted{to.day, to.provisional, {}, true});
    return facts;
  }
  facts.facts.push_back(request);
  return facts;
}

Decision answer(const Case& c, const Grant& grant) {
  const auto& request = c.docket.request;
  if (!grant.to && !(request && request->to)) return no(Refusal::grant_names_no_day, c.docket.code);
  const auto to = grant.to ? extended_to(c, *grant.to) : DueDay{*request->to, request->provisional};
  Facts facts;
  facts.facts.push_back(ExtensionGranted{to.day, to.provisional, grant.approver, false});
  return facts;
}

Decision answer(const Case&, const Deny& deny) { return Facts{{ExtensionDenied{deny.reason}}, {}}; }

Decision answer(const Case& c, const Complete& complete) {
  return about_unit(c.unit_or_lead(complete.unit), [&](std::string_view unit, Facts& facts) {
    return CompletionReported{unit, complete.text, facts.text.emplace_back(joined(complete.evidence))};
  });
}

Decision answer(const Case&, const Return& returned) { return Facts{{CompletionReturned{returned.reason}}, {}}; }
Decision answer(const Case&, const Close& close) { return Facts{{DocketClosed{close.result, close.into}}, {}}; }

Decision answer(const Office& office, const RegisterUnit& unit) {
  const auto* known = office.unit(unit.unit);
  if (known && (known->code != unit.unit || known->name != unit.name)) return no(Refusal::name_taken, unit.unit);
  const auto taken = [&](const std::string& name) {
    const auto* other = office.unit(name);
    return (other && other->code != unit.unit) || office.is_group(name);
  };
  if (taken(unit.name)) return no(Refusal::name_taken, unit.name);
  if (taken(unit.unit)) return no(Refusal::name_taken, unit.unit);
  Facts facts;
  facts.facts.push_back(UnitRegistered{unit.unit, unit.name,
                                       unit.kind.value_or(known ? known->kind : UnitKind::department),
                                       unit.head.empty() && known ? std::string_view(known->head) : unit.head});
  for (const auto& alias : unit.aliases) {
    if (taken(alias)) return no(Refusal::name_taken, alias);
    facts.facts.push_back(UnitAliased{unit.unit, alias});
  }
  return facts;
}

Decision answer(const Office& office, const DefineGroup& group) {
  if (office.unit(group.name)) return no(Refusal::name_taken, group.name);
  Facts facts;
  facts.facts.push_back(GroupDefined{group.name});
  for (const auto& member : group.members) {
    if (const auto* unit = office.unit(member)) {
      facts.facts.push_back(GroupMemberNamed{group.name, unit->code});
    } else if (office.holds(member, group.name)) {
      return no(Refusal::group_cycle, group.name);
    } else if (office.is_group(member)) {
      facts.facts.push_back(GroupMemberNamed{group.name, member});
    } else {
      return no(Refusal::unit_unknown, member);
    }
  }
  return facts;
}

Decision answer(const Office& office, const Decide& decide) {
  if (office.decision(decide.decision)) return no(Refusal::decision_exists, decide.decision);
  Facts facts;
  facts.facts.push_back(DecisionMade{decide.decision, decide.title, decide.source.value_or(Source::document),
                                     decide.session, decide.item, decide.document, decide.major,
                                     facts.text.emplace_back(joined(decide.procedure)), decide.chair});
  return facts;
}

}  // namespace

Decision decide(const Office& office, const Command& command) {
  return std::visit(
      [&](const auto& body) -> Decision {
        if constexpr (requires { answer(office, body); })
          return answer(office, body);
        else
          return no(Refusal::docket_unknown, command.docket);
      },
      command.body);
}

Decision decide(const Office& office, const Docket& docket, const Command& command) {
  const Case c{office, docket, command};
  auto decision = std::visit(
      [&](const auto& body) -> Decision {
        if constexpr (requires { answer(c, body); })
          return answer(c, body);
        else
          return no(Refusal::docket_unknown, command.docket);
      },
      command.body);
  if (const auto* facts = std::get_if<Facts>(&decision)) {
    if (facts->facts.size() == 1) {
      if (auto refused = forbids(docket, command.on, facts->facts.front())) return *refused;
    } else {
      // Each fact is judged where it would come: after those before it.
      Docket then = docket;
      for (const Fact& fact : facts->facts) {
        if (auto refused = forbids(then, command.on, fact)) return *refused;
        evolve(then, command.on, fact);
      }
    }
  }
  return decision;
}

}  // namespace ducha::domain
