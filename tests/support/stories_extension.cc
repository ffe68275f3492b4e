// What is asked, granted and denied about the day due.

#include <algorithm>

#include "tests/support/stories.h"
#include "tests/support/workdays.h"

namespace ducha::support {
namespace {

constexpr std::string_view approvers[] = {"副区长一", "副区长二", "副区长三", "副区长四", "副区长五", "区长"};

// Asked before the day due; granted before it, or a day or two after. Gives the day it was granted.
Day ask_and_grant(Life& life, Day assigned) {
  const Day due = life.target();
  const int before = life.chance.between(2, 12);
  const Day asked = std::max(workday_from(assigned + 1), workday_upto(due - before));
  const int more = life.chance.between(15, 60);
  const Day to = workday_from(due + more);
  life.extend(asked, to_string(to));
  const int thought = life.chance.between(1, 3);
  const auto approver = life.chance.one_of(approvers);
  const Day granted = workdays_after(asked, thought);
  life.grant(granted, to, approver);
  return granted;
}

void finish_in_time(Life& life, Day after) {
  const Day done = in_time(life, after);
  life.complete(done);
  close_after(life, done);
}

}  // namespace

void extended(Life& life) {
  const Day assigned = begin(life);
  const Day first_due = life.target();
  const Day granted = ask_and_grant(life, assigned);
  finish_in_time(life, std::max(first_due, granted));
}

void extended_twice(Life& life) {
  const Day assigned = begin(life);
  const Day first_due = life.target();
  const Day granted = ask_and_grant(life, assigned);
  const Day second_due = life.target();
  const Day again = ask_and_grant(life, std::max(first_due + 3, granted));
  finish_in_time(life, std::max(second_due, again));
}

void asked_too_late(Life& life) {
  begin(life);
  const Day due = life.target();
  const int after = life.chance.between(1, 8), more = life.chance.between(20, 45);
  const Day asked = workdays_after(due, after);
  const Day to = workday_from(asked + more);
  life.urge(workdays_after(due, 1), life.lead());
  life.extend(asked, to_string(to));
  const auto approver = life.chance.one_of(approvers);
  life.grant(workdays_after(asked, 2), to, approver);
  finish_in_time(life, asked + 4);
}

void granted_unasked(Life& life) {
  const Day assigned = begin(life);
  const Day due = life.target();
  const Day to = workday_from(due + 30);
  const Day on = std::max(assigned, workday_upto(due - 5));
  // Nobody asked, so the grant must name the day.
  life.extend_by_office(on, to, "副区长一");
  finish_in_time(life, due);
}

void denied(Life& life) {
  const Day assigned = begin(life);
  const Day due = life.target();
  const Day asked = std::max(workday_from(assigned + 1), workday_upto(due - 6));
  life.extend(asked, to_string(workday_from(due + 40)));
  const Day denied_on = workdays_after(asked, 1);
  life.deny(denied_on);
  if (life.chance.percent(60)) return finish_in_time(life, denied_on);
  const int late = life.chance.between(3, 12);
  const Day done = workdays_after(due, late);
  life.complete(done);
  close_after(life, done);
}

}  // namespace ducha::support
