// Objections, and who has the docket after them.

#include <algorithm>

#include "tests/support/stories.h"
#include "tests/support/workdays.h"

namespace ducha::support {
namespace {

void finish(Life& life, Day after) {
  const Day done = in_time(life, after);
  life.complete(done);
  close_after(life, done);
}

// A deal with somebody in it who supports.
Deal supported(Life& life) {
  auto deal = life.usual_deal();
  if (deal.supporting.empty()) deal.supporting.push_back(life.matter().work->supporting[0]);
  const auto joins = [&](std::size_t unit) {
    return std::count(deal.joint.begin(), deal.joint.end(), unit) > 0 || unit == deal.lead;
  };
  std::erase_if(deal.supporting, joins);
  if (deal.supporting.empty()) {
    deal.joint.clear();
    deal.supporting.push_back(life.matter().work->supporting[0]);
  }
  return deal;
}

}  // namespace

void lead_objected(Life& life) {
  const Day assigned = begin(life);
  const auto first = life.lead();
  const Day objected = workdays_after(assigned, 2);
  const int thought = life.chance.between(1, 3);
  const Day settled = workdays_after(objected, thought);
  Life::Handover handover;
  handover.lead = life.other_department();
  life.object(objected, first);
  life.settle(settled, first, true);
  handover.due = workday_from(life.target() + 10);
  handover.reason = "异议成立，重新明确牵头单位";
  life.reassign(workdays_after(settled, 1), handover);
  finish(life, settled + 5);
}

void supporter_objected(Life& life) {
  const auto deal = supported(life);
  const Day assigned = begin(life, deal);
  const auto unit = deal.supporting.front();
  const Day objected = workdays_after(assigned, 1), settled = workdays_after(assigned, 3);
  Life::Handover handover;
  handover.supporting = {life.other_department()};
  life.object(objected, unit);
  life.settle(settled, unit, true);
  handover.reason = "异议成立，调整协办单位";
  life.reassign(settled, handover);
  finish(life, settled + 3);
}

void objected_in_vain(Life& life) {
  const auto deal = supported(life);
  const Day assigned = begin(life, deal);
  const auto unit = life.chance.percent(50) ? deal.supporting.front() : life.lead();
  const Day objected = workdays_after(assigned, 2);
  const int thought = life.chance.between(1, 4);
  const Day settled = workdays_after(objected, thought);
  life.object(objected, unit);
  life.settle(settled, unit, false);
  finish(life, settled);
}

void handed_over(Life& life) {
  const Day assigned = begin(life);
  const Day due = life.target();
  Life::Handover handover;
  handover.lead = life.other_department();
  handover.due = workday_from(due + 21);
  handover.reason = "职能调整，变更牵头单位";
  const Day on = workday_from(assigned + (due - assigned) / 2);
  life.reassign(on, handover);
  finish(life, due);
}

void handed_over_overdue(Life& life) {
  begin(life);
  const Day due = life.target();
  const Day urged = workdays_after(due, 2), on = workdays_after(due, 8);
  life.urge(urged, life.lead());
  Life::Handover handover;
  handover.lead = life.other_department();
  handover.due = workday_from(on + 45);
  handover.reason = "逾期未办结，区政府专题会议明确改由新牵头单位办理";
  life.reassign(on, handover);
  finish(life, on + 10);
}

void supporters_changed(Life& life) {
  const auto deal = supported(life);
  const Day assigned = begin(life, deal);
  const Day due = life.target();
  const Day on = workday_from(assigned + std::max(3, (due - assigned) / 3));
  Life::Handover handover;
  handover.supporting = {life.other_department()};
  handover.remove = {deal.supporting.front()};
  if (life.chance.percent(50))
    handover.joint = {life.other_department()};
  else if (!deal.joint.empty())
    handover.joint.emplace();
  // The one that joins as a joint lead does not support as well.
  if (handover.joint && !handover.joint->empty() && handover.joint->front() == handover.supporting.front())
    handover.supporting = {};
  handover.reason = "工作需要，调整参与单位";
  life.reassign(on, handover);
  finish(life, on);
}

void supporter_leads(Life& life) {
  const auto deal = supported(life);
  const Day assigned = begin(life, deal);
  const Day due = life.target();
  Life::Handover handover;
  handover.lead = deal.supporting.front();
  handover.supporting = {life.lead()};
  handover.due = workday_from(due + 14);
  handover.reason = "主要任务转入第二阶段，由原协办单位牵头";
  const Day on = workday_from(assigned + std::max(3, (due - assigned) / 2));
  life.reassign(on, handover);
  finish(life, std::max(due, on));
}

}  // namespace ducha::support
