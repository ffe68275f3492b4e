#include "tests/model/understood.h"

#include <algorithm>

#include "tests/model/office.h"
#include "tests/model/reports.h"

namespace ducha::model {

namespace {

bool of_the_office(const std::string& what) {
  static const char* const verbs[] = {"register-unit", "rename-unit", "merge-unit", "retire-unit", "define-group",
                                      "set-portfolio", "set-acting",  "decide",     "publish",     "correct"};
  return std::any_of(std::begin(verbs), std::end(verbs), [&](const char* verb) { return what == verb; });
}

// 各有关单位: several units and no defined group, kept as written and owing nothing.
bool is_vague(const std::string& word) {
  return word.starts_with("各") || word.find("相关部门") != std::string::npos ||
         word.find("有关单位") != std::string::npos;
}

}  // namespace

std::variant<Told, std::string> understood(const History& so_far, const Json& line, Day recorded) {
  Told told{line, *day_of(line.at("on").get<std::string>())};
  if (told.on > recorded) return "on_after_recording";
  const auto what = told.what();
  const auto now = known(so_far, {});
  const Office office(now);
  if (what == "correct") {
    for (const auto& each : so_far)
      if (each.text("id") == told.text("entry"))
        return each.what() == "correct" ? std::variant<Told, std::string>("correction_stands") : told;
    return "command_unknown";
  }
  for (const char* field : {"members", "units"})
    for (const auto& word : told.list(field))
      if (!office.expanded(word, told.on)) return "unit_unknown";
  if (what == "decide" || what == "register-unit" || what == "define-group" || what == "set-portfolio") return told;
  if ((what == "open" || what == "publish") && !office.decision(told.text("decision"))) return "decision_unknown";
  if (what != "open" && !of_the_office(what)) {
    const auto codes = dockets_of(now);
    if (std::find(codes.begin(), codes.end(), told.text("docket")) == codes.end()) return "docket_unknown";
  }
  for (const char* field : {"unit", "into", "lead"}) {
    if (!told.has(field) || what == "close") continue;
    const auto word = told.text(field);
    if (field == std::string("lead") && office.is_group(word)) return "group_cannot_lead";
    const auto code = office.unit(word);
    if (!code && field == std::string("lead") && is_vague(word)) {
      told.says.erase("lead");
      continue;
    }
    if (!code) return "unit_unknown";
    told.says[field] = *code;
  }
  for (const char* field : {"joint", "supporting", "remove"}) {
    if (!told.says.contains(field)) continue;
    auto codes = Json::array();
    for (const auto& word : told.list(field)) {
      if (field == std::string("joint") && office.is_group(word)) return "group_cannot_lead";
      const auto units = office.expanded(word, told.on);
      if (!units && !is_vague(word)) return "unit_unknown";
      if (units)
        for (const auto& code : *units) codes.push_back(code);
    }
    told.says[field] = codes;
  }
  return told;
}

}  // namespace ducha::model
