#include "ledger/domain/calendar.h"

#include <algorithm>

namespace ducha::domain {
namespace {

std::string_view next_line(std::string_view& rest) {
  const auto end = rest.find('\n');
  auto line = rest.substr(0, end);
  rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

}  // namespace

CalendarText parse_calendar(std::string_view csv) {
  CalendarText text;
  if (csv.starts_with("\xEF\xBB\xBF")) csv.remove_prefix(3);
  std::size_t number = 0;
  while (!csv.empty()) {
    const auto line = next_line(csv);
    if (++number == 1 && line.starts_with("date,")) continue;
    if (line.empty()) continue;
    const auto first = line.find(',');
    const auto second = first == std::string_view::npos ? first : line.find(',', first + 1);
    const auto kind = line.substr(first == std::string_view::npos ? line.size() : first + 1,
                                  second == std::string_view::npos ? second : second - first - 1);
    const auto day = parse_day(line.substr(0, first));
    if (!day) {
      text.flaws.push_back({number, "not a day: " + std::string(line.substr(0, first))});
    } else if (kind != "holiday" && kind != "workday") {
      text.flaws.push_back({number, "neither holiday nor workday: " + std::string(kind)});
    } else {
      const auto name = second == std::string_view::npos ? std::string_view{} : line.substr(second + 1);
      text.days.push_back({*day, kind == "holiday" ? DayKind::holiday : DayKind::workday, std::string(name)});
    }
  }
  return text;
}

std::string calendar_text(std::vector<ListedDay> days) {
  std::stable_sort(days.begin(), days.end(), [](const ListedDay& a, const ListedDay& b) { return a.day < b.day; });
  std::string text;
  for (const auto& each : days)
    text += to_string(each.day) + (each.kind == DayKind::holiday ? ",holiday," : ",workday,") + each.name + "\n";
  return text;
}

std::vector<ListedDay> days_of(int year, const std::vector<ListedDay>& days) {
  std::vector<ListedDay> of_year;
  for (const auto& each : days)
    if (civil(each.day).year == year) of_year.push_back(each);
  return of_year;
}

void Calendar::adopt(int year, std::string edition, const std::vector<ListedDay>& days) {
  const auto first = *day_of({year, 1, 1});
  const auto next = *day_of({year + 1, 1, 1});
  listed_.erase(listed_.lower_bound(first), listed_.lower_bound(next));
  for (const auto& listed : days)
    if (first <= listed.day && listed.day < next) listed_[listed.day] = listed;
  editions_[year] = std::move(edition);
}

bool Calendar::workday(Day day) const {
  if (const auto listed = listed_.find(day); listed != listed_.end()) return listed->second.kind == DayKind::workday;
  return weekday(day) <= Weekday::friday;
}

const ListedDay* Calendar::listed(Day day) const {
  const auto found = listed_.find(day);
  return found == listed_.end() ? nullptr : &found->second;
}

int Calendar::workdays_between(Day after, Day upto) const {
  if (upto <= after) return 0;
  // Whole weeks have five working days; the listed days then say where that is wrong.
  int count = 0;
  const int weeks = (upto - after) / 7;
  count += weeks * 5;
  for (Day day = after + weeks * 7 + 1; day <= upto; day = day + 1) count += weekday(day) <= Weekday::friday;
  for (auto it = listed_.upper_bound(after); it != listed_.end() && it->first <= upto; ++it) {
    const bool ordinary = weekday(it->first) <= Weekday::friday;
    const bool works = it->second.kind == DayKind::workday;
    count += static_cast<int>(works) - static_cast<int>(ordinary);
  }
  return count;
}

}  // namespace ducha::domain
