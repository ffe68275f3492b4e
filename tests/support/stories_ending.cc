// How a docket ends, what was mistaken, and what it was split into.

#include <algorithm>

#include "tests/support/stories.h"
#include "tests/support/workdays.h"

namespace ducha::support {

void returned(Life& life) {
  const Day assigned = begin(life);
  const Day done = in_time(life, assigned);
  const int looked = life.chance.between(1, 5), again = life.chance.between(2, 12);
  const Day back = workdays_after(done, looked), redone = workdays_after(back, again);
  life.complete(done);
  life.give_back(back);
  life.complete(redone);
  close_after(life, redone);
}

void returned_twice(Life& life) {
  const Day assigned = begin(life);
  Day done = in_time(life, assigned);
  for (int time = 0; time < 2; ++time) {
    const int again = life.chance.between(2, 8);
    const Day back = workdays_after(done, 3);
    life.complete(done);
    life.give_back(back);
    done = workdays_after(back, again);
  }
  life.complete(done);
  close_after(life, done);
}

void not_done(Life& life) {
  begin(life);
  const int days = life.chance.between(10, 40);
  life.urge(workdays_after(life.target(), 2), life.lead());
  life.close(workday_from(life.target() + 3 + days), "not_done");
}

void merged(Life& life) {
  const Day assigned = begin(life);
  if (life.matter().earlier.empty()) return;
  const int days = life.chance.between(5, 30);
  life.close(workday_from(assigned + days), "merged", life.matter().earlier);
}

void feedback_corrected(Life& life) {
  const Day assigned = begin(life);
  const Day on = workdays_after(assigned, 4), found = workdays_after(on, 2);
  const auto wrong = life.feedback(on, life.lead(), 90, "已完成方案制定并进场。");
  life.correct(found, wrong, "进度误录为90");
  life.feedback(on, life.lead(), 9, "已完成方案制定并进场。", found);
  const Day done = in_time(life, found);
  life.complete(done);
  close_after(life, done);
}

void urge_corrected(Life& life) {
  auto deal = life.usual_deal();
  deal.supporting = {life.matter().work->supporting[0]};
  deal.joint.clear();
  const Day assigned = begin(life, deal);
  const Day on = workdays_after(assigned, 5), found = workdays_after(on, 1);
  const auto wrong = life.urge(on, deal.supporting.front());
  life.correct(found, wrong, "催办对象应为牵头单位");
  life.urge(on, deal.lead, found);
  const Day done = in_time(life, found);
  life.complete(done);
  close_after(life, done);
}

void report_corrected(Life& life) {
  const Day assigned = begin(life);
  const Day mistaken = workdays_after(assigned, 6), found = workdays_after(mistaken, 1);
  const auto wrong = life.complete(mistaken);
  life.correct(found, wrong, "系他项办结材料，误录入本事项");
  life.unfinish();
  const Day done = in_time(life, found);
  life.complete(done);
  close_after(life, done);
}

void family(Life& life) {
  auto deal = life.usual_deal();
  deal.group.clear();
  const Day assigned = begin(life, deal);
  const int parts = life.chance.between(2, 3);
  Day last = assigned;
  for (int n = 0; n < parts; ++n) {
    const auto& work = life.chance.one_of(works);
    const int later = life.chance.between(0, 4);
    Life& part = life.child(workdays_after(assigned, later), work);
    auto share = part.usual_deal();
    share.group.clear();
    share.due = to_string(std::max(workday_upto(life.target() - 7), part.matter().opened + 10));
    const Day begun = begin(part, share);
    const int late = part.chance.percent(80) ? 0 : part.chance.between(2, 12);
    const Day done = late == 0 ? in_time(part, begun) : workdays_after(part.target(), late);
    const Day closed = workdays_after(done, 2);
    part.complete(done);
    part.close(closed);
    last = std::max(last, closed);
  }
  const Day done = std::max(in_time(life, assigned), workdays_after(last, 1));
  life.complete(done);
  life.close(workdays_after(done, 4));
}

}  // namespace ducha::support
