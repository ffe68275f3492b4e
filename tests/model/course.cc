#include "tests/model/course.h"

#include <algorithm>

namespace ducha::model {

const char* name_of(Role role) {
  switch (role) {
    case Role::lead:
      return "lead";
    case Role::joint:
      return "joint";
    case Role::supporting:
      break;
  }
  return "supporting";
}

Role Stay::role_on(Day day) const {
  Role held = roles.front().second;
  for (const auto& [from, role] : roles)
    if (from <= day) held = role;
  return held;
}

Course::Course(const Calendar& calendar, const History& steps) : calendar_(calendar) {
  for (const auto& told : steps) {
    broken_ = refusal(told);
    if (broken_) return;
    step(told);
    broken_ = impossible_;
    if (broken_) return;
  }
}

void Course::step(const Told& told) {
  const auto what = told.what();
  const auto unit = told.text("unit");
  if (what == "open") opened_ = told;
  if (what == "assign") assign(told);
  if (what == "reassign") reassign(told);
  if (what == "accept") accept(told);
  if (what == "object") objected_[unit] = *stay_of(unit);
  if (what == "object") figure("objection", unit, told.on);
  if (what == "settle") settle(told);
  if (what == "feedback") feedback(told);
  if (what == "contribute")
    for (auto& task : tasks_)
      if (task.kind == Task::Kind::part && task.unit == unit && !task.done) task.done = told.on;
  if (what == "urge") figure("urge", unit, told.on);
  if (what == "notice") figure(told.text("colour"), unit, told.on);
  if (what == "extend") extend(told);
  if (what == "grant") grant(told);
  if (what == "deny") request_.reset();
  if (what == "suspend") suspended_ = told.on;
  if (what == "resume") stand_still(told.on);
  if (what == "complete") {
    report_ = told.on;
    for (std::size_t i = 0; i < stays_.size(); ++i)
      if (stays_[i].present() && stays_[i].leads()) reported_.insert(i);
    rest(told.on);
  }
  if (what == "return") give_back(told);
  if (what == "close") end(told, told.has("result") ? told.text("result") : "done");
  if (what == "withdraw") end(told, "withdrawn");
  if (what == "reopen") reopen(told);
  if (what == "conclude") conclude(told);
  if (what == "rectify")
    for (auto& task : tasks_)
      if (task.kind == Task::Kind::rectification && task.unit == unit && !task.done && !task.revoked)
        task.done = told.on;
  if (what == "contest") contest(told);
  if (what == "rule") rule(told);
  if (what == "exempt") exempt(told);
  if (what == "merge-unit") merge(told);
}

std::optional<Day> Course::finished() const {
  if (!rests_.empty() && !rests_.back().to) return rests_.back().from;
  return {};
}

std::string Course::lead() const {
  for (const auto& stay : stays_)
    if (stay.present() && stay.role() == Role::lead) return stay.unit;
  return {};
}

std::optional<std::size_t> Course::stay_of(const std::string& unit) const {
  for (std::size_t i = 0; i < stays_.size(); ++i)
    if (stays_[i].unit == unit && stays_[i].present()) return i;
  return {};
}

std::optional<std::size_t> Course::last_stay_of(const std::string& unit) const {
  std::optional<std::size_t> last;
  for (std::size_t i = 0; i < stays_.size(); ++i)
    if (stays_[i].unit == unit) last = i;
  return last;
}

void Course::figure(const std::string& what, const std::string& unit, Day on) {
  figures_.push_back({what, unit, stays_[*stay_of(unit)].leads(), on});
}

void Course::figure_of_leads(const std::string& what, Day on, int nth) {
  for (const auto& stay : stays_)
    if (stay.present() && stay.leads()) figures_.push_back({what, stay.unit, true, on, nth});
}

void Course::rest(Day from) {
  if (!finished()) rests_.push_back({from, {}});
}

void Course::give_back(const Told& told) {
  figure_of_leads("return", told.on, ++returns_);
  report_.reset();
  reported_.clear();
  rests_.back().to = told.on;
}

void Course::end(const Told& told, const std::string& how) {
  if (suspended_) stand_still(told.on);
  ended_ = Ending{told.on, how, {}};
  for (std::size_t i = 0; i < stays_.size(); ++i)
    if (stays_[i].present() && stays_[i].leads()) ended_->leads.insert(i);
  rest(told.on);
}

void Course::reopen(const Told& told) {
  ended_.reset();
  report_.reset();
  reported_.clear();
  rests_.back().to = told.on;
  if (!told.has("due")) return;
  set_due(told.text("due"), told.on);
  for (auto& stay : stays_)
    if (stay.present() && stay.leads()) {
      auto had = stay.completion ? stay.completion->had : std::set<Day>();
      had.insert(due_->due);
      stay.completion = Clock{due_->due, due_->original, due_->provisional, had};
    }
}

// 容错. While the clock stands, the days it has passed are days it has had.
void Course::exempt(const Told& told) {
  const auto unit = told.text("unit");
  exempted_.insert({told.text("duty"), unit, *day_of(told.text("due"))});
  if (!suspended_) return;
  const auto pass = [&](Clock& clock) {
    if (clock.due < *suspended_) return;
    for (Days more{1}; more <= told.on - *suspended_ + Days{1}; more += Days{1}) clock.had.insert(clock.due + more);
  };
  for (auto& task : tasks_)
    if (task.unit == unit && task.kind != Task::Kind::rectification) pass(task.clock);
  for (auto& stay : stays_)
    if (stay.unit == unit && stay.completion) pass(*stay.completion);
}

// 督查结论: what it orders is owed in the role the unit holds or last held.
void Course::conclude(const Told& told) {
  const auto unit = told.text("unit");
  conclusions_.push_back({unit, told.on, {}});
  if (!told.has("rectifyBy")) return;
  const auto stay = last_stay_of(unit);
  const auto by = limit(told.text("rectifyBy"), told.on);
  conclusions_.back().task = tasks_.size();
  tasks_.push_back({Task::Kind::rectification,
                    unit,
                    {},
                    stay ? stays_[*stay].role() : Role::lead,
                    {by.day, by.day, by.provisional, {by.day}},
                    {}});
}

void Course::contest(const Told& told) {
  Conclusion* about = nullptr;
  for (auto& conclusion : conclusions_)
    if (conclusion.unit == told.text("unit")) about = &conclusion;
  if (about) about->contested = ++contests_;
}

// 复核: about the conclusion contested last, of the unit when it names one; the last one when none was contested.
const Conclusion* Course::ruled_about(const std::string& unit) const {
  const Conclusion* about = nullptr;
  for (const auto& conclusion : conclusions_)
    if ((unit.empty() || conclusion.unit == unit) && (!about || conclusion.contested >= about->contested))
      about = &conclusion;
  return about;
}

void Course::rule(const Told& told) {
  if (told.text("outcome") != "revoked") return;
  const auto* about = ruled_about(told.text("unit"));
  if (about && about->task) tasks_[*about->task].revoked = true;
}

Due Course::limit(const std::string& text, Day start) const { return calendar_.due(text, start).value(); }

// The docket's own due day, of which the first stays the original one.
void Course::set_due(const std::string& text, Day on) {
  const auto due = limit(text, on);
  auto had = due_ ? due_->had : std::set<Day>();
  had.insert(due.day);
  due_ = Clock{due.day, due_ ? due_->original : due.day, due.provisional, had};
  limit_ = text;
  limit_start_ = on;
  stood_ = 0;
}

}  // namespace ducha::model
