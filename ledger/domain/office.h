// The office as its facts have made it: units, groups, decisions, the calendar.

#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/domain/calendar.h"
#include "ledger/domain/event.h"
#include "ledger/domain/rules.h"

namespace ducha::domain {

struct Unit {
  std::string code, name;
  UnitKind kind = UnitKind::department;
  std::string head;
  std::vector<std::string> aliases;
};

struct DecisionRecord {
  std::string number, title;
  Source source = Source::document;
  bool major = false;
};

// A name that means several units, but not which: 区相关部门, 各有关单位, 领导小组成员单位.
bool vague(std::string_view name);

class Office {
 public:
  void evolve(Day on, const Fact& fact);

  // By code, name or alias; null when there is none.
  const Unit* unit(std::string_view name) const;
  bool is_group(std::string_view name) const { return groups_.contains(name); }
  // The codes of a group's units on that day, nested groups included, each once, in the order named. Before
  // its first definition a group is what that definition says.
  std::vector<std::string> expand(std::string_view group, Day on) const;
  // Whether `group` would, through its members, hold itself.
  bool holds(std::string_view group, std::string_view member) const;
  const DecisionRecord* decision(std::string_view number) const;

  const std::map<std::string, Unit, std::less<>>& units() const { return units_; }
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

  void take(Day on, const LedgerStarted& fact);
  void take(Day on, const CalendarAdopted& fact);
  void take(Day on, const UnitRegistered& fact);
  void take(Day on, const UnitAliased& fact);
  void take(Day on, const GroupDefined& fact);
  void take(Day on, const GroupMemberNamed& fact);
  void take(Day on, const DecisionMade& fact);

  std::string title_;
  std::map<std::string, Unit, std::less<>> units_;                      // by code
  std::map<std::string, std::string, std::less<>> names_;               // name or alias → code
  std::map<std::string, std::vector<Definition>, std::less<>> groups_;  // definitions in the order recorded
  std::map<std::string, DecisionRecord, std::less<>> decisions_;
  Calendar calendar_;
  Rules rules_;
};

}  // namespace ducha::domain
