#include "ledger/domain/answers.h"
#include "ledger/domain/recount.h"

namespace ducha::domain {
namespace {

// A limit given as working or plain days counts from where the docket's own limit of that sort began, as
// many days later as its clock has stood since; else from the day of asking.
DueDay extended_to(const Case& c, const Limit& to) {
  const auto& due = c.docket.due;
  if (!due || !due->limit || due->limit->kind != to.kind) return c.counted(to);
  auto counted = count_from(due->start, to, c.office.calendar());
  counted.day = counted.day + due->stood;
  return counted;
}

// Art. 48: a reply due in three working days may, on explaining before it is due, be given within five.
bool by_rule(const Case& c, const Extend& extend, DueDay to) {
  const Limit three{Limit::Kind::workdays, 3, {}}, five{Limit::Kind::workdays, 5, {}};
  return c.docket.due && c.docket.due->limit == three && extend.to == five && !extend.reason.empty() &&
         c.on() <= c.docket.due->due && to.day > c.docket.due->due;
}

}  // namespace

Decision answer(const Case& c, const Open& open) {
  if (!open.decision.empty() && !c.office.decision(open.decision))
    return refused(Refusal::decision_unknown, open.decision);
  Facts facts;
  facts.facts.push_back(DocketOpened{c.command.docket, open.title, open.decision, open.category,
                                     open.kind.value_or(DocketKind::daily), open.requirement, open.leader,
                                     open.parent});
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
    if (by_rule(c, extend, to)) facts.facts.push_back(ExtensionGranted{to.day, to.provisional, {}, true, false, {}});
    return facts;
  }
  facts.facts.push_back(request);
  return facts;
}

Decision answer(const Case& c, const Grant& grant) {
  const auto& request = c.docket.request;
  if (!grant.to && !(request && request->to)) return refused(Refusal::grant_names_no_day, c.docket.code);
  const auto to = grant.to ? extended_to(c, *grant.to) : DueDay{*request->to, request->provisional};
  Facts facts;
  ExtensionGranted granted{to.day, to.provisional, grant.approver, false, c.office.rules().late_extension_assesses_new,
                           {}};
  if (grant.to && grant.to->kind != Limit::Kind::date) granted.limit = facts.text.emplace_back(to_string(*grant.to));
  facts.facts.push_back(granted);
  return facts;
}

Decision answer(const Case&, const Deny& deny) { return Facts{{ExtensionDenied{deny.reason}}, {}, {}}; }

Decision answer(const Case& c, const Complete& complete) {
  return about_unit(c.unit_or_lead(complete.unit), [&](std::string_view unit, Facts& facts) {
    return CompletionReported{unit, complete.text, facts.text.emplace_back(joined(complete.evidence))};
  });
}

Decision answer(const Case&, const Return& returned) { return Facts{{CompletionReturned{returned.reason}}, {}, {}}; }
Decision answer(const Case&, const Close& close) { return Facts{{DocketClosed{close.result, close.into}}, {}, {}}; }

Decision answer(const Case&, const Suspend& suspend) {
  return Facts{{DocketSuspended{suspend.reason, suspend.approver}}, {}, {}};
}
Decision answer(const Case&, const Resume& resume) {
  return Facts{{DocketResumed{resume.reason, resume.approver}}, {}, {}};
}
Decision answer(const Case&, const Inspect& inspect) {
  return Facts{{DocketInspected{inspect.finding, inspect.text}}, {}, {}};
}
Decision answer(const Case&, const Strike& strike) { return Facts{{DocketStruck{strike.reason}}, {}, {}}; }
Decision answer(const Case&, const Archive& archive) { return Facts{{DocketArchived{archive.reason}}, {}, {}}; }
Decision answer(const Case&, const Withdraw& withdraw) { return Facts{{DocketWithdrawn{withdraw.reason}}, {}, {}}; }

Decision answer(const Case& c, const Reopen& reopen) {
  Facts facts;
  DocketReopened fact;
  fact.reason = reopen.reason;
  if (reopen.due) {
    const auto due = c.counted(*reopen.due);
    fact.due = due.day;
    fact.provisional = due.provisional;
    fact.limit = kept(facts, *reopen.due);
  }
  facts.facts.push_back(fact);
  return facts;
}

Decision answer(const Case& c, const MoveDue& move) {
  const auto moved = [&](std::string_view unit) -> Decision {
    const auto& calendar = c.office.calendar();
    if (!open_on(c.docket, move.duty, unit, move.from)) return refused(Refusal::due_not_open, to_string(move.from));
    // Provisional as the count is that gives this day; of a day that no count gives, as its year is.
    bool provisional = !calendar.covers(civil(move.to).year);
    for (const auto& each : moves_of(c.docket, calendar))
      if (each.duty == move.duty && each.from == move.from && each.to == move.to && (unit.empty() || each.unit == unit))
        provisional = each.provisional;
    return Facts{{DueMoved{move.duty, move.from, move.to, provisional, move.reason, unit}}, {}, {}};
  };
  if (move.unit.empty()) return moved({});
  const auto* unit = c.office.unit(move.unit);
  return unit ? moved(unit->code) : refused(Refusal::unit_unknown, move.unit);
}

}  // namespace ducha::domain
