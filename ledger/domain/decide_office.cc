#include "ledger/domain/answers.h"

namespace ducha::domain {

Decision answer(const Office& office, Day, const RegisterUnit& unit) {
  const auto* known = office.unit(unit.unit);
  if (known && (known->code != unit.unit || known->name != unit.name)) return refused(Refusal::name_taken, unit.unit);
  const auto taken = [&](const std::string& name) {
    const auto* other = office.unit(name);
    return (other && other->code != unit.unit) || office.is_group(name);
  };
  if (taken(unit.name)) return refused(Refusal::name_taken, unit.name);
  if (taken(unit.unit)) return refused(Refusal::name_taken, unit.unit);
  Facts facts;
  facts.facts.push_back(UnitRegistered{unit.unit, unit.name,
                                       unit.kind.value_or(known ? known->kind : UnitKind::department),
                                       unit.head.empty() && known ? std::string_view(known->head) : unit.head});
  for (const auto& alias : unit.aliases) {
    if (taken(alias)) return refused(Refusal::name_taken, alias);
    facts.facts.push_back(UnitAliased{unit.unit, alias});
  }
  return facts;
}

Decision answer(const Office& office, Day, const DefineGroup& group) {
  Facts facts;
  facts.facts.push_back(GroupDefined{group.name});
  for (const auto& member : group.members) {
    if (const auto* unit = office.unit(member)) {
      facts.facts.push_back(GroupMemberNamed{group.name, unit->code});
    } else if (office.holds(member, group.name)) {
      return refused(Refusal::group_cycle, group.name);
    } else if (office.is_group(member)) {
      facts.facts.push_back(GroupMemberNamed{group.name, member});
    } else {
      return refused(Refusal::unit_unknown, member);
    }
  }
  if (office.unit(group.name)) return refused(Refusal::name_taken, group.name);
  return facts;
}

Decision answer(const Office& office, Day, const Decide& decide) {
  if (office.decision(decide.decision)) return refused(Refusal::decision_exists, decide.decision);
  Facts facts;
  auto& steps = facts.text.emplace_back();
  for (const auto step : decide.procedure) steps += (steps.empty() ? "" : " ") + std::string(name_of(step));
  facts.facts.push_back(DecisionMade{decide.decision, decide.title, decide.source.value_or(Source::document),
                                     decide.session, decide.item, decide.document, decide.major, steps, decide.chair});
  return facts;
}

Decision answer(const Office& office, Day, const RenameUnit& rename) {
  const auto* unit = office.unit(rename.unit);
  if (!unit) return refused(Refusal::unit_unknown, rename.unit);
  const auto* other = office.unit(rename.name);
  if ((other && other->code != unit->code) || office.is_group(rename.name))
    return refused(Refusal::name_taken, rename.name);
  return Facts{{UnitRenamed{unit->code, rename.name}}, {}, {}};
}

Decision answer(const Office& office, Day on, const MergeUnit& merge) {
  const auto* unit = office.unit(merge.unit);
  if (!unit) return refused(Refusal::unit_unknown, merge.unit);
  const auto* into = office.unit(merge.into);
  if (!into) return refused(Refusal::unit_unknown, merge.into);
  if (unit->ended) return refused(Refusal::unit_ended, unit->name, {office.name_of(unit->into, on)});
  if (into->ended) return refused(Refusal::unit_ended, into->name, {office.name_of(into->into, on)});
  if (unit == into) return refused(Refusal::merged_into_itself, merge.unit);
  return Facts{{UnitMerged{unit->code, into->code}}, {}, {}};
}

Decision answer(const Office& office, Day on, const RetireUnit& retire) {
  const auto* unit = office.unit(retire.unit);
  if (!unit) return refused(Refusal::unit_unknown, retire.unit);
  if (unit->ended) return refused(Refusal::unit_ended, unit->name, {office.name_of(unit->into, on)});
  return Facts{{UnitRetired{unit->code}}, {}, {}};
}

Decision answer(const Office& office, Day, const SetPortfolio& portfolio) {
  Facts facts;
  facts.facts.push_back(PortfolioSet{portfolio.post});
  for (const auto& name : portfolio.units) {
    const auto* unit = office.unit(name);
    if (!unit) return refused(Refusal::unit_unknown, name);
    facts.facts.push_back(PortfolioUnitNamed{portfolio.post, unit->code});
  }
  return facts;
}

Decision answer(const Office&, Day, const SetActing& acting) {
  return Facts{{ActingSet{acting.post, acting.acting, acting.until}}, {}, {}};
}

Decision answer(const Office& office, Day, const Publish& publish) {
  if (!office.decision(publish.decision)) return refused(Refusal::decision_unknown, publish.decision);
  return Facts{{DecisionPublished{publish.decision, publish.channel}}, {}, {}};
}

Decision answer(const Office&, Day, const AdoptCalendar& calendar) {
  const auto read = parse_calendar(calendar.days);
  if (!read.flaws.empty()) return refused(Refusal::calendar_unreadable, read.flaws.front().what);
  if (!parse_day(std::to_string(calendar.year) + "-01-01"))
    return refused(Refusal::calendar_unreadable, std::to_string(calendar.year));
  // Kept in one form, so that the same days are the same bytes.
  Facts facts;
  const auto& days = facts.text.emplace_back(calendar_text(days_of(calendar.year, read.days)));
  facts.facts.push_back(
      CalendarAdopted{static_cast<std::uint32_t>(calendar.year), calendar.edition, calendar.source, days});
  return facts;
}

Decision answer(const Office&, Day, const AdoptRules& rules) {
  auto read = parse_rules(rules.content);
  if (!read.flaws.empty()) return refused(Refusal::rules_unreadable, read.flaws.front());
  read.rules.edition = rules.edition;
  Facts facts;
  const auto& content = facts.text.emplace_back(rules_text(read.rules));
  // A name that would not come back as it is (a line break in it) cannot be kept.
  if (!(parse_rules(content).rules == read.rules)) return refused(Refusal::rules_unreadable, rules.edition);
  facts.facts.push_back(RulesAdopted{rules.edition, rules.source, content});
  return facts;
}

namespace {

template <Measure measure>
Decision measure_taken(const Office& office, const Take<measure>& taken) {
  const auto* unit = office.unit(taken.unit);
  if (!unit) return refused(Refusal::unit_unknown, taken.unit);
  return Facts{{MeasureTaken{measure, unit->code, taken.text, taken.approver}}, {}, {}};
}

}  // namespace

Decision answer(const Office& office, Day, const Commend& command) { return measure_taken(office, command); }
Decision answer(const Office& office, Day, const Criticise& command) { return measure_taken(office, command); }
Decision answer(const Office& office, Day, const Interview& command) { return measure_taken(office, command); }
Decision answer(const Office& office, Day, const Refer& command) { return measure_taken(office, command); }

}  // namespace ducha::domain
