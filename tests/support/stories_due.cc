// How the day due is met.

#include <algorithm>

#include "tests/support/stories.h"
#include "tests/support/workdays.h"

namespace ducha::support {

void plain(Life& life) {
  const Day assigned = begin(life);
  const Day done = in_time(life, assigned);
  life.complete(done);
  close_after(life, done);
}

void finished_late(Life& life) {
  begin(life);
  const Day first_urge = workdays_after(life.target(), 1);
  life.urge(first_urge, life.lead());
  const int weeks = life.chance.between(0, 5), days = life.chance.between(2, 6);
  for (int week = 1; week <= weeks; week += 2) life.urge(workday_from(first_urge + 7 * week), life.lead());
  const Day done = workdays_after(first_urge + 7 * weeks, days);
  life.complete(done);
  close_after(life, done);
}

void never_finished(Life& life) {
  begin(life);
  if (life.chance.percent(50)) life.silence(life.lead());
  for (int month = 0; month < 6; ++month) {
    const int days = life.chance.between(1, 9);
    life.urge(workdays_after(life.target() + 30 * month, days), life.lead());
  }
}

void long_running(Life& life) {
  auto deal = life.usual_deal();
  deal.due.clear();
  deal.part_due.clear();
  deal.cadence = {domain::Cadence::Kind::quarterly, life.chance.percent(50) ? 20u : 31u};
  begin(life, deal);
}

void weekly_drive(Life& life) {
  auto deal = life.usual_deal();
  deal.group.clear();
  deal.vague.clear();
  const int weeks = life.chance.between(5, 10);
  deal.due = to_string(workday_upto(life.matter().opened + 7 * weeks));
  deal.cadence = {domain::Cadence::Kind::weekly, 5};
  const Day assigned = begin(life, deal);
  const Day done = in_time(life, assigned);
  life.complete(done);
  close_after(life, done);
}

void quick_reply(Life& life) {
  Deal deal;
  deal.lead = life.lead();
  deal.due = "3wd";
  life.open({{"title", "批办件：" + life.matter().title + "有关请示"}, {"category", "公文办理"}});
  life.assign(workdays_after(life.matter().opened, 1), deal);
  const Day due = life.target();
  Day done = due;
  const auto roll = life.chance.below(10);
  if (roll < 3) {
    // Art. 48: explained in time, it may take five, counted from the same start.
    const int before = life.chance.between(0, 1);
    life.extend(workday_upto(due - before), "5wd", "涉及多个部门会商，需延长答复时间");
    done = workdays_after(due, 2);
  } else if (roll == 3) {
    const int late = life.chance.between(1, 3);
    done = workdays_after(due, late);
  }
  life.complete(done);
  close_after(life, done);
}

void closed_unreported(Life& life) {
  const Day assigned = begin(life);
  life.close(in_time(life, assigned));
}

}  // namespace ducha::support
