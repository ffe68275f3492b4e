#include "tests/model/calendar.h"

#include <cstdio>
#include <fstream>
#include <stdexcept>

namespace ducha::model {

namespace chrono = std::chrono;

namespace {

int year_of(Day day) { return static_cast<int>(chrono::year_month_day{day}.year()); }

bool all_digits(const std::string& text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
}

}  // namespace

std::optional<Day> day_of(const std::string& text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return {};
  const auto year = text.substr(0, 4), month = text.substr(5, 2), day = text.substr(8, 2);
  if (!all_digits(year) || !all_digits(month) || !all_digits(day)) return {};
  const chrono::year_month_day date{chrono::year{std::stoi(year)},
                                    chrono::month{static_cast<unsigned>(std::stoul(month))},
                                    chrono::day{static_cast<unsigned>(std::stoul(day))}};
  if (!date.ok()) return {};
  return Day{date};
}

std::string text_of(Day day) {
  const chrono::year_month_day date{day};
  char text[32];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                static_cast<unsigned>(date.day()));
  return text;
}

Calendar::Calendar(const std::string& path) {
  std::ifstream file{path};
  if (!file) throw std::runtime_error("cannot read the calendar " + path);
  for (std::string line; std::getline(file, line);) {
    const auto day = day_of(line.substr(0, 10));
    if (!day) continue;  // the header
    workday_[*day] = line.compare(10, 8, ",workday") == 0;
    years_.insert(year_of(*day));
  }
  if (years_.empty()) throw std::runtime_error("no day in the calendar " + path);
}

bool Calendar::is_workday(Day day) const {
  if (const auto found = workday_.find(day); found != workday_.end()) return found->second;
  return chrono::weekday{day}.iso_encoding() <= 5;
}

bool Calendar::is_adopted(Day day) const { return years_.contains(year_of(day)); }

std::optional<Due> Calendar::due(const std::string& limit, Day start) const {
  if (const auto date = day_of(limit)) return Due{*date};
  const auto unit = limit.find_first_not_of("0123456789");
  if (unit == 0 || unit == std::string::npos || unit > 4) return {};
  const int count = std::stoi(limit.substr(0, unit));
  const bool working = limit.substr(unit) == "wd";
  if (count == 0 || (!working && limit.substr(unit) != "d")) return {};

  Due due{start};
  const auto step = [&] {
    due.day += Days{1};
    due.provisional = due.provisional || !is_adopted(due.day);
  };
  for (int counted = 0; counted < count;) {
    step();
    if (!working || is_workday(due.day)) ++counted;
  }
  while (!is_workday(due.day)) step();
  return due;
}

int Calendar::workdays(Day after, Day until) const {
  int count = 0;
  for (Day day = after + Days{1}; day <= until; day += Days{1}) count += is_workday(day) ? 1 : 0;
  return count;
}

}  // namespace ducha::model
