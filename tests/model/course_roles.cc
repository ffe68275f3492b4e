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
  std::vector<std::string> before;  // who leads, and may be replaced
  for (const auto& stay : stays_) {
    if (!stay.present()) continue;
    if (stay.leads()) before.push_back(stay.unit);
    const bool replaced =
        (stay.role() == Role::lead && told.has("lead")) || (stay.role() == Role::joint && told.says.contains("joint"));
    if (!replaced) want(stay.unit, stay.role());
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
  // Removed is whoever holds a role then; the lead is replaced by naming another.
  for (const auto& unit : told.list("remove")) {
    const auto stay = stay_of(unit);
    const auto last = last_stay_of(unit);
    const bool replaced = !stay && last && stays_[*last].end == told.on && holds(before, unit);
    if (!stay && !replaced) impossible_ = "unit_has_no_role";
    if (stay && stays_[*stay].role() == Role::lead) impossible_ = "unit_leads_docket";
    if (stay) stays_[*stay].end = told.on;
  }
}

void Course::settle(const Told& told) {
  const auto now = stay_of(told.text("unit"));
  const auto objected = objected_.find(told.text("unit"));
  if (!now && objected == objected_.end()) {
    impossible_ = "unit_has_no_role";
    return;
  }
  if (told.text("outcome") == "upheld") {
    auto& stay = stays_[now ? *now : objected->second];
    stay.upheld = true;
    if (now) stay.end = told.on;
  }
  objected_.erase(told.text("unit"));
}

// 单位合并: what the unit has not done goes over to the other with its days; what it did stays with
// it. What it was exempted from, the other is exempted from. Where the other is on the docket already it keeps the
// stronger role and owes nothing twice.
void Course::merge(const Told& told) {
  const auto from = told.text("unit"), into = told.text("into");
  for (auto& task : tasks_)
    if (task.kind == Task::Kind::rectification && task.unit == from && !task.done) task.unit = into;
  for (auto& conclusion : conclusions_)
    if (conclusion.unit == from && (!conclusion.task || tasks_[*conclusion.task].unit == into)) conclusion.unit = into;
  const auto stay = stay_of(from);
  const auto there = stay_of(into);
  const auto exemptions = exempted_;
  for (const auto& [kind, unit, due] : exemptions)
    if (unit == from && (kind == "rectification" || (stay && (!there || kind == "completion"))))
      exempted_.insert({kind, into, due});
  if (!stay) return;
  stays_[*stay].merged = true;
  stays_[*stay].end = told.on;
  if (there && (stays_[*there].leads() || !stays_[*stay].leads())) return merge_into_present(*stay, *there, told.on);

  Stay heir = stays_[*stay];
  const auto number = stays_.size();
  heir.unit = into;
  heir.merged = false;
  heir.end.reset();
  heir.of = stay;
  const auto last = last_stay_of(into);
  heir.time = last ? stays_[*last].time + (there ? 0 : 1) : 0;
  const auto answers = answers_;
  for (const auto& [answered, day] : answers) {
    if (answered.first != *stay) continue;
    if (answered.second < told.on)
      heir.spared.insert(answered.second);
    else
      answers_.emplace(std::pair(number, answered.second), day);
  }
  if (there) {
    stays_[*there].end = told.on;
    for (const Day day : feedback_days(*there, told.on)) heir.spared.insert(day);
  }
  if (const auto objected = objected_.find(from); objected != objected_.end()) objected_[into] = number;
  objected_.erase(from);
  stays_.push_back(std::move(heir));
  for (auto& task : tasks_)
    if (task.stay == stay && !task.done) task.unit = into, task.stay = number;
}

void Course::merge_into_present(std::size_t merged, std::size_t there, Day on) {
  const auto unit = stays_[there].unit;
  const bool has_part = std::any_of(tasks_.begin(), tasks_.end(), [&](const Task& task) {
    return task.kind == Task::Kind::part && task.stay == there;
  });
  for (auto& task : tasks_)
    if (task.kind == Task::Kind::part && task.stay == merged && !task.done && !has_part)
      task.unit = unit, task.stay = there;
  if (stays_[merged].leads() && stays_[merged].role() < stays_[there].role())
    stays_[there].roles.emplace_back(on, stays_[merged].role());
  objected_.erase(stays_[merged].unit);
}

}  // namespace ducha::model
