#include <algorithm>

#include "ledger/domain/clock.h"
#include "ledger/domain/take.h"

namespace ducha::domain {
namespace {

// What was finished goes on: the report that stood no longer completes, nor does the closing.
void unfinish(Docket& docket, Day on) {
  if (docket.finished && *docket.finished < on) docket.pauses.push_back({*docket.finished, on});
  docket.finished.reset();
  docket.reported.reset();
  for (Tenure& tenure : docket.tenures) {
    if (!tenure.completion) continue;
    tenure.completion->done.reset();
    tenure.completion->elsewhere = false;
  }
}

// The clock goes on: what was due when it began to stand, or later, is due as many days later.
void end_suspension(Docket& docket, Day on) {
  if (!docket.suspended) return;
  const Day since = *docket.suspended;
  const int days = on - since;
  docket.suspensions.push_back({since, on});
  docket.suspended.reset();
  for (Tenure& tenure : docket.tenures) {
    stand(tenure.acceptance, since, days);
    if (tenure.part) stand(*tenure.part, since, days);
    if (tenure.completion) stand(*tenure.completion, since, days);
  }
  if (docket.chase && *docket.chase >= since) docket.chase = *docket.chase + days;
  if (docket.due && docket.due->due >= since && days > 0) {
    stand(*docket.due, since, days);
    docket.dues.push_back(docket.due->due);
  }
}

}  // namespace

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

void take(Docket& docket, Day on, const ExtensionRequested& fact) {
  docket.request = Docket::Request{on, std::string(fact.unit), fact.to, fact.provisional};
  // Nobody named: it is the lead that asks.
  const auto lead = std::find_if(docket.tenures.begin(), docket.tenures.end(),
                                 [](const Tenure& tenure) { return tenure.active() && tenure.role() == Role::lead; });
  const std::string asks(fact.unit.empty() && lead != docket.tenures.end() ? std::string_view(lead->unit) : fact.unit);
  because(docket, asks, on, fact.reason);
}

void take(Docket& docket, Day on, const ExtensionGranted& fact) {
  const Day asked = docket.request ? docket.request->on : on;
  const DueDay to{fact.to, fact.provisional};
  each_leading(docket, [&](Tenure& tenure) {
    if (tenure.completion && (fact.assess_new || asked <= tenure.completion->due)) move(*tenure.completion, to);
    docket.happenings.push_back({Happening::Kind::extension, on, tenure.unit, true});
  });
  if (docket.due && (fact.assess_new || asked <= docket.due->due)) {
    move(*docket.due, to);
    docket.chase.reset();
  } else {
    docket.chase = to.day;
  }
  docket.dues.push_back(to.day);
  docket.request.reset();
}

void take(Docket& docket, Day, const ExtensionDenied&) { docket.request.reset(); }

void take(Docket& docket, Day on, const DocketSuspended& fact) {
  docket.suspended = on;
  because(docket, {}, on, fact.reason);
}

void take(Docket& docket, Day on, const DocketResumed&) { end_suspension(docket, on); }

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

void take(Docket& docket, Day, const DocketInspected& fact) { docket.finding = fact.finding; }

void take(Docket& docket, Day on, const DocketClosed& fact) {
  end_suspension(docket, on);
  docket.closed = Docket::Closing{on, fact.result, std::string(fact.into)};
  if (!docket.finished) docket.finished = on;
  each_leading(docket, [&](Tenure& tenure) {
    if (fact.result == CloseResult::not_done) tenure.failed = true;
    if (fact.result == CloseResult::done && !docket.reported && tenure.completion) tenure.completion->done = on;
  });
}

void take(Docket& docket, Day on, const DocketWithdrawn&) {
  end_suspension(docket, on);
  docket.withdrawn = on;
  if (!docket.finished) docket.finished = on;
}

void take(Docket& docket, Day on, const DocketStruck&) { docket.struck = on; }

void take(Docket& docket, Day on, const DocketArchived&) { docket.archived = on; }

// 重新立项: the report that stood is a returned one, but does not count among the returns.
void take(Docket& docket, Day on, const DocketReopened& fact) {
  unfinish(docket, on);
  docket.closed.reset();
  docket.withdrawn.reset();
  docket.struck.reset();
  docket.archived.reset();
  for (Tenure& tenure : docket.tenures) tenure.failed = false;
  if (!fact.due) return;
  const DueDay due{*fact.due, fact.provisional};
  const auto told = counted_limit(fact.limit);
  set_due(docket, on, due, told);
  each_leading(docket, [&](Tenure& tenure) {
    if (!tenure.completion) {
      tenure.completion = begin(due, told, on);
      return;
    }
    move(*tenure.completion, due);
    tenure.completion->limit = told;
    tenure.completion->start = on;
    tenure.completion->stood = 0;
    tenure.completion->by_limit = told.has_value();
  });
}

void take(Docket& docket, Day, const DueMoved& fact) {
  const auto of = [&](const std::string& unit) { return fact.unit.empty() || fact.unit == unit; };
  const auto concerned = [&](const Clock& clock) { return !clock.done && clock.due == fact.from; };
  const auto moved = [&](Clock& clock) {
    clock.due = fact.to;
    clock.provisional = fact.provisional;
    if (fact.to != fact.from) clock.had.push_back(fact.to);
  };
  // The docket's own day goes with that of a unit that was told the same.
  bool own = fact.unit.empty();
  for (Tenure& tenure : docket.tenures) {
    if (!tenure.active() || !of(tenure.unit)) continue;
    if (fact.duty == DutyKind::acceptance && concerned(tenure.acceptance)) moved(tenure.acceptance);
    if (fact.duty == DutyKind::part && tenure.part && concerned(*tenure.part)) moved(*tenure.part);
    if (fact.duty == DutyKind::completion && tenure.completion && concerned(*tenure.completion)) {
      const auto& clock = *tenure.completion;
      own = own || (docket.due && docket.due->limit == clock.limit && docket.due->start == clock.start &&
                    docket.due->by_limit == clock.by_limit);
      moved(*tenure.completion);
    }
  }
  if (fact.duty == DutyKind::rectification)
    for (Conclusion& conclusion : docket.conclusions)
      if (conclusion.rectify && of(conclusion.unit) && concerned(*conclusion.rectify)) moved(*conclusion.rectify);
  if (fact.duty == DutyKind::completion && own && docket.due && concerned(*docket.due)) {
    moved(*docket.due);
    if (fact.to != fact.from) docket.dues.push_back(fact.to);
  }
}

}  // namespace ducha::domain
