#include "ledger/domain/office.h"

#include <algorithm>
#include <array>

namespace ducha::domain {
namespace {

// Deeper nesting than any office has; a cycle cannot be recorded.
constexpr int nesting_max = 16;

}  // namespace

bool vague(std::string_view name) {
  constexpr std::array<std::string_view, 4> anywhere{"相关", "有关", "成员单位", "其他"};
  if (std::any_of(anywhere.begin(), anywhere.end(),
                  [&](std::string_view mark) { return name.find(mark) != std::string_view::npos; }))
    return true;
  // 各X that is no group, and class words without a name.
  for (const std::string_view prefix : {"各", "区", "市", "县"})
    if (name.starts_with(prefix)) {
      name.remove_prefix(prefix.size());
      if (prefix == "各") return true;
      break;
    }
  if (name.starts_with("各")) return true;
  constexpr std::array<std::string_view, 10> classes{"部门", "单位", "街道", "板块",   "社区",
                                                     "园区", "镇街", "乡镇", "各部门", "街办"};
  return std::find(classes.begin(), classes.end(), name) != classes.end();
}

void Office::take(Day, const LedgerStarted& fact) { title_ = fact.office; }

void Office::take(Day, const CalendarAdopted& fact) {
  calendar_.adopt(static_cast<int>(fact.year), std::string(fact.edition), parse_calendar(fact.days).days);
}

void Office::take(Day, const UnitRegistered& fact) {
  auto& unit = units_[std::string(fact.unit)];
  unit.code = fact.unit;
  unit.name = fact.title;
  unit.kind = fact.kind;
  unit.head = fact.head;
  names_[unit.code] = unit.code;
  names_[unit.name] = unit.code;
}

void Office::take(Day, const UnitAliased& fact) {
  const auto unit = units_.find(fact.unit);
  if (unit == units_.end()) return;
  unit->second.aliases.emplace_back(fact.alias);
  names_[std::string(fact.alias)] = unit->first;
}

void Office::take(Day on, const GroupDefined& fact) { groups_[std::string(fact.group)].push_back({on, {}}); }

void Office::take(Day, const GroupMemberNamed& fact) {
  groups_[std::string(fact.group)].back().members.emplace_back(fact.member);
}

void Office::take(Day, const DecisionMade& fact) {
  decisions_[std::string(fact.decision)] = {std::string(fact.decision), std::string(fact.title), fact.source,
                                            fact.major};
}

void Office::evolve(Day on, const Fact& fact) {
  std::visit(
      [&](const auto& each) {
        if constexpr (requires { take(on, each); }) take(on, each);
      },
      fact);
}

const Unit* Office::unit(std::string_view name) const {
  const auto code = names_.find(name);
  return code == names_.end() ? nullptr : &units_.find(code->second)->second;
}

const DecisionRecord* Office::decision(std::string_view number) const {
  const auto found = decisions_.find(number);
  return found == decisions_.end() ? nullptr : &found->second;
}

const Office::Definition* Office::definition(std::string_view group, Day on) const {
  const auto found = groups_.find(group);
  if (found == groups_.end()) return nullptr;
  const Definition* chosen = nullptr;
  for (const auto& each : found->second)
    if (each.on <= on && (!chosen || each.on >= chosen->on)) chosen = &each;
  if (chosen) return chosen;
  return &*std::min_element(found->second.begin(), found->second.end(),
                            [](const Definition& a, const Definition& b) { return a.on < b.on; });
}

void Office::expand(std::string_view group, Day on, int depth, std::vector<std::string>& into) const {
  const auto* defined = definition(group, on);
  if (!defined || depth > nesting_max) return;
  for (const auto& member : defined->members) {
    if (const auto* named = unit(member)) {
      if (std::find(into.begin(), into.end(), named->code) == into.end()) into.push_back(named->code);
    } else {
      expand(member, on, depth + 1, into);
    }
  }
}

std::vector<std::string> Office::expand(std::string_view group, Day on) const {
  std::vector<std::string> codes;
  expand(group, on, 0, codes);
  return codes;
}

bool Office::holds(std::string_view group, std::string_view member) const {
  if (group == member) return true;
  const auto found = groups_.find(group);
  if (found == groups_.end()) return false;
  return std::any_of(found->second.begin(), found->second.end(), [&](const Definition& each) {
    return std::any_of(each.members.begin(), each.members.end(),
                       [&](const std::string& inner) { return holds(inner, member); });
  });
}

std::vector<std::string> Office::names() const {
  std::vector<std::string> all;
  for (const auto& [name, code] : names_) all.push_back(name);
  for (const auto& [name, definitions] : groups_) all.push_back(name);
  return all;
}

}  // namespace ducha::domain
