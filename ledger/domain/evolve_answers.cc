#include <algorithm>

#include "ledger/domain/clock.h"
#include "ledger/domain/feedback.h"
#include "ledger/domain/take.h"

namespace ducha::domain {
namespace {

// What is counted to a unit in its role of that day: the one it holds, or last held.
void happened(Docket& docket, Happening::Kind kind, Day on, std::string_view unit, unsigned which,
              std::string_view text) {
  docket.happenings.push_back({kind, on, std::string(unit), leads(docket.last_role(unit)), which, std::string(text)});
}

Conclusion* last_conclusion(Docket& docket, std::string_view unit) {
  const auto found = std::find_if(docket.conclusions.rbegin(), docket.conclusions.rend(),
                                  [&](const Conclusion& each) { return each.unit == unit; });
  return found == docket.conclusions.rend() ? nullptr : &*found;
}

}  // namespace

void because(Docket& docket, std::string_view unit, Day on, std::string_view reason) {
  if (reason.empty()) return;
  std::erase_if(docket.causes, [&](const Cause& each) { return each.unit == unit; });
  docket.causes.push_back({std::string(unit), on, std::string(reason)});
}

void take(Docket& docket, Day on, const RoleAccepted& fact) {
  Tenure* tenure = active(docket, fact.unit);
  if (tenure && !tenure->acceptance.done) tenure->acceptance.done = on;
}

void take(Docket& docket, Day on, const FeedbackGiven& fact) {
  docket.last_feedback = fact.text;
  docket.last_feedback_on = on;
  because(docket, fact.unit, on, fact.cause);
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
  happened(docket, Happening::Kind::urge, on, fact.unit, 0, fact.channel);
}

void take(Docket& docket, Day on, const NoticeIssued& fact) {
  happened(docket, Happening::Kind::notice, on, fact.unit, static_cast<unsigned>(fact.colour), fact.requirement);
}

void take(Docket& docket, Day on, const MeasureTaken& fact) {
  happened(docket, Happening::Kind::measure, on, fact.unit, static_cast<unsigned>(fact.measure), fact.text);
}

void take(Docket& docket, Day on, const ConclusionGiven& fact) {
  Conclusion conclusion{
      std::string(fact.unit), docket.last_role(fact.unit), on, std::string(fact.text), {}, fact.contest_by, {}, {}};
  if (fact.rectify_by)
    conclusion.rectify = begin({*fact.rectify_by, fact.rectify_provisional}, counted_limit(fact.limit), on);
  docket.conclusions.push_back(std::move(conclusion));
}

// One report answers whatever the unit still has to put right on the docket.
void take(Docket& docket, Day on, const RectificationReported& fact) {
  for (Conclusion& each : docket.conclusions)
    if (each.unit == fact.unit && each.rectify && !each.rectify->done && each.ruled != Ruling::revoked)
      each.rectify->done = on;
}

void take(Docket& docket, Day on, const ConclusionContested& fact) {
  if (Conclusion* conclusion = last_conclusion(docket, fact.unit)) conclusion->contested = on;
}

void take(Docket& docket, Day, const ContestRuled& fact) {
  // 复核 is about the conclusion that was contested, though another came after it; it is the last when none was.
  const auto contested = std::find_if(docket.conclusions.rbegin(), docket.conclusions.rend(),
                                      [&](const Conclusion& each) { return each.unit == fact.unit && each.contested; });
  Conclusion* conclusion = contested == docket.conclusions.rend() ? last_conclusion(docket, fact.unit) : &*contested;
  // What was revoked is over: no later ruling brings it back.
  if (conclusion && conclusion->ruled != Ruling::revoked) conclusion->ruled = fact.outcome;
}

void take(Docket& docket, Day on, const DutyExempted& fact) {
  // While the clock stands, the day a report of today shows may be the one that is named.
  const auto shown = [&](Clock& clock) {
    if (docket.suspended && clock.due >= *docket.suspended) pass(clock, on - *docket.suspended + 1);
  };
  for (Tenure& tenure : docket.tenures) {
    if (tenure.unit != fact.unit) continue;
    shown(tenure.acceptance);
    if (tenure.part) shown(*tenure.part);
    if (tenure.completion) shown(*tenure.completion);
  }
  docket.exemptions.push_back({fact.duty, std::string(fact.unit), fact.due});
}

}  // namespace ducha::domain
