#include "ledger/domain/office.h"

#include <algorithm>
#include <array>
#include <set>

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

const std::string& Unit::name_on(Day day) const {
  const std::string* called = &first_name;
  Day since;
  for (const auto& [on, renamed_to] : renamed)
    if (on <= day && (called == &first_name || since <= on)) called = &renamed_to, since = on;
  return *called;
}

std::vector<std::string_view> DecisionRecord::steps_missing() const {
  std::vector<std::string_view> missing;
  if (!major) return missing;
  for (const auto step : names_of<ProcedureStep>)
    if (std::find(procedure.begin(), procedure.end(), step) == procedure.end()) missing.push_back(step);
  return missing;
}

std::string_view decision_told(const Fact& fact) {
  if (const auto* made = std::get_if<DecisionMade>(&fact)) return made->decision;
  if (const auto* published = std::get_if<DecisionPublished>(&fact)) return published->decision;
  return {};
}

DecisionRecord record_of(Day on, const DecisionMade& fact) {
  DecisionRecord record{std::string(fact.decision),
                        std::string(fact.title),
                        fact.source,
                        fact.major,
                        on,
                        std::string(fact.session),
                        std::string(fact.item),
                        std::string(fact.document),
                        std::string(fact.chair),
                        {},
                        {}};
  for (std::string_view rest = fact.procedure; !rest.empty();) {
    const auto end = rest.find(' ');
    record.procedure.emplace_back(rest.substr(0, end));
    rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
  }
  return record;
}

void Office::take(Day, const LedgerStarted& fact) { title_ = fact.office; }

void Office::take(Day, const CalendarAdopted& fact) {
  calendar_.adopt(static_cast<int>(fact.year), std::string(fact.edition), parse_calendar(fact.days).days);
}

void Office::take(Day, const RulesAdopted& fact) { rules_ = parse_rules(fact.content).rules; }

void Office::take(Day, const UnitRegistered& fact) {
  auto& unit = units_[std::string(fact.unit)];
  unit.code = fact.unit;
  unit.name = fact.title;
  unit.first_name = fact.title;
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

void Office::take(Day on, const UnitRenamed& fact) {
  auto* unit = known(fact.unit);
  if (!unit) return;
  unit->renamed.emplace_back(on, fact.title);
  unit->aliases.push_back(unit->name);
  unit->name = unit->name_on(std::max(on, unit->renamed.back().first));
  names_[std::string(fact.title)] = unit->code;
}

void Office::take(Day on, const UnitMerged& fact) {
  auto* unit = known(fact.unit);
  if (!unit) return;
  unit->ended = on;
  unit->into = fact.into;
}

void Office::take(Day on, const UnitRetired& fact) {
  if (auto* unit = known(fact.unit)) unit->ended = on;
}

void Office::take(Day on, const PortfolioSet& fact) { portfolios_.push_back({on, std::string(fact.post), {}}); }

void Office::take(Day, const PortfolioUnitNamed& fact) { portfolios_.back().units.emplace_back(fact.unit); }

void Office::take(Day on, const ActingSet& fact) {
  actings_.push_back({on, std::string(fact.post), std::string(fact.acting), fact.until});
}

void Office::take(Day on, const MeasureTaken& fact) {
  measures_.push_back({on, fact.measure, std::string(fact.unit), std::string(fact.text), std::string(fact.approver)});
}

void Office::take(Day on, const DecisionPublished& fact) {
  auto found = decisions_.find(fact.decision);
  if (found == decisions_.end() && book_)
    if (auto record = book_->decision(fact.decision))
      found = decisions_.emplace(fact.decision, std::move(*record)).first;
  if (found != decisions_.end()) found->second.publications.emplace_back(on, fact.channel);
}

void Office::take(Day on, const GroupDefined& fact) { groups_[std::string(fact.group)].push_back({on, {}}); }

void Office::take(Day, const GroupMemberNamed& fact) {
  groups_[std::string(fact.group)].back().members.emplace_back(fact.member);
}

void Office::take(Day on, const DecisionMade& fact) { decisions_[std::string(fact.decision)] = record_of(on, fact); }

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

Unit* Office::known(std::string_view code) {
  const auto found = units_.find(code);
  return found == units_.end() ? nullptr : &found->second;
}

std::string Office::name_of(std::string_view code, Day day) const {
  const auto found = units_.find(code);
  return found == units_.end() ? std::string(code) : found->second.name_on(day);
}

std::string_view Office::post_over(std::string_view unit, Day day) const {
  // Of each post the portfolio in force; of those that hold the unit the one set last.
  const Portfolio* over = nullptr;
  for (const auto& each : portfolios_) {
    if (each.on > day || std::find(each.units.begin(), each.units.end(), unit) == each.units.end()) continue;
    const bool replaced = std::any_of(portfolios_.begin(), portfolios_.end(), [&](const Portfolio& later) {
      return later.post == each.post && later.on <= day &&
             (later.on > each.on || (later.on == each.on && &later > &each));
    });
    if (!replaced && (!over || each.on >= over->on)) over = &each;
  }
  return over ? std::string_view(over->post) : std::string_view{};
}

std::string_view Office::standing_in(std::string_view post, Day day) const {
  const Acting* acting = nullptr;
  for (const auto& each : actings_)
    if (each.post == post && each.on <= day && (!each.until || day <= *each.until) &&
        (!acting || each.on >= acting->on))
      acting = &each;
  return acting ? std::string_view(acting->acting) : post;
}

std::string_view Office::leader(std::string_view named, std::string_view lead, Day day) const {
  if (named.empty() && !lead.empty()) named = post_over(lead, day);
  return named.empty() ? named : standing_in(named, day);
}

std::set<std::string> Office::posts_but_chairs() const {
  std::set<std::string> all;
  for (const auto& each : portfolios_) all.insert(each.post);
  for (const auto& each : actings_) all.insert(each.acting);
  for (const auto& [code, unit] : units_)
    if (!unit.head.empty()) all.insert(unit.head);
  return all;
}

bool Office::is_post(std::string_view name) const {
  if (posts_but_chairs().contains(std::string(name))) return true;
  const auto all = decisions();
  return !name.empty() &&
         std::any_of(all.begin(), all.end(), [&](const auto& each) { return each.second.chair == name; });
}

std::vector<std::string> Office::posts() const {
  auto all = posts_but_chairs();
  for (const auto& [number, decision] : decisions())
    if (!decision.chair.empty()) all.insert(decision.chair);
  return {all.begin(), all.end()};
}

std::optional<DecisionRecord> Office::decision(std::string_view number) const {
  if (const auto found = decisions_.find(number); found != decisions_.end()) return found->second;
  return book_ ? book_->decision(number) : std::nullopt;
}

Decisions Office::decisions() const {
  auto all = decisions_;
  if (book_) all.merge(book_->decisions());
  return all;
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
      // A member that was merged by then is the unit it was merged into; one that was retired is nobody.
      while (named && named->ended_on(on)) named = named->into.empty() ? nullptr : unit(named->into);
      if (named && std::find(into.begin(), into.end(), named->code) == into.end()) into.push_back(named->code);
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
