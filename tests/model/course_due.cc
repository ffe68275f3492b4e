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

std::optional<Due> Course::granted_to(const Told& told) const {
  if (told.says.contains("counted"))
    return Due{*day_of(told.says["counted"]["day"].get<std::string>()),
               told.says["counted"]["provisional"].get<bool>()};
  if (told.has("to")) return counted_from_start(told.text("to"), told.on);
  if (told.what() == "grant" && request_) return request_->to;
  return {};
}

// Art. 48: from three working days to five, with a reason and in time.
bool Course::granted_by_rule(const Told& told) const {
  if (told.says.contains("counted")) return told.says["counted"]["by_rule"].get<bool>();
  return limit_ == "3wd" && told.text("to") == "5wd" && told.has("reason") && told.on <= due_->due &&
         granted_to(told)->day > due_->due;
}

void Course::decide(Told& told) const {
  const auto what = told.what();
  if (what == "rule" && !told.has("unit")) told.says["unit"] = ruled_about("")->unit;
  const auto to = granted_to(told);
  if ((what != "extend" && what != "grant") || !to) return;
  const bool by_rule = what == "extend" && granted_by_rule(told);
  told.says["counted"] = {{"day", text_of(to->day)}, {"provisional", to->provisional}, {"by_rule", by_rule}};
}

void Course::extend(const Told& told) {
  const auto to = granted_to(told);
  if (granted_by_rule(told))
    prolong(told.on, *to, told.on);
  else
    request_ = Request{told.on, to};
}

void Course::grant(const Told& told) {
  prolong(request_ ? request_->on : told.on, *granted_to(told), told.on);
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
