// The office as its facts have made it: units, groups, decisions, the calendar.

#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ledger/domain/calendar.h"
#include "ledger/domain/event.h"
#include "ledger/domain/rules.h"

namespace ducha::domain {

struct Unit {
  std::string code, name;  // the latest name; earlier ones stay its aliases
  UnitKind kind = UnitKind::department;
  std::string head;
  std::vector<std::string> aliases;
  std::vector<std::pair<Day, std::string>> renamed;  // from which day on it had which name, besides the first
  std::string first_name;
  std::optional<Day> ended;  // merged or retired on that day
  std::string into;          // the unit it was merged into

  // 更名: what it was called on a day.
  const std::string& name_on(Day day) const;
  bool ended_on(Day day) const { return ended && *ended <= day; }
};

struct DecisionRecord {
  std::string number, title;
  Source source = Source::document;
  bool major = false;
  Day on;
  std::string session, item, document, chair;
  std::vector<std::string> procedure;                     // steps taken (Art. 16)
  std::vector<std::pair<Day, std::string>> publications;  // when, by which channel (Art. 28)

  // 重大行政决策程序: the steps a major decision lacks.
  std::vector<std::string_view> steps_missing() const;
};
DecisionRecord record_of(Day on, const DecisionMade& fact);
// The number of the decision the fact is about; empty when it is about something else of the office.
std::string_view decision_told(const Fact& fact);

// By number.
using Decisions = std::map<std::string, DecisionRecord, std::less<>>;

// 决策登记簿: where an office finds the decisions it was not told of itself. There is no end to decisions, and a
// question needs few of them.
class DecisionBook {
 public:
  virtual ~DecisionBook() = default;
  virtual std::optional<DecisionRecord> decision(std::string_view number) const = 0;
  virtual Decisions decisions() const = 0;
};

// 分管 (Art. 7): what a post answers for from a day on.
struct Portfolio {
  Day on;
  std::string post;
  std::vector<std::string> units;  // codes
};

// 代为负责 (Arts. 7, 62).
struct Acting {
  Day on;
  std::string post, acting;
  std::optional<Day> until;
};

// 表扬、批评、约谈、移送 of a unit as such.
struct UnitMeasure {
  Day on;
  Measure measure;
  std::string unit, text, approver;
};

// A name that means several units, but not which: 区相关部门, 各有关单位, 领导小组成员单位.
bool vague(std::string_view name);

class Office {
 public:
  void evolve(Day on, const Fact& fact);
  // From here on decisions are looked up there, too. Copies of the office share it.
  void look_up_in(std::shared_ptr<const DecisionBook> book) { book_ = std::move(book); }

  // By code, name or alias; null when there is none.
  const Unit* unit(std::string_view name) const;
  bool is_group(std::string_view name) const { return groups_.contains(name); }
  // The codes of a group's units on that day, nested groups included, each once, in the order named. Before
  // its first definition a group is what that definition says.
  std::vector<std::string> expand(std::string_view group, Day on) const;
  // Whether `group` would, through its members, hold itself.
  bool holds(std::string_view group, std::string_view member) const;
  std::optional<DecisionRecord> decision(std::string_view number) const;
  // A unit's name on a day; the code itself when there is no such unit.
  std::string name_of(std::string_view code, Day day) const;
  // 分管领导: the post whose portfolio holds the unit on that day, the one set last; empty when there is none.
  std::string_view post_over(std::string_view unit, Day day) const;
  // Who leads for a post on that day: who stands in for it, else the post itself.
  std::string_view standing_in(std::string_view post, Day day) const;
  // The leader of a docket on a day: the post it names, else the one over its lead unit; whoever stands in.
  std::string_view leader(std::string_view named, std::string_view lead, Day day) const;
  // Posts are known by a portfolio, by standing in, as the head of a unit or the chair of a decision.
  bool is_post(std::string_view name) const;
  std::vector<std::string> posts() const;

  const std::map<std::string, Unit, std::less<>>& units() const { return units_; }
  // All of them, which may be many.
  Decisions decisions() const;
  const std::vector<Portfolio>& portfolios() const { return portfolios_; }
  const std::vector<Acting>& actings() const { return actings_; }
  const std::vector<UnitMeasure>& measures() const { return measures_; }
  // Every name a unit or group answers to.
  std::vector<std::string> names() const;
  const Calendar& calendar() const { return calendar_; }
  const Rules& rules() const { return rules_; }
  const std::string& title() const { return title_; }

 private:
  struct Definition {
    Day on;
    std::vector<std::string> members;
  };
  const Definition* definition(std::string_view group, Day on) const;
  void expand(std::string_view group, Day on, int depth, std::vector<std::string>& into) const;

  Unit* known(std::string_view code);
  std::set<std::string> posts_but_chairs() const;

  void take(Day on, const LedgerStarted& fact);
  void take(Day on, const CalendarAdopted& fact);
  void take(Day on, const RulesAdopted& fact);
  void take(Day on, const UnitRegistered& fact);
  void take(Day on, const UnitAliased& fact);
  void take(Day on, const UnitRenamed& fact);
  void take(Day on, const UnitMerged& fact);
  void take(Day on, const UnitRetired& fact);
  void take(Day on, const GroupDefined& fact);
  void take(Day on, const GroupMemberNamed& fact);
  void take(Day on, const PortfolioSet& fact);
  void take(Day on, const PortfolioUnitNamed& fact);
  void take(Day on, const ActingSet& fact);
  void take(Day on, const DecisionMade& fact);
  void take(Day on, const DecisionPublished& fact);
  void take(Day on, const MeasureTaken& fact);

  std::string title_;
  std::map<std::string, Unit, std::less<>> units_;                      // by code
  std::map<std::string, std::string, std::less<>> names_;               // name or alias → code
  std::map<std::string, std::vector<Definition>, std::less<>> groups_;  // definitions in the order recorded
  Decisions decisions_;                                                 // those it was told
  std::shared_ptr<const DecisionBook> book_;                            // the others
  std::vector<Portfolio> portfolios_;                                   // in the order recorded
  std::vector<Acting> actings_;
  std::vector<UnitMeasure> measures_;
  Calendar calendar_;
  Rules rules_;
};

}  // namespace ducha::domain
