// A desk of the office for stories: units, one docket, and the verbs of its life.

#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ledger/domain/decide.h"
#include "ledger/domain/default_calendar.h"
#include "ledger/domain/duty.h"

namespace ducha::domain {

inline Day day(std::string_view text) { return parse_day(text).value(); }

// The default calendar, every year adopted.
inline Calendar default_calendar() {
  Calendar calendar;
  const auto days = parse_calendar(default_calendar_csv).days;
  for (int year = 2021; year <= 2026; ++year) calendar.adopt(year, "test", days);
  return calendar;
}

class Desk {
 public:
  Desk() {
    std::string days(default_calendar_csv);
    for (std::uint32_t year = 2021; year <= 2026; ++year)
      office_.evolve(day("2021-01-01"), CalendarAdopted{year, "test", "test", days});
    for (const char* unit : {"A", "B", "C", "D", "E"}) {
      office_.evolve(day("2021-01-01"), UnitRegistered{unit, unit, UnitKind::department, {}});
    }
    office_.evolve(day("2021-01-01"), GroupDefined{"各街道"});
    office_.evolve(day("2021-01-01"), GroupMemberNamed{"各街道", "D"});
    office_.evolve(day("2021-01-01"), GroupMemberNamed{"各街道", "E"});
    when("2022-01-04", Open{});
  }

  // Records it, or answers with the refusal's name.
  std::string when(std::string_view on, Body body) {
    const Command command{"id", "1", day(on), {}, {}, std::move(body)};
    const auto decision = decide(office_, docket_, command);
    if (const auto* no = std::get_if<No>(&decision)) return std::string(name_of(no->refusal));
    for (const auto& fact : std::get<Facts>(decision).facts) evolve(docket_, command.on, fact);
    return {};
  }

  // The unit is part of another from that day on, with the office and on the docket.
  void merge(std::string_view on, std::string_view unit, std::string_view into) {
    office_.evolve(day(on), UnitMerged{unit, into});
    evolve(docket_, day(on), UnitMerged{unit, into});
  }

  // A year's edition takes the place of the one there was; false when its text cannot be read.
  bool adopt(int year, std::string csv) {
    const Command command{"id", "1", day("2022-01-04"), {}, {}, AdoptCalendar{year, "next", "test", std::move(csv)}};
    const auto decision = decide(office_, command);
    if (std::holds_alternative<No>(decision)) return false;
    for (const auto& fact : std::get<Facts>(decision).facts) office_.evolve(command.on, fact);
    return true;
  }

  // `on_time`, `overdue 3`, … of the duty, by its place among those of that unit and kind; empty when there is none.
  std::string state(std::string_view on, std::string_view unit, DutyKind kind, std::size_t nth = 0) const {
    for (const auto& duty : duties_on(dues_of(docket_), day(on))) {
      if (duty.unit != unit || duty.kind != kind || nth-- > 0) continue;
      auto text = std::string(name_of(duty.state));
      return duty.days > 0 ? text + " " + std::to_string(duty.days) : text;
    }
    return {};
  }
  std::string due(std::string_view on, std::string_view unit, DutyKind kind) const {
    for (const auto& duty : duties_on(dues_of(docket_), day(on)))
      if (duty.unit == unit && duty.kind == kind) return to_string(duty.due);
    return {};
  }
  const Docket& docket() const { return docket_; }
  Office& office() { return office_; }

 private:
  Office office_;
  Docket docket_;
};

inline std::optional<Limit> limit(std::string_view text) { return parse_limit(text); }

}  // namespace ducha::domain
