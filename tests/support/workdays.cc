#include "tests/support/workdays.h"

#include <string>

#include "ledger/domain/default_calendar.h"

namespace ducha::support {

const domain::Calendar& calendar() {
  static const auto adopted = [] {
    domain::Calendar made;
    const auto text = domain::parse_calendar(domain::default_calendar_csv);
    for (const auto& listed : text.days)
      if (const int year = civil(listed.day).year; !made.covers(year))
        made.adopt(year, std::to_string(year), text.days);
    return made;
  }();
  return adopted;
}

Day workday_from(Day day) {
  while (!calendar().workday(day)) day = day + 1;
  return day;
}

Day workday_upto(Day day) {
  while (!calendar().workday(day)) day = day - 1;
  return day;
}

Day workdays_after(Day day, int count) {
  for (; count > 0; --count) day = workday_from(day + 1);
  return day;
}

}  // namespace ducha::support
