// The working-day calendar: which days the State Council's notices move.
//
// A calendar is a set of yearly editions. A listed day is what the list says (`holiday` is off, `workday`
// is a made-up weekend); any other day is a working day from Monday to Friday. A year without an
// edition is counted Monday to Friday, and whoever counted through it is told (`covers`).

#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/base/day.h"

namespace ducha::domain {

enum class DayKind : std::uint8_t { holiday, workday };

struct ListedDay {
  Day day;
  DayKind kind;
  std::string name;  // the festival, as the list has it
  bool operator==(const ListedDay&) const = default;
};

// What is wrong with a calendar's text, and in which line of it (from 1).
struct CalendarFlaw {
  std::size_t line;
  std::string what;
};

// The listed days of a text with the header `date,kind,name`. The flaw, if there is one, is the first.
struct CalendarText {
  std::vector<ListedDay> days;
  std::vector<CalendarFlaw> flaws;
};
CalendarText parse_calendar(std::string_view csv);
// The listed days as an edition keeps them: a line `date,kind,name` each, in the order of the days, no header. Names
// hold no line breaks.
std::string calendar_text(std::vector<ListedDay> days);
// Those of one year.
std::vector<ListedDay> days_of(int year, const std::vector<ListedDay>& days);

class Calendar {
 public:
  // Takes the place of any earlier edition of that year. Days of other years are left out.
  void adopt(int year, std::string edition, const std::vector<ListedDay>& days);

  bool workday(Day day) const;
  // What the list says of the day; null when it is an ordinary one.
  const ListedDay* listed(Day day) const;
  bool covers(int year) const { return editions_.contains(year); }
  // Year → name of the edition in force.
  const std::map<int, std::string>& editions() const { return editions_; }
  // Working days in (after, upto]; 0 when upto <= after.
  int workdays_between(Day after, Day upto) const;

 private:
  std::map<Day, ListedDay> listed_;
  std::map<int, std::string> editions_;
};

}  // namespace ducha::domain
