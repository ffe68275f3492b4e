#include "tests/model/teller.h"

#include <algorithm>

#include "tests/model/reports.h"
#include "tests/model/states.h"

namespace ducha::model {

namespace {

const std::string units[] = {"A", "B", "C", "D", "S", "T"};
const std::string posts[] = {"副区长一", "副区长二", "副区长三"};
// Around holidays, year ends, and where the adopted calendars end.
const char* const beginnings[] = {"2022-01-20", "2022-04-25", "2022-09-26", "2023-12-20", "2024-02-05",
                                  "2025-12-15", "2026-12-01", "2027-02-10", "2028-02-20"};

}  // namespace

Teller::Teller(std::uint64_t seed, const Calendar& calendar)
    : chance_(seed), calendar_(calendar), today_(*day_of(chance_.one_of(beginnings))) {}

std::vector<Json> Teller::office() {
  std::vector<Json> lines;
  for (const auto& code : units)
    lines.push_back({{"do", "register-unit"},
                     {"unit", code},
                     {"name", "区" + code + "局"},
                     {"kind", code >= "S" ? "subdistrict" : "department"},
                     {"aliases", {code + "局"}}});
  lines.push_back({{"do", "define-group"}, {"name", "各街道"}, {"members", {"S", "T"}}});
  lines.push_back({{"do", "define-group"}, {"name", "各单位组"}, {"members", {"各街道", "D"}}});
  lines.push_back({{"do", "set-portfolio"}, {"post", posts[0]}, {"units", {"A", "S"}}});
  lines.push_back({{"do", "set-portfolio"}, {"post", posts[1]}, {"units", {"B"}}});
  lines.push_back({{"do", "decide"}, {"decision", "常1"}, {"title", "常务会议"}, {"source", "executive"}});
  for (auto& line : lines) {
    line["on"] = "2021-12-01";
    line["id"] = "o" + std::to_string(++told_);
  }
  return lines;
}

std::string Teller::date() { return text_of(today_ + Days{chance_.between(-2, 25)}); }

std::string Teller::limit() {
  static const char* const limits[] = {"1wd", "2wd", "3wd", "3wd", "3wd", "5wd", "10wd", "1d", "3d", "7d", "15d"};
  if (chance_.percent(50)) return date();
  return chance_.one_of(limits);
}

std::string Teller::unit() { return chance_.one_of(units); }

std::string Teller::unit_or_group() {
  const auto draw = chance_.below(12);
  return draw == 0 ? "各街道" : draw == 1 ? "各单位组" : draw == 2 ? "区" + unit() + "局" : unit();
}

std::vector<std::string> Teller::some_units(std::size_t most) {
  std::vector<std::string> some;
  for (auto left = chance_.below(most + 1); left > 0; --left) some.push_back(unit_or_group());
  return some;
}

std::vector<Day> Teller::days_that_matter(const Course& course) const {
  std::vector<Day> days;
  for (const auto& duty : duties_on(course, today_)) days.push_back(duty.due);
  return days;
}

// The clock of the story goes on, by leaps to where something happens; now and then paper arrives late.
Day Teller::some_day(const History& so_far) {
  const auto codes = dockets_of(so_far);
  const auto draw = chance_.below(100);
  if (draw < 40) return today_;
  if (draw < 52 || codes.empty()) return today_ += Days{chance_.between(1, 3)};
  if (draw < 56) return today_ += Days{chance_.between(4, 40)};
  std::vector<Day> days;
  const auto known_now = known(so_far, {});
  for (const auto& told : known_now)
    if (!told.text("docket").empty()) days.push_back(told.on);
  const Course course(calendar_, steps_of(known_now, chance_.one_of(codes), today_));
  const auto matter = days_that_matter(course);
  if (draw < 85 && !matter.empty()) {
    const Day day = chance_.one_of(matter) + Days{chance_.between(-1, 1)};
    // Forward in most cases.
    if (day >= today_ && day <= today_ + Days{60}) return today_ = day;
    if (chance_.percent(30)) return std::min(day, today_);
    return today_;
  }
  if (days.empty()) return today_;
  const Day day = chance_.one_of(days) + Days{chance_.between(-1, 1)};
  return std::min(day, today_);
}

Day Teller::look(const History& so_far) {
  const auto codes = dockets_of(known(so_far, {}));
  if (codes.empty() || chance_.percent(15)) return today_ + Days{chance_.between(-5, 90)};
  std::vector<Day> days;
  for (const auto& told : so_far)
    if (!told.text("docket").empty()) days.push_back(told.on);
  const Course course(calendar_, steps_of(known(so_far, {}), chance_.one_of(codes), today_));
  for (const Day day : days_that_matter(course)) days.push_back(day);
  return chance_.one_of(days) + Days{chance_.between(-1, 1)};
}

Json Teller::about_office(const History& so_far) {
  Json json;
  switch (chance_.below(8)) {
    case 0:
      return {{"do", "rename-unit"}, {"unit", unit()}, {"name", "新" + std::to_string(told_) + "局"}};
    case 1:
      return {
          {"do", "define-group"}, {"name", "各街道"}, {"members", some_units(0).empty() ? Json{"S", unit()} : Json()}};
    case 2:
      return {{"do", "set-portfolio"}, {"post", chance_.one_of(posts)}, {"units", {unit()}}};
    case 3:
      return {{"do", "set-acting"},
              {"post", posts[0]},
              {"acting", posts[1]},
              {"until", text_of(today_ + Days{chance_.between(0, 20)})}};
    case 4:
      if (so_far.size() > 25 && chance_.percent(50)) {
        const auto from = unit();
        const auto into = unit();
        return {{"do", "merge-unit"}, {"unit", from}, {"into", into}};
      }
      break;
    case 5:
      if (so_far.size() > 25 && chance_.percent(30)) return {{"do", "retire-unit"}, {"unit", unit()}};
      break;
    case 6:
      return {{"do", "publish"}, {"decision", "常1"}, {"channel", "网站"}};
    default:
      break;
  }
  return {{"do", "set-portfolio"}, {"post", posts[2]}, {"units", {"C", "T"}}};
}

Json Teller::correction(const History& so_far) {
  const auto& wrong = so_far[chance_.below(so_far.size())];
  return {{"do", "correct"}, {"entry", wrong.text("id")}, {"reason", "误录"}};
}

Json Teller::opening(const History& so_far) {
  const auto codes = dockets_of(so_far);
  Json json{{"do", "open"}, {"docket", "D" + std::to_string(codes.size() + 1)}, {"title", "事项"}, {"decision", "常1"}};
  if (chance_.percent(5)) json["docket"] = "D1";
  if (chance_.percent(40)) json["leader"] = posts[chance_.below(2)];
  if (!codes.empty() && chance_.percent(50)) json["parent"] = chance_.one_of(codes);
  return json;
}

Json Teller::next(const History& so_far) {
  const auto number = std::to_string(++told_);
  const Day on = some_day(so_far);
  const auto codes = dockets_of(so_far);
  Json json;
  if (codes.empty() || (codes.size() < 3 && chance_.percent(6))) {
    json = opening(so_far);
  } else if (chance_.percent(4)) {
    json = about_office(so_far);
  } else if (chance_.percent(5)) {
    json = correction(so_far);
  } else {
    const auto& docket = chance_.one_of(codes);
    json = about(docket, Course(calendar_, steps_of(known(so_far, {}), docket, on)));
    json["docket"] = chance_.percent(1) ? "D9" : docket;
  }
  json["on"] = text_of(on);
  if (chance_.percent(1)) json["on"] = "2199-01-04";
  json["id"] = "c" + number;
  return json;
}

}  // namespace ducha::model
