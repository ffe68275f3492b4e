// A naive working-day calendar (工作日历) for checking the real one: it walks day by day and asks each day what it is.
//
// Days of a year that has no row in the file are counted Monday to Friday, and a count that touches one says so.

#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <string>

namespace ducha::model {

using Day = std::chrono::sys_days;
using Days = std::chrono::days;

// `YYYY-MM-DD`, and nothing when the text is not the name of a day.
std::optional<Day> day_of(const std::string& text);
std::string text_of(Day day);

// A due day, and whether its count touched a year nobody has adopted a calendar for.
struct Due {
  Day day;
  bool provisional = false;
};

class Calendar {
 public:
  // Reads the rows `date,kind,name`; kind is `holiday` or `workday`. Throws std::runtime_error when it cannot.
  explicit Calendar(const std::string& path);

  bool is_workday(Day day) const;
  bool is_adopted(Day day) const;  // the year of the day has a row

  // A limit as commands write it: a date, `Nwd` or `Nd`. The day `start` is not counted.
  std::optional<Due> due(const std::string& limit, Day start) const;

  // Working days in (after, until].
  int workdays(Day after, Day until) const;

 private:
  std::map<Day, bool> workday_;  // the days that are not what their weekday says
  std::set<int> years_;
};

}  // namespace ducha::model
