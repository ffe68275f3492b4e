#include "tests/model/reports.h"

#include <algorithm>
#include <map>
#include <set>

#include "tests/model/course.h"
#include "tests/model/office.h"
#include "tests/model/states.h"

namespace ducha::model {

History steps_of(const History& known, const std::string& docket, Day upto) {
  History steps;
  for (const auto& told : in_order(known))
    if (told.on <= upto && (told.text("docket") == docket || told.what() == "merge-unit")) steps.push_back(told);
  return steps;
}

std::vector<std::string> dockets_of(const History& known) {
  std::set<std::string> codes;
  for (const auto& told : known)
    if (told.what() == "open") codes.insert(told.text("docket"));
  return {codes.begin(), codes.end()};
}

namespace {

Json day_or_null(std::optional<Day> day) { return day ? Json(text_of(*day)) : Json(); }

template <class Visit>
void each_docket(const History& known, const Calendar& calendar, Day on, const Visit& visit) {
  for (const auto& docket : dockets_of(known)) {
    const Course course(calendar, steps_of(known, docket, on));
    if (course.opening()) visit(docket, course, duties_on(course, on));
  }
}

}  // namespace

Json duties(const History& history, const Calendar& calendar, const Look& look) {
  Json rows = Json::array();
  each_docket(known(history, look.known_at), calendar, look.on,
              [&](const std::string& docket, const Course&, std::vector<Duty> duties) {
                std::sort(duties.begin(), duties.end(), [](const Duty& a, const Duty& b) {
                  return std::tuple(a.due, a.unit, a.kind, std::string(name_of(a.role))) <
                         std::tuple(b.due, b.unit, b.kind, std::string(name_of(b.role)));
                });
                for (const auto& duty : duties)
                  rows.push_back({{"docket", docket},
                                  {"duty", duty.kind},
                                  {"unit", duty.unit},
                                  {"role", name_of(duty.role)},
                                  {"due", text_of(duty.due)},
                                  {"originalDue", text_of(duty.original)},
                                  {"provisional", duty.provisional},
                                  {"done", day_or_null(duty.done)},
                                  {"state", duty.state},
                                  {"days", duty.days}});
              });
  return rows;
}

Json overdue(const History& history, const Calendar& calendar, const Look& look) {
  const auto all = known(history, look.known_at);
  const Office office(all);
  std::vector<Json> rows;
  each_docket(all, calendar, look.on, [&](const std::string& docket, const Course& course, std::vector<Duty> duties) {
    auto post = course.opening()->text("leader");
    if (post.empty() && !course.lead().empty()) post = office.post_over(course.lead(), look.on);
    for (const auto& duty : duties) {
      if (duty.state != "overdue") continue;
      const auto urges = std::count_if(course.figures().begin(), course.figures().end(), [&](const Figure& figure) {
        return figure.what == "urge" && figure.unit == duty.unit;
      });
      rows.push_back({{"docket", docket},
                      {"title", course.opening()->text("title")},
                      {"duty", duty.kind},
                      {"unit", duty.unit},
                      {"name", office.name(duty.unit, look.on)},
                      {"role", name_of(duty.role)},
                      {"due", text_of(duty.due)},
                      {"originalDue", text_of(duty.original)},
                      {"days", duty.days},
                      {"workdays", calendar.workdays(duty.due, look.on)},
                      {"light", "red"},
                      {"leader", post.empty() ? "" : office.acting(post, look.on)},
                      {"urges", urges},
                      {"provisional", duty.provisional}});
    }
  });
  std::sort(rows.begin(), rows.end(), [](const Json& a, const Json& b) {
    return std::tuple(-a["days"].get<int>(), a["docket"], a["unit"], a["duty"], a["role"]) <
           std::tuple(-b["days"].get<int>(), b["docket"], b["unit"], b["duty"], b["role"]);
  });
  return Json(rows);
}

std::optional<std::string> refused(const History& history, const Calendar& calendar, const Told& told) {
  auto after = history;
  after.push_back(told);
  const auto all = known(after, {});
  const Day last = Day{std::chrono::year{2999} / 1 / 1};
  if (told.what() == "close")
    for (const auto& child : dockets_of(all)) {
      const Course course(calendar, steps_of(all, child, told.on));
      if (course.is_open() && course.opening()->text("parent") == told.text("docket")) return "children_open";
    }
  // Also of one whose opening is gone.
  std::set<std::string> codes;
  for (const auto& each : all)
    if (!each.text("docket").empty()) codes.insert(each.text("docket"));
  for (const auto& docket : codes) {
    const Course course(calendar, steps_of(all, docket, last));
    if (course.broken()) return course.broken();
  }
  return {};
}

Told decided(const History& history, const Calendar& calendar, Told told) {
  if (told.text("docket").empty() || told.what() == "open") return told;
  Course(calendar, steps_of(known(history, {}), told.text("docket"), told.on)).decide(told);
  return told;
}

}  // namespace ducha::model
