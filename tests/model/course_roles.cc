// Who holds which role: assignment, reassignment, objections, mergers.

#include <algorithm>

#include "tests/model/course.h"

namespace ducha::model {

namespace {

bool holds(const std::vector<std::string>& list, const std::string& unit) {
  return std::find(list.begin(), list.end(), unit) != list.end();
}

}  // namespace

std::size_t Course::begin_stay(const std::string& unit, Role role, Day on) {
  Stay stay;
  stay.unit = unit;
  stay.roles = {{on, role}};
  const auto last = last_stay_of(unit);
  stay.time = !last ? 0 : stays_[*last].time + (stays_[*last].end == on ? 0 : 1);
  stays_.push_back(std::move(stay));
  const auto number = stays_.size() - 1;
  const auto due = limit("1wd", on);
  tasks_.push_back({Task::Kind::acceptance, unit, number, role, {due.day, due.day, due.provisional, {due.day}}, {}});
  return number;
}

void Course::assign(const Told& told) {
  assigned_ = true;
  cadence_ = told.text("cadence");
  if (told.has("due")) set_due(told.text("due"), told.on);
  std::vector<std::string> placed;
  const auto place = [&](const std::vector<std::string>& units, Role role) {
    for (const auto& unit : units) {
      if (holds(placed, unit)) continue;
      placed.push_back(unit);
      const auto stay = begin_stay(unit, role, told.on);
      if (role != Role::supporting) stays_[stay].completion = due_;
      if (role != Role::supporting || !told.has("supportingDue")) continue;
      const auto by = limit(told.text("supportingDue"), told.on);
      tasks_.push_back({Task::Kind::part, unit, stay, role, {by.day, by.day, by.provisional, {by.day}}, {}});
    }
  };
  if (told.has("lead")) place({told.text("lead")}, Role::lead);
  place(told.list("joint"), Role::joint);
  place(told.list("supporting"), Role::supporting);
}

void Course::accept(const Told& told) {
  const auto stay = stay_of(told.text("unit"));
  stays_[*stay].accepted = true;
  for (auto& task : tasks_)
    if (task.kind == Task::Kind::acceptance && task.stay == stay) task.done = told.on;
}

// Writes down who is to hold what afterwards, and then moves everybody there.
void Course::reassign(const Told& told) {
  std::map<std::string, Role> wanted;
  const auto want = [&](const std::string& unit, Role role) {
    const auto [at, first] = wanted.emplace(unit, role);
    if (!first && role < at->second) at->second = role;
  };
  const auto removed = told.list("remove");
  for (const auto& stay : stays_) {
    if (!stay.present()) continue;
    const bool replaced =
        (stay.role() == Role::lead && told.has("lead")) || (stay.role() == Role::joint && told.says.contains("joint"));
    const bool leaves = stay.role() != Role::lead && holds(removed, stay.unit);
    if (!replaced && !leaves) want(stay.unit, stay.role());
  }
  if (told.has("lead")) want(told.text("lead"), Role::lead);
  for (const auto& unit : told.list("joint")) want(unit, Role::joint);
  for (const auto& unit : told.list("supporting")) want(unit, Role::supporting);

  if (told.has("due")) set_due(told.text("due"), told.on);
  for (auto& stay : stays_) {
    if (!stay.present()) continue;
    const auto to = wanted.find(stay.unit);
    const bool stays = to != wanted.end() && stay.leads() == (to->second != Role::supporting);
    if (!stays) {
      stay.end = told.on;
      continue;
    }
    if (stay.role() != to->second) stay.roles.emplace_back(told.on, to->second);
    wanted.erase(to);
    // One that stays takes the given day if the handover is on or before its own due day.
    if (!stay.leads() || !told.has("due")) continue;
    if (stay.completion && told.on > stay.completion->due) continue;
    auto had = stay.completion ? stay.completion->had : std::set<Day>();
    had.insert(due_->due);
    stay.completion = Clock{due_->due, due_->original, due_->provisional, had};
  }
  for (const auto& [unit, role] : wanted) {
    const auto stay = begin_stay(unit, role, told.on);
    if (role == Role::supporting || !due_) continue;
    stays_[stay].completion = Clock{due_->due, due_->original, due_->provisional, {due_->due}};
  }
}

void Course::settle(const Told& told) {
  const auto objected = objected_.find(told.text("unit"));
  if (told.text("outcome") != "upheld" || objected == objected_.end()) return;
  const auto now = stay_of(told.text("unit"));
  auto& stay = stays_[now.value_or(objected->second)];
  stay.upheld = true;
  if (now) stay.end = told.on;
}

// What the unit has not done goes over to the other; what it did stays with it.
void Course::merge(const Told& told) {
  const auto from = told.text("unit"), into = told.text("into");
  const auto stay = stay_of(from);
  for (auto& task : tasks_)
    if (task.unit == from && task.kind == Task::Kind::rectification && !task.done && !task.revoked) task.unit = into;
  if (!stay) return;
  (void)stay;
}

}  // namespace ducha::model
