#include <algorithm>

#include "projections/reports/reports.h"

namespace ducha::reports {
namespace {

struct Row {
  std::string docket;
  std::string name;  // of the unit
  domain::Duty duty;
};

constexpr ColumnOf<Row> columns[] = {
    {{"docket", "编号", "Docket"}, [](const Row& row) -> Cell { return row.docket; }},
    {{.name = "duty", .zh = "责任", .en = "Duty", .total = Total::count},
     [](const Row& row) -> Cell { return Word{name_of(row.duty.kind)}; }},
    {{.name = "unit", .zh = "单位", .en = "Unit", .weight = 1, .least = 12},
     [](const Row& row) -> Cell {
       return Named{row.duty.unit, row.name};
     }},
    {{"role", "角色", "Role"}, [](const Row& row) -> Cell { return Word{name_of(row.duty.role)}; }},
    {{"due", "时限", "Due"}, [](const Row& row) -> Cell { return row.duty.due; }},
    {{.name = "originalDue", .zh = "原时限", .en = "Original due", .leaves = 1, .beside = "due"},
     [](const Row& row) -> Cell { return row.duty.first; }},
    {{.name = "provisional", .zh = "暂定", .en = "Provisional", .beside = "due"},
     [](const Row& row) -> Cell { return row.duty.provisional; }},
    {{"done", "完成", "Done"}, [](const Row& row) -> Cell { return row.duty.done ? Cell(*row.duty.done) : Cell(); }},
    {{.name = "state", .zh = "状态", .en = "State", .total = Total::count},
     [](const Row& row) -> Cell { return Word{name_of(row.duty.state)}; }},
    {{"days", "天数", "Days", Align::right}, [](const Row& row) -> Cell { return std::int64_t{row.duty.days}; }},
};

}  // namespace

Report duties(const projections::Books& books, const Filter& filter) {
  std::vector<Row> rows;
  books.each([&](const projections::Card& card, const projections::DutiesRow& docket) {
    if (!books.led_by(card, filter.leader)) return;
    if (!filter.docket.empty() && card.docket != filter.docket) return;
    for (const auto& duty : duties_on(docket.dues, books.on()))
      if (filter.unit.empty() || duty.unit == filter.unit)
        rows.push_back({card.docket, books.office().name_of(duty.unit, books.on()), duty});
  });
  // Within a docket the duties come in their order already.
  std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.docket < b.docket; });
  Report report{"duties", "责任清单", "Duties", {}, books.footer(), {}, {}};
  if (!filter.docket.empty()) report.asked.emplace_back("docket", filter.docket);
  if (!filter.unit.empty()) report.asked.emplace_back("unit", filter.unit);
  if (!filter.leader.empty()) report.asked.emplace_back("leader", filter.leader);
  tabulate(std::move(rows), columns, report);
  // The question says which docket it is.
  if (!filter.docket.empty()) report.columns.front().leaves = machines_only;
  report.plots.push_back({Plot::Kind::shares, "责任状态", "States of duties", {}, {"state"}});
  return report;
}

}  // namespace ducha::reports
