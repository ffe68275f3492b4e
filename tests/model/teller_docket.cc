// What the teller makes happen to one docket.

#include <algorithm>

#include "tests/model/states.h"
#include "tests/model/teller.h"

namespace ducha::model {

namespace {

struct Verb {
  const char* name;
  unsigned weight;
};
constexpr Verb verbs[] = {{"accept", 10},    {"object", 3},   {"settle", 4},    {"reassign", 9},  {"feedback", 20},
                          {"contribute", 5}, {"urge", 3},     {"notice", 3},    {"extend", 8},    {"grant", 8},
                          {"deny", 2},       {"suspend", 5},  {"resume", 7},    {"complete", 9},  {"return", 7},
                          {"inspect", 1},    {"close", 5},    {"reopen", 3},    {"withdraw", 2},  {"strike", 1},
                          {"archive", 1},    {"conclude", 3}, {"rectify", 3},   {"contest", 2},   {"rule", 3},
                          {"exempt", 7},     {"commend", 1},  {"criticise", 1}, {"interview", 1}, {"refer", 1},
                          {"assign", 1}};

std::string one_verb(support::Chance& chance) {
  std::size_t all = 0;
  for (const auto& verb : verbs) all += verb.weight;
  auto drawn = chance.below(all);
  for (const auto& verb : verbs) {
    if (drawn < verb.weight) return verb.name;
    drawn -= verb.weight;
  }
  return verbs[0].name;
}

}  // namespace

void Teller::assignment(Json& json) {
  static const char* const cadences[] = {"weekly:1",   "weekly:3",  "weekly:5",     "weekly:7",     "monthly:25",
                                         "monthly:31", "monthly:1", "quarterly:20", "quarterly:31", "none"};
  json["lead"] = chance_.percent(2) ? "各街道" : unit();
  if (const auto joint = some_units(2); !joint.empty()) json["joint"] = joint;
  if (const auto supporting = some_units(3); !supporting.empty()) json["supporting"] = supporting;
  if (chance_.percent(80)) json["due"] = limit();
  if (chance_.percent(60)) json["supportingDue"] = limit();
  if (chance_.percent(85)) json["cadence"] = chance_.one_of(cadences);
}

void Teller::reassignment(Json& json, const Course& course) {
  if (chance_.percent(45)) json["lead"] = unit();
  if (chance_.percent(40)) json["joint"] = some_units(2);
  if (chance_.percent(50)) json["supporting"] = some_units(2);
  if (chance_.percent(35)) {
    std::vector<std::string> present;
    for (const auto& stay : course.stays())
      if (stay.present()) present.push_back(stay.unit);
    json["remove"] = {present.empty() || chance_.percent(20) ? unit() : chance_.one_of(present)};
  }
  if (chance_.percent(40)) json["due"] = limit();
  json["reason"] = "职责调整";
}

void Teller::report(Json& json, const Course& course, std::size_t stay) {
  json["text"] = "进展";
  if (chance_.percent(20)) json["nothing"] = true;
  if (chance_.percent(30)) json["progress"] = chance_.between(0, 100);
  if (!chance_.percent(45)) return;
  auto days = course.feedback_days(stay, today_ + Days{chance_.between(-20, 20)});
  if (!days.empty()) json["period"] = text_of(chance_.percent(40) ? days.back() : chance_.one_of(days));
  if (chance_.percent(5)) json["period"] = date();
}

Json Teller::about(const std::string& docket, const Course& course) {
  (void)docket;
  std::vector<std::size_t> present, leading;
  for (std::size_t i = 0; i < course.stays().size(); ++i) {
    if (!course.stays()[i].present()) continue;
    present.push_back(i);
    if (course.stays()[i].leads()) leading.push_back(i);
  }
  const bool assigned = !course.stays().empty();
  std::string verb = !assigned && chance_.percent(85) ? "assign" : one_verb(chance_);
  Json json{{"do", verb}};
  // Mostly somebody who has a role there.
  auto whom = unit();
  std::optional<std::size_t> stay;
  const bool lead_wanted = verb == "extend" || verb == "complete";
  const auto& among = lead_wanted ? leading : present;
  if (!among.empty() && !chance_.percent(12)) {
    stay = chance_.one_of(among);
    whom = course.stays()[*stay].unit;
  }
  const auto is = [&](std::initializer_list<const char*> some) {
    return std::any_of(some.begin(), some.end(), [&](const char* each) { return verb == each; });
  };
  if (is({"accept", "object", "settle", "feedback", "contribute", "urge", "notice", "complete", "conclude", "rectify",
          "contest", "commend", "criticise", "interview", "refer", "exempt"}))
    json["unit"] = whom;
  if (is({"extend", "rule"}) && chance_.percent(60)) json["unit"] = whom;
  if (is({"object", "suspend", "return", "deny", "withdraw", "reopen", "exempt"})) json["reason"] = "情况说明";
  if (verb == "extend" && chance_.percent(75)) json["reason"] = "情况说明";
  if (verb == "assign") assignment(json);
  if (verb == "reassign") reassignment(json, course);
  if (verb == "settle") json["outcome"] = chance_.percent(65) ? "upheld" : "dismissed";
  if (verb == "feedback") {
    if (!stay && !course.stays().empty()) stay = chance_.below(course.stays().size());
    if (stay) report(json, course, *stay);
  }
  static const char* const colours[] = {"blue", "yellow", "orange", "red"};
  if (verb == "notice") json["colour"] = chance_.one_of(colours);
  if (verb == "extend" && !chance_.percent(8)) json["to"] = chance_.percent(45) ? "5wd" : limit();
  if (verb == "grant" && chance_.percent(60)) json["to"] = limit();
  static const char* const findings[] = {"confirmed", "partial", "false"};
  if (verb == "inspect") json["finding"] = chance_.one_of(findings);
  static const char* const results[] = {"done", "not_done", "merged"};
  if (verb == "close" && chance_.percent(75)) json["result"] = chance_.one_of(results);
  if (verb == "reopen" && chance_.percent(50)) json["due"] = limit();
  if (verb == "conclude" && chance_.percent(85)) json["rectifyBy"] = chance_.percent(70) ? date() : limit();
  static const char* const outcomes[] = {"upheld", "amended", "revoked"};
  if (verb == "rule") json["outcome"] = chance_.one_of(outcomes);
  if (verb == "exempt") {
    static const char* const kinds[] = {"acceptance", "feedback", "part", "completion", "rectification"};
    json["duty"] = chance_.one_of(kinds);
    json["due"] = date();
    const auto owed = duties_on(course, today_ + Days{chance_.between(0, 9)});
    if (!owed.empty() && !chance_.percent(10)) {
      const auto& duty = chance_.one_of(owed);
      json["duty"] = duty.kind;
      json["unit"] = duty.unit;
      json["due"] = text_of(chance_.percent(70) ? duty.due : duty.original);
    }
  }
  return json;
}

}  // namespace ducha::model
