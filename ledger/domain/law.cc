#include "ledger/domain/law.h"

#include <algorithm>

#include "ledger/domain/feedback.h"

namespace ducha::domain {
namespace {

using Verdict = std::optional<No>;

Verdict no(Refusal refusal, std::string_view subject) { return No{refusal, std::string(subject), {}}; }

// What every fact about a docket needs: it is open on that day.
Verdict opened(const Docket& docket, Day on) {
  if (!docket.opened) return no(Refusal::day_before_opening, to_string(on));
  return {};
}

// What also a suspended docket takes, but none that has ended.
Verdict alive(const Docket& docket, Day on) {
  if (auto verdict = opened(docket, on)) return verdict;
  if (docket.ended()) return no(Refusal::docket_ended, docket.code);
  return {};
}

// What is done while the clock runs.
Verdict running(const Docket& docket, Day on) {
  if (auto verdict = alive(docket, on)) return verdict;
  if (docket.suspended) return no(Refusal::docket_suspended, docket.code);
  return {};
}

// While a completion report stands the docket takes neither assignment nor extension nor suspension.
Verdict changeable(const Docket& docket, Day on) {
  if (auto verdict = running(docket, on)) return verdict;
  if (docket.reported) return no(Refusal::report_stands, docket.code);
  return {};
}

Verdict with_role(const Docket& docket, Day on, std::string_view unit) {
  if (auto verdict = running(docket, on)) return verdict;
  if (!docket.tenure_of(unit)) return no(Refusal::unit_has_no_role, unit);
  return {};
}

// A unit that is not named is the lead of that day, whoever it turns out to be when earlier paper comes late.
Verdict leading(const Docket& docket, std::string_view unit) {
  if (unit.empty()) {
    const bool led = std::any_of(docket.tenures.begin(), docket.tenures.end(),
                                 [](const Tenure& tenure) { return tenure.active() && tenure.led; });
    return led ? Verdict{} : no(Refusal::lead_missing, docket.code);
  }
  const auto* tenure = docket.tenure_of(unit);
  if (!tenure || !tenure->led) return no(Refusal::unit_does_not_lead, unit);
  return {};
}

Verdict judge(const Docket& docket, Day, const DocketOpened& fact) {
  if (docket.opened) return no(Refusal::docket_exists, fact.docket);
  return {};
}

Verdict judge(const Docket& docket, Day on, const DocketAssigned&) {
  if (auto verdict = changeable(docket, on)) return verdict;
  if (docket.assigned) return no(Refusal::already_assigned, docket.code);
  return {};
}

Verdict judge(const Docket& docket, Day on, const DocketReassigned&) {
  if (auto verdict = changeable(docket, on)) return verdict;
  if (!docket.assigned) return no(Refusal::not_assigned, docket.code);
  return {};
}

// A new lead on a docket whose due day has passed needs a new one.
Verdict judge(const Docket& docket, Day on, const UnitAssigned& fact) {
  const auto& terms = docket.terms;
  if (!terms.reassigned || fact.role != Role::lead || terms.due || !docket.due || docket.due->due >= on) return {};
  const auto* tenure = docket.tenure_of(fact.unit);
  const bool led = (tenure && tenure->led) || std::any_of(terms.left.begin(), terms.left.end(), [&](std::size_t i) {
                     return docket.tenures[i].unit == fact.unit;
                   });
  if (!led) return no(Refusal::new_lead_needs_due, to_string(docket.due->due));
  return {};
}

Verdict judge(const Docket& docket, Day, const UnitRemoved& fact) {
  const auto* tenure = docket.tenure_of(fact.unit);
  // Whom the same reassignment replaces may be named as leaving, too.
  const auto& left = docket.terms.left;
  const bool replaced =
      std::any_of(left.begin(), left.end(), [&](std::size_t i) { return docket.tenures[i].unit == fact.unit; });
  if (!tenure && replaced) return {};
  if (!tenure) return no(Refusal::unit_has_no_role, fact.unit);
  if (tenure->role() == Role::lead) return no(Refusal::unit_leads_docket, fact.unit);
  return {};
}

Verdict judge(const Docket& docket, Day on, const RoleAccepted& fact) {
  if (auto verdict = with_role(docket, on, fact.unit)) return verdict;
  if (docket.tenure_of(fact.unit)->acceptance.done) return no(Refusal::already_accepted, fact.unit);
  return {};
}

Verdict judge(const Docket& docket, Day on, const RoleObjected& fact) { return with_role(docket, on, fact.unit); }

Verdict judge(const Docket& docket, Day on, const ObjectionSettled& fact) {
  if (auto verdict = running(docket, on)) return verdict;
  const bool pending = std::any_of(docket.objections.begin(), docket.objections.end(),
                                   [&](const auto& objection) { return objection.first == fact.unit; });
  if (!pending && !docket.tenure_of(fact.unit)) return no(Refusal::unit_has_no_role, fact.unit);
  return {};
}

Verdict judge(const Docket& docket, Day on, const FeedbackGiven& fact) {
  if (auto verdict = alive(docket, on)) return verdict;
  if (!docket.tenure_of(fact.unit)) return no(Refusal::unit_has_no_role, fact.unit);
  if (fact.period && !period_lawful(docket, fact.unit, on, *fact.period))
    return no(Refusal::period_not_owed, to_string(*fact.period));
  return {};
}

Verdict judge(const Docket& docket, Day on, const PartContributed& fact) {
  if (auto verdict = running(docket, on)) return verdict;
  const bool part = std::any_of(docket.tenures.begin(), docket.tenures.end(),
                                [&](const Tenure& tenure) { return tenure.unit == fact.unit && tenure.part; });
  if (!part) return no(Refusal::no_part, fact.unit);
  return {};
}

Verdict judge(const Docket& docket, Day on, const UnitUrged& fact) { return with_role(docket, on, fact.unit); }

Verdict judge(const Docket& docket, Day on, const ExtensionRequested& fact) {
  if (auto verdict = changeable(docket, on)) return verdict;
  if (auto verdict = leading(docket, fact.unit)) return verdict;
  if (!docket.due) return no(Refusal::no_due_day, docket.code);
  if (docket.request) return no(Refusal::extension_pending, docket.code);
  return {};
}

Verdict judge(const Docket& docket, Day on, const ExtensionGranted& fact) {
  if (auto verdict = changeable(docket, on)) return verdict;
  if (!docket.due) return no(Refusal::no_due_day, docket.code);
  if (fact.to <= docket.due->due) return no(Refusal::grant_not_later, to_string(fact.to));
  return {};
}

Verdict judge(const Docket& docket, Day on, const ExtensionDenied&) { return running(docket, on); }

Verdict judge(const Docket& docket, Day on, const DocketSuspended&) { return changeable(docket, on); }

Verdict judge(const Docket& docket, Day on, const DocketResumed&) {
  if (auto verdict = alive(docket, on)) return verdict;
  if (!docket.suspended) return no(Refusal::not_suspended, docket.code);
  return {};
}

Verdict judge(const Docket& docket, Day on, const DueMoved& fact) {
  // 整改 outlives the docket.
  return fact.duty == DutyKind::rectification ? opened(docket, on) : running(docket, on);
}

Verdict judge(const Docket& docket, Day on, const CompletionReported& fact) {
  if (auto verdict = changeable(docket, on)) return verdict;
  return leading(docket, fact.unit);
}

Verdict judge(const Docket& docket, Day on, const CompletionReturned&) {
  if (auto verdict = running(docket, on)) return verdict;
  if (!docket.reported) return no(Refusal::no_report, docket.code);
  return {};
}

Verdict judge(const Docket& docket, Day on, const DocketClosed& fact) {
  if (auto verdict = alive(docket, on)) return verdict;
  if (fact.into == docket.code) return no(Refusal::merged_into_itself, docket.code);
  return {};
}

Verdict judge(const Docket& docket, Day on, const DocketWithdrawn&) { return alive(docket, on); }

// What is only done to a docket that has ended.
Verdict ended(const Docket& docket, Day on) {
  if (auto verdict = opened(docket, on)) return verdict;
  if (!docket.ended()) return no(Refusal::docket_not_ended, docket.code);
  return {};
}
Verdict judge(const Docket& docket, Day on, const DocketStruck&) { return ended(docket, on); }
Verdict judge(const Docket& docket, Day on, const DocketArchived&) { return ended(docket, on); }
Verdict judge(const Docket& docket, Day on, const DocketReopened&) { return ended(docket, on); }

// Inspection and accountability go on when the docket has ended.
Verdict judge(const Docket& docket, Day on, const DocketInspected&) { return opened(docket, on); }
Verdict judge(const Docket& docket, Day on, const NoticeIssued& fact) { return with_role(docket, on, fact.unit); }
Verdict judge(const Docket& docket, Day on, const ConclusionGiven&) { return opened(docket, on); }
Verdict judge(const Docket& docket, Day on, const MeasureTaken&) { return opened(docket, on); }
Verdict judge(const Docket& docket, Day on, const DutyExempted&) { return opened(docket, on); }

const Conclusion* last_conclusion(const Docket& docket, std::string_view unit) {
  const auto found = std::find_if(docket.conclusions.rbegin(), docket.conclusions.rend(),
                                  [&](const Conclusion& each) { return each.unit == unit; });
  return found == docket.conclusions.rend() ? nullptr : &*found;
}

Verdict judge(const Docket& docket, Day on, const RectificationReported& fact) {
  if (auto verdict = opened(docket, on)) return verdict;
  const bool ordered = std::any_of(docket.conclusions.begin(), docket.conclusions.end(),
                                   [&](const Conclusion& each) { return each.unit == fact.unit && each.rectify; });
  if (!ordered) return no(Refusal::nothing_to_rectify, fact.unit);
  return {};
}

Verdict judge(const Docket& docket, Day on, const ConclusionContested& fact) {
  if (auto verdict = opened(docket, on)) return verdict;
  const auto* conclusion = last_conclusion(docket, fact.unit);
  if (!conclusion) return no(Refusal::no_conclusion, fact.unit);
  if (on > conclusion->contest_by) return no(Refusal::contest_too_late, to_string(conclusion->contest_by));
  return {};
}

Verdict judge(const Docket& docket, Day on, const ContestRuled& fact) {
  if (auto verdict = opened(docket, on)) return verdict;
  // Without a unit nothing was concluded at all.
  if (!last_conclusion(docket, fact.unit))
    return no(Refusal::no_conclusion, fact.unit.empty() ? std::string_view(docket.code) : fact.unit);
  return {};
}

// What no docket forbids: a name kept as written, a merger of units, and the office's own facts.
template <class Other>
Verdict judge(const Docket&, Day, const Other&) {
  return {};
}

}  // namespace

std::optional<No> forbids(const Docket& docket, Day on, const Fact& fact) {
  return std::visit([&](const auto& each) { return judge(docket, on, each); }, fact);
}

}  // namespace ducha::domain
