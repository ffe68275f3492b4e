// A row that is new to the ledger.

#include <algorithm>

#include "tools/import/register/drafting.h"
#include "tools/import/register/origin_decision.h"
#include "tools/import/text.h"

namespace ducha::tools {

Day Drafting::given_on(const RegisterItem& item) const {
  if (item.assigned) return *item.assigned;
  return item.done_on ? std::min(frame_.on, *item.done_on) : frame_.on;
}

std::optional<domain::Limit> Drafting::limit_of(const When& when, Day from) const {
  switch (when.kind) {
    case When::Kind::day:
      return domain::Limit{domain::Limit::Kind::date, 0, when.day};
    case When::Kind::limit:
      return when.limit;
    case When::Kind::months:
      return domain::Limit{domain::Limit::Kind::days, months_after(from, when.months) - from, {}};
    case When::Kind::nothing:
    case When::Kind::standing:
    case When::Kind::at_once:
    case When::Kind::unclear:
      break;
  }
  return {};
}

void Drafting::open(const RegisterItem& item, const std::string& docket, RowSteps& row) {
  const auto on = given_on(item);
  std::string decision;
  decide(item, on, decision, row);
  domain::Open open;
  open.title = item.title;
  open.decision = decision;
  open.category = item.category;
  open.requirement = item.requirement;
  open.leader = item.leader;
  row.steps.push_back({maker_.make(docket, on, std::move(open)), Column::title});
  row.told.push_back({"新立项", "opened"});
  begin_work(item, docket, on, row);
}

void Drafting::begin_work(const RegisterItem& item, const std::string& docket, Day on, RowSteps& row) {
  assign(item, docket, on, row);
  const auto& lead = item.units.leads.front();
  const auto* unit = office_.unit(lead);
  const auto reporting = unit ? unit->code : domain::vague(lead) ? std::string() : lead;
  if (item.standing == Standing::reported || item.standing == Standing::closed || item.standing == Standing::struck)
    return conclude(item, docket, reporting, on, row);
  feed_back(item, docket, reporting, std::max(frame_.on, on), row);
  conclude(item, docket, reporting, on, row);
}

void Drafting::decide(const RegisterItem& item, Day on, std::string& decision, RowSteps& row) {
  auto decide = decision_of(item);
  if (decide.decision.empty()) return;
  decision = decisions_.find(decide);
  if (!decision.empty()) return;
  decision = decide.decision;
  decisions_.add(decide);
  const auto dated = day_within(decide.title);
  const auto decided = dated && *dated <= on ? *dated : on;
  row.told.push_back({"新增决策“" + decision + "”", "decision “" + decision + "”"});
  row.steps.push_back({maker_.make({}, decided, std::move(decide)), Column::source});
}

void Drafting::assign(const RegisterItem& item, const std::string& docket, Day on, RowSteps& row) {
  domain::Assign assign;
  assign.lead = item.units.leads.front();
  assign.joint.assign(item.units.leads.begin() + 1, item.units.leads.end());
  assign.supporting = item.units.supporting;
  assign.due = limit_of(item.due, on);
  if (item.due.kind == When::Kind::nothing) assign.due = options_.due;
  assign.supporting_due = limit_of(item.supporting_due, on);
  assign.cadence = item.cadence;
  auto command = maker_.make(docket, on, std::move(assign));
  // The words of a limit that is no plain date stay with the entry.
  if (const auto& written = sheet_.cell(*item.row, Column::due); !written.empty() && !parse_day(written))
    command.note = "时限原文:" + written;
  row.steps.push_back({std::move(command), Column::lead});
}

bool Drafting::feed_back(const RegisterItem& item, const std::string& docket, const std::string& unit, Day on,
                         RowSteps& row) {
  const bool something =
      !item.text.empty() || item.progress || !item.cause.empty() || item.light != domain::Light::unset;
  if (!something) return false;
  if (unit.empty()) {
    row.remarks.push_back({"没有具体的牵头单位,进展没有记录", "no single unit leads, so its progress is not recorded"});
    return false;
  }
  domain::Feedback feedback;
  feedback.unit = unit;
  feedback.text = item.text;
  feedback.progress = item.progress;
  feedback.cause = item.cause;
  if (item.light != domain::Light::unset) feedback.light = item.light;
  row.steps.push_back({maker_.make(docket, on, std::move(feedback)), Column::text});
  const auto percent = item.progress ? " " + std::to_string(*item.progress) + "%" : std::string();
  row.told.push_back({"进展" + percent, "progress" + percent});
  return true;
}

// What the state of a row asks for beyond feedback; `from` is the first day it can be so.
void Drafting::conclude(const RegisterItem& item, const std::string& docket, const std::string& unit, Day from,
                        RowSteps& row) {
  const auto told_on = std::max(frame_.on, from);
  switch (item.standing) {
    case Standing::unsaid:
    case Standing::in_hand:
      return;
    case Standing::suspended: {
      domain::Suspend suspend;
      suspend.reason = item.cause.empty() ? "台账载明" : item.cause;
      row.steps.push_back({maker_.make(docket, told_on, std::move(suspend)), Column::status});
      row.told.push_back({"中止", "suspended"});
      return;
    }
    case Standing::withdrawn: {
      domain::Withdraw withdraw;
      withdraw.reason = item.cause.empty() ? "台账载明" : item.cause;
      row.steps.push_back({maker_.make(docket, told_on, std::move(withdraw)), Column::status});
      row.told.push_back({"撤销", "withdrawn"});
      return;
    }
    case Standing::reported:
    case Standing::closed:
    case Standing::struck:
      break;
  }
  const auto done = item.done_on ? *item.done_on : told_on;
  if (!unit.empty()) {
    domain::Complete complete;
    complete.unit = unit;
    complete.text = item.text;
    row.steps.push_back({maker_.make(docket, done, std::move(complete)), Column::status});
    row.told.push_back({"办结申报 " + to_string(done), "reported done " + to_string(done)});
  }
  if (!item.done_on && item.due.kind == When::Kind::day && done > item.due.day)
    row.remarks.push_back(
        {"没有写办结时间,按 " + to_string(done) + " 计,成了逾期办结,请核对",
         "no day of completion is given; taken as " + to_string(done) + ", which is late: please check"});
  if (unit.empty() && item.standing == Standing::reported)
    row.remarks.push_back(
        {"没有具体的牵头单位,办结申报没有记录", "no single unit leads, so its completion is not recorded"});
  if (item.standing == Standing::reported) return;
  const auto closed = std::max(done, from);
  row.steps.push_back({maker_.make(docket, closed, domain::Close{}), Column::status});
  row.told.push_back({"办结", "closed"});
  if (item.standing != Standing::struck) return;
  row.steps.push_back({maker_.make(docket, closed, domain::Strike{}), Column::status});
  row.told.push_back({"销号", "struck off"});
}

}  // namespace ducha::tools
