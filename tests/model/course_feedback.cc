// Feedback: the days of the cadence, and which of them a report answers.

#include <algorithm>

#include "tests/model/course.h"

namespace ducha::model {

namespace {

namespace chrono = std::chrono;

// `monthly:25`, `quarterly:20`, `weekly:5`: a day past the month's end means its last day.
bool falls_on(const std::string& cadence, Day day) {
  const auto colon = cadence.find(':');
  if (colon == std::string::npos) return false;
  const auto every = cadence.substr(0, colon);
  const auto number = static_cast<unsigned>(std::stoul(cadence.substr(colon + 1)));
  if (every == "weekly") return chrono::weekday{day}.iso_encoding() == number;
  const chrono::year_month_day date{day};
  if (every == "quarterly" && static_cast<unsigned>(date.month()) % 3 != 0) return false;
  const auto last = static_cast<unsigned>((date.year() / date.month() / chrono::last).day());
  return static_cast<unsigned>(date.day()) == std::min(number, last);
}

}  // namespace

std::vector<Day> Course::feedback_days(std::size_t number, Day upto) const {
  std::vector<Day> days;
  if (cadence_.find(':') == std::string::npos) return days;
  const auto& stay = stays_[number];
  const Day far = upto + Days{120};
  for (Day day = stay.begin() + Days{1}; day <= far && (!stay.end || day < *stay.end); day += Days{1}) {
    if (!falls_on(cadence_, day)) continue;
    const bool owed = !stay.spared.contains(day) && std::none_of(rests_.begin(), rests_.end(), [&](const Rest& rest) {
      return rest.from <= day && (!rest.to || day < *rest.to);
    });
    if (owed) days.push_back(day);
    if (owed && day > upto) break;
  }
  return days;
}

// An answer is the unit's, whatever its role, as long as its time on the docket is unbroken.
std::optional<Day> Course::answered(std::size_t number, Day due) const {
  std::optional<Day> first;
  for (const auto& [what, on] : answers_) {
    const auto& stay = stays_[what.first];
    const bool same_time = stay.unit == stays_[number].unit && stay.time == stays_[number].time;
    if (what.second == due && same_time && (!first || on < *first)) first = on;
  }
  return first;
}

bool Course::exempted(const std::string& kind, const std::string& unit, const std::set<Day>& days) const {
  return std::any_of(days.begin(), days.end(), [&](Day day) { return exempted_.contains({kind, unit, day}); });
}

bool Course::excused(const std::string& unit, Day due) const {
  if (exempted("feedback", unit, {due})) return true;
  if (suspended_ && *suspended_ <= due) return true;
  return std::any_of(suspensions_.begin(), suspensions_.end(),
                     [&](const auto& each) { return each.first <= due && due < each.second; });
}

void Course::feedback(const Told& told) {
  const auto unit = told.text("unit");
  using Owed = std::pair<std::size_t, Day>;
  std::vector<Owed> owed;  // by day
  for (std::size_t i = 0; i < stays_.size(); ++i) {
    if (stays_[i].unit != unit) continue;
    const bool now = stays_[i].time == stays_[*stay_of(unit)].time;
    if (!now && !told.has("period")) continue;
    for (const Day day : feedback_days(i, told.on)) owed.emplace_back(i, day);
  }
  const Owed* answers = nullptr;
  if (told.has("period")) {
    for (const auto& each : owed)
      if (each.second == *day_of(told.text("period"))) answers = &each;
  } else {
    const Owed *today = nullptr, *before = nullptr, *after = nullptr;
    for (const auto& each : owed) {
      if (each.second == told.on) today = &each;
      if (each.second < told.on && !excused(unit, each.second)) before = &each;
      if (each.second > told.on && !after) after = &each;
    }
    if (before && answered(before->first, before->second)) before = nullptr;
    answers = today ? today : before ? before : after;
  }
  if (answers && !answered(answers->first, answers->second)) answers_.emplace(*answers, told.on);
}

}  // namespace ducha::model
