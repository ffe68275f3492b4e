// How due days move: extensions, and the clock that stands still.

#include "tests/model/course.h"

namespace ducha::model {

// Counted from where the docket's own limit of that sort began, else from another day. The days the clock stood
// meanwhile are added.
Due Course::counted_from_start(const std::string& text, Day otherwise) const {
  const auto sort = [](const std::string& limit) { return limit.substr(limit.find_first_not_of("0123456789")); };
  if (day_of(text)) return limit(text, otherwise);
  if (limit_.empty() || day_of(limit_) || sort(text) != sort(limit_)) return limit(text, otherwise);
  auto due = limit(text, limit_start_);
  due.day += Days{stood_};
  return due;
}

void Course::extend(const Told& told) {
  const auto to = counted_from_start(told.text("to"), told.on);
  // Art. 48: takes effect by itself.
  if (limit_ == "3wd" && told.text("to") == "5wd" && told.has("reason") && told.on <= due_->due) {
    prolong(told.on, to, told.on);
    limit_ = "5wd";
    return;
  }
  request_ = Request{told.on, to};
}

void Course::grant(const Told& told) {
  const Day asked = request_ ? request_->on : told.on;
  const Due to = told.has("to") ? counted_from_start(told.text("to"), told.on) : request_->to;
  prolong(asked, to, told.on);
  request_.reset();
}

// For each in a lead role: asked in time it is the new due day, else a day to chase by and no more.
void Course::prolong(Day asked, Due to, Day on) {
  const auto move = [&](std::optional<Clock>& clock) {
    if (!clock || asked > clock->due) return;
    clock->due = to.day;
    clock->provisional = to.provisional;
    clock->had.insert(to.day);
  };
  for (auto& stay : stays_)
    if (stay.present() && stay.leads()) move(stay.completion);
  move(due_);
  figure_of_leads("extension", on);
}

// From the first day of the suspension to this one nothing fell due.
void Course::stand_still(Day until) {
  const Day first = *suspended_;
  const Days stood = until - first;
  const auto move = [&](Clock& clock) {
    if (clock.due < first) return;
    for (Days more{1}; more <= stood; more += Days{1}) clock.had.insert(clock.due + more);
    clock.due += stood;
  };
  for (auto& task : tasks_)
    if (task.kind != Task::Kind::rectification) move(task.clock);
  for (auto& stay : stays_)
    if (stay.completion) move(*stay.completion);
  if (due_) {
    if (due_->due >= first) stood_ += static_cast<int>(stood.count());
    move(*due_);
  }
  suspensions_.emplace_back(first, until);
  suspended_.reset();
}

}  // namespace ducha::model
