// Standing: figures, rate, score and rank of each unit in each role, over the due days of a period.

#include <algorithm>
#include <map>

#include "tests/model/course.h"
#include "tests/model/office.h"
#include "tests/model/reports.h"
#include "tests/model/states.h"

namespace ducha::model {

namespace {

struct Row {
  std::map<std::string, int> counts;   // by state, and what happened
  std::map<std::string, int> notices;  // by colour
  int tenths = 0;                      // deducted, before the weight

  int owed() const { return settled() + of("pending") + of("due_today"); }
  int settled() const { return of("on_time") + of("late") + of("missed") + of("overdue"); }
  int of(const char* what) const {
    const auto found = counts.find(what);
    return found == counts.end() ? 0 : found->second;
  }
};

// In tenths of a point.
int cost(const Duty& duty) {
  const bool late = duty.state == "late", failed = duty.state == "missed" || duty.state == "overdue";
  if (duty.kind == "acceptance") return late || failed ? 1 : 0;
  if (duty.kind == "feedback") return late ? 5 : failed ? 20 : 0;
  if (duty.kind == "completion" || duty.kind == "part") return late ? 20 : failed ? 30 : 0;
  return 0;
}

bool is_colour(const std::string& what) {
  return what == "blue" || what == "yellow" || what == "orange" || what == "red";
}

}  // namespace

Json standing(const History& history, const Calendar& calendar, const Look& look, Day from, Day to) {
  const auto all = known(history, look.known_at);
  const Office office(all);
  std::map<std::pair<std::string, bool>, Row> rows;  // by unit and whether it supports
  for (const auto& docket : dockets_of(all)) {
    const Course course(calendar, steps_of(all, docket, look.on));
    for (const auto& duty : duties_on(course, look.on)) {
      if (duty.due < from || duty.due > to) continue;
      auto& row = rows[{duty.unit, duty.role == Role::supporting}];
      ++row.counts[duty.state];
      row.tenths += cost(duty);
    }
    for (const auto& figure : course.figures()) {
      if (figure.on < from || figure.on > to) continue;
      auto& row = rows[{figure.unit, !figure.leads}];
      if (is_colour(figure.what)) {
        ++row.notices[figure.what];
        continue;
      }
      ++row.counts[figure.what];
      if (figure.what == "return") row.tenths += figure.nth >= 3 ? 5 : 2;
    }
  }
  Json told = Json::array();
  for (const auto& [who, row] : rows) {
    const bool supports = who.second;
    // Hundredths of a point: the weight of a supporting unit is a half.
    const int left = std::max(0, 10000 - row.tenths * (supports ? 5 : 10));
    Json rate, score;
    if (row.settled() > 0) rate = static_cast<double>(row.of("on_time")) / row.settled();
    if (row.owed() > 0) score = left / 100.0;
    told.push_back({{"unit", who.first},
                    {"name", office.name(who.first, look.on)},
                    {"role", supports ? "supporting" : "lead"},
                    {"owed", row.owed()},
                    {"on_time", row.of("on_time")},
                    {"late", row.of("late")},
                    {"missed", row.of("missed")},
                    {"overdue", row.of("overdue")},
                    {"open", row.of("pending") + row.of("due_today")},
                    {"excused", row.of("excused")},
                    {"on_time_rate", rate},
                    {"extensions", row.of("extension")},
                    {"returns", row.of("return")},
                    {"urges", row.of("urge")},
                    {"notices", row.notices.empty() ? Json::object() : Json(row.notices)},
                    {"objections", row.of("objection")},
                    {"score", score}});
  }
  return told;
}

}  // namespace ducha::model
