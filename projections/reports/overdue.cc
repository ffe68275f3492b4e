#include <tuple>

#include <range/v3/algorithm/sort.hpp>

#include "projections/reports/lights.h"
#include "projections/reports/reports.h"

namespace ducha::reports {
namespace {

using domain::Duty;
using domain::DutyState;

struct Row {
  std::string docket, title, unit, name, leader;
  Duty duty;
  std::int64_t workdays = 0, urges = 0;
  std::string_view light;
};

constexpr ColumnOf<Row> columns[] = {
    {{"docket", "编号", "Docket"}, [](const Row& row) -> Cell { return row.docket; }},
    {{.name = "title", .zh = "督查事项", .en = "Title", .weight = 3, .least = 20},
     [](const Row& row) -> Cell { return row.title; }},
    {{.name = "duty", .zh = "责任", .en = "Duty", .total = Total::count},
     [](const Row& row) -> Cell { return Word{name_of(row.duty.kind)}; }},
    {{.name = "unit", .zh = "单位代码", .en = "Unit", .leaves = machines_only},
     [](const Row& row) -> Cell { return row.unit; }},
    {{.name = "name", .zh = "单位", .en = "Name", .weight = 1, .least = 12},
     [](const Row& row) -> Cell { return row.name; }},
    {{"role", "角色", "Role"}, [](const Row& row) -> Cell { return Word{name_of(row.duty.role)}; }},
    {{"due", "时限", "Due"}, [](const Row& row) -> Cell { return row.duty.due; }},
    {{.name = "originalDue", .zh = "原时限", .en = "Original due", .leaves = 4, .beside = "due"},
     [](const Row& row) -> Cell { return row.duty.first; }},
    {{"days", "天数", "Days", Align::right}, [](const Row& row) -> Cell { return std::int64_t{row.duty.days}; }},
    {{.name = "workdays", .zh = "工作日", .en = "Workdays", .align = Align::right, .leaves = 5},
     [](const Row& row) -> Cell { return row.workdays; }},
    {{.name = "light", .zh = "亮灯", .en = "Light", .leaves = 1, .beside = "days", .total = Total::count},
     [](const Row& row) -> Cell { return Word{row.light}; }},
    {{.name = "leader", .zh = "分管领导", .en = "Leader", .leaves = 3},
     [](const Row& row) -> Cell { return row.leader; }},
    {{.name = "urges", .zh = "催办", .en = "Urges", .align = Align::right, .leaves = 2},
     [](const Row& row) -> Cell { return row.urges; }},
    {{.name = "provisional", .zh = "暂定", .en = "Provisional", .beside = "due"},
     [](const Row& row) -> Cell { return row.duty.provisional; }},
};

std::int64_t urges_of(const projections::DutiesRow& row, std::string_view unit) {
  std::int64_t urges = 0;
  for (const auto& each : row.happenings) urges += each.kind == domain::Happening::Kind::urge && each.unit == unit;
  return urges;
}

}  // namespace

Report overdue(const projections::Books& books, const Filter& filter, std::optional<Day> within) {
  const Day on = books.on();
  const auto& office = books.office();
  const Lamp lamp{office.rules(), office.calendar(), on};
  std::vector<Row> rows;
  books.each([&](const projections::Card& card, const projections::DutiesRow& docket) {
    if (!books.led_by(card, filter.leader)) return;
    if (!filter.docket.empty() && card.docket != filter.docket) return;
    for (auto& duty : duties_on(docket.dues, on)) {
      if (!filter.unit.empty() && duty.unit != filter.unit) continue;
      const bool late = duty.state == DutyState::overdue;
      const bool soon =
          within && (duty.state == DutyState::due_today || duty.state == DutyState::pending) && duty.due <= *within;
      if (!late && !soon) continue;
      Row row{card.docket,
              card.title,
              duty.unit,
              office.name_of(duty.unit, on),
              books.leader(card),
              duty,
              office.calendar().workdays_between(duty.due, on),
              urges_of(docket, duty.unit),
              name_of(lamp.of(duty))};
      rows.push_back(std::move(row));
    }
  });
  ranges::sort(rows, [](const Row& a, const Row& b) {
    return std::forward_as_tuple(-a.duty.days, a.docket, a.unit, name_of(a.duty.kind), a.duty.due, a.duty.role) <
           std::forward_as_tuple(-b.duty.days, b.docket, b.unit, name_of(b.duty.kind), b.duty.due, b.duty.role);
  });
  Report report{"overdue", "逾期清单", "Overdue", {}, books.footer(), {}, {}};
  if (!filter.unit.empty()) report.asked.emplace_back("unit", filter.unit);
  if (!filter.leader.empty()) report.asked.emplace_back("leader", filter.leader);
  if (within) report.asked.emplace_back("within", *within);
  tabulate(rows, columns, report);
  report.plots.push_back({Plot::Kind::shares, "亮灯", "Lights", {}, {"light"}});
  return report;
}

}  // namespace ducha::reports
