#include <algorithm>
#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string_view>
#include <tuple>
#include <utility>

#include <range/v3/algorithm/sort.hpp>

#include "projections/reports/lights.h"
#include "projections/reports/reports.h"

namespace ducha::reports {
namespace {

using domain::Duty;
using domain::DutyState;

struct Matter {
  std::string code, title, leader;
};

// How a text begins: in the order of numbers as in that of texts. Nearly always it tells two codes apart.
struct Beginning {
  std::uint64_t first = 0, second = 0;
  explicit Beginning(std::string_view text) {
    std::array<unsigned char, 16> bytes{};
    std::copy_n(text.begin(), std::min(text.size(), bytes.size()), bytes.begin());
    for (std::size_t i = 0; i < 8; ++i) first = first << 8 | bytes[i], second = second << 8 | bytes[8 + i];
  }
  friend auto operator<=>(const Beginning&, const Beginning&) = default;
};

// There may be very many: what they have in common is kept once.
struct Row {
  std::shared_ptr<const Matter> docket;
  Beginning code;  // of the docket
  std::shared_ptr<const Named> unit;
  Day due, first;
  std::int32_t days = 0, workdays = 0, urges = 0;
  domain::DutyKind kind;
  domain::Role role;
  domain::Light light;
  bool provisional;
};

constexpr ColumnOf<Row> columns[] = {
    {{"docket", "编号", "Docket"}, [](const Row& row) -> Cell { return row.docket->code; }},
    {{.name = "title", .zh = "督查事项", .en = "Title", .weight = 3, .least = 20},
     [](const Row& row) -> Cell { return row.docket->title; }},
    {{.name = "duty", .zh = "责任", .en = "Duty", .total = Total::count},
     [](const Row& row) -> Cell { return Word{name_of(row.kind)}; }},
    {{.name = "unit", .zh = "单位代码", .en = "Unit", .leaves = machines_only},
     [](const Row& row) -> Cell { return row.unit->code; }},
    {{.name = "name", .zh = "单位", .en = "Name", .weight = 1, .least = 12},
     [](const Row& row) -> Cell { return row.unit->name; }},
    {{"role", "角色", "Role"}, [](const Row& row) -> Cell { return Word{name_of(row.role)}; }},
    {{"due", "时限", "Due"}, [](const Row& row) -> Cell { return row.due; }},
    {{.name = "originalDue", .zh = "原时限", .en = "Original due", .leaves = 4, .beside = "due"},
     [](const Row& row) -> Cell { return row.first; }},
    {{"days", "天数", "Days", Align::right}, [](const Row& row) -> Cell { return std::int64_t{row.days}; }},
    {{.name = "workdays", .zh = "工作日", .en = "Workdays", .align = Align::right, .leaves = 5},
     [](const Row& row) -> Cell { return std::int64_t{row.workdays}; }},
    {{.name = "light", .zh = "亮灯", .en = "Light", .leaves = 1, .beside = "days", .total = Total::count},
     [](const Row& row) -> Cell { return Word{name_of(row.light)}; }},
    {{.name = "leader", .zh = "分管领导", .en = "Leader", .leaves = 3},
     [](const Row& row) -> Cell { return row.docket->leader; }},
    {{.name = "urges", .zh = "催办", .en = "Urges", .align = Align::right, .leaves = 2},
     [](const Row& row) -> Cell { return std::int64_t{row.urges}; }},
    {{.name = "provisional", .zh = "暂定", .en = "Provisional", .beside = "due"},
     [](const Row& row) -> Cell { return row.provisional; }},
};

std::int32_t urges_of(const projections::DutiesRow& row, std::string_view unit) {
  std::int32_t urges = 0;
  for (const auto& each : row.happenings) urges += each.kind == domain::Happening::Kind::urge && each.unit == unit;
  return urges;
}

// 工作日 from a due day to the day asked about. Due days are few, duties many.
class Workdays {
 public:
  Workdays(const domain::Calendar& calendar, Day on) : calendar_(calendar), on_(on) {}
  std::int32_t since(Day due) {
    const auto [at, fresh] = counted_.try_emplace(due);
    if (fresh) at->second = calendar_.workdays_between(due, on_);
    return at->second;
  }

 private:
  const domain::Calendar& calendar_;
  Day on_;
  std::map<Day, std::int32_t> counted_;
};

}  // namespace

Report overdue(const projections::Books& books, const Filter& filter, std::optional<Day> within) {
  const Day on = books.on();
  const auto& office = books.office();
  const Lamp lamp{office.rules(), office.calendar(), on};
  Workdays workdays(office.calendar(), on);
  std::map<std::string, std::shared_ptr<const Named>, std::less<>> units;
  const auto unit_of = [&](const std::string& code) {
    auto& unit = units[code];
    if (!unit) unit = std::make_shared<const Named>(Named{code, office.name_of(code, on)});
    return unit;
  };
  std::vector<Row> rows;
  books.each(
      {.owed = true, .unit = filter.unit}, [&](const projections::Card& card, const projections::DutiesRow& docket) {
        if (!books.led_by(card, filter.leader)) return;
        if (!filter.docket.empty() && card.docket != filter.docket) return;
        std::shared_ptr<const Matter> matter;
        each_duty(docket.dues, on, [&](const Duty& duty) {
          if (!filter.unit.empty() && duty.unit != filter.unit) return;
          const bool late = duty.state == DutyState::overdue;
          const bool soon =
              within && (duty.state == DutyState::due_today || duty.state == DutyState::pending) && duty.due <= *within;
          if (!late && !soon) return;
          if (!matter) matter = std::make_shared<const Matter>(Matter{card.docket, card.title, books.leader(card)});
          rows.push_back({matter, Beginning(card.docket), unit_of(duty.unit), duty.due, duty.first, duty.days,
                          workdays.since(duty.due), urges_of(docket, duty.unit), duty.kind, duty.role, lamp.of(duty),
                          duty.provisional});
        });
      });
  ranges::sort(rows, [](const Row& a, const Row& b) {
    if (a.days != b.days) return a.days > b.days;
    if (a.code != b.code) return a.code < b.code;
    return std::forward_as_tuple(a.docket->code, a.unit->code, name_of(a.kind), a.due, a.role) <
           std::forward_as_tuple(b.docket->code, b.unit->code, name_of(b.kind), b.due, b.role);
  });
  Report report{"overdue", "逾期清单", "Overdue", {}, books.footer(), {}, {}};
  if (!filter.unit.empty()) report.asked.emplace_back("unit", filter.unit);
  if (!filter.leader.empty()) report.asked.emplace_back("leader", filter.leader);
  if (within) report.asked.emplace_back("within", *within);
  tabulate(std::move(rows), columns, report);
  report.plots.push_back({Plot::Kind::shares, "亮灯", "Lights", {}, {"light"}});
  return report;
}

}  // namespace ducha::reports
