#include <fmt/format.h>

#include "projections/reports/cells.h"
#include "projections/reports/reports.h"

namespace ducha::reports {
namespace {

struct Row {
  Period days;  // the month, or what of it lies in the period
  bool begun = false;
  std::int64_t carried = 0, opened = 0, finished = 0, otherwise = 0;
  Figures figures = {};

  std::int64_t left() const { return carried + opened - finished - otherwise; }
};

// Of a month that has not begun nobody knows what will be opened or finished.
Cell known(const Row& row, std::int64_t count) { return row.begun ? Cell(count) : Cell(); }

constexpr ColumnOf<Row> columns[] = {
    {{"month", "月份", "Month", Align::left, 1, 0, 7},
     [](const Row& row) -> Cell {
       const auto date = civil(row.days.from);
       return fmt::format("{:04}-{:02}", date.year, date.month);
     }},
    {{"carried", "结转", "Before", Align::right}, [](const Row& row) -> Cell { return known(row, row.carried); }},
    {{.name = "opened", .zh = "立项", .en = "New", .align = Align::right, .total = Total::sum},
     [](const Row& row) -> Cell { return known(row, row.opened); }},
    {{.name = "finished", .zh = "办结", .en = "Done", .align = Align::right, .total = Total::sum},
     [](const Row& row) -> Cell { return known(row, row.finished); }},
    {{.name = "otherwise", .zh = "其他了结", .en = "Else", .align = Align::right, .leaves = 3, .total = Total::sum},
     [](const Row& row) -> Cell { return known(row, row.otherwise); }},
    {{"left", "结余", "Left", Align::right}, [](const Row& row) -> Cell { return known(row, row.left()); }},
    {{.name = "owed", .zh = "应办", .en = "Owed", .align = Align::right, .leaves = 1, .total = Total::sum},
     [](const Row& row) -> Cell { return row.figures.owed(); }},
    {{.name = "on_time", .zh = "按期", .en = "On time", .align = Align::right, .total = Total::sum},
     [](const Row& row) -> Cell { return row.figures.on_time; }},
    {{.name = "late", .zh = "逾期办结", .en = "Late", .align = Align::right, .total = Total::sum},
     [](const Row& row) -> Cell { return row.figures.late; }},
    {{.name = "missed", .zh = "未办", .en = "Missed", .align = Align::right, .total = Total::sum},
     [](const Row& row) -> Cell { return row.figures.missed; }},
    {{.name = "overdue", .zh = "逾期", .en = "Overdue", .align = Align::right, .total = Total::sum},
     [](const Row& row) -> Cell { return row.figures.overdue; }},
    {{.name = "open", .zh = "在办", .en = "Open", .align = Align::right, .leaves = 2, .total = Total::sum},
     [](const Row& row) -> Cell { return row.figures.open; }},
    {{.name = "excused", .zh = "免责", .en = "Excused", .align = Align::right, .leaves = 4, .total = Total::sum},
     [](const Row& row) -> Cell { return row.figures.excused; }},
    {{.name = "settled", .zh = "应结", .en = "Of", .align = Align::right, .total = Total::sum},
     [](const Row& row) -> Cell { return row.figures.settled(); }},
    {{.name = "on_time_rate", .zh = "按期率", .en = "Rate", .align = Align::right, .total = Total::sum},
     [](const Row& row) -> Cell { return rate_of(row.figures); }},
};

// The months of a period, the first and the last cut to it.
std::vector<Row> months(Period period, Day on) {
  std::vector<Row> rows;
  for (Day from = period.from; from <= period.to;) {
    const auto date = civil(from);
    const Day next = date.month == 12 ? *day_of({date.year + 1, 1, 1}) : *day_of({date.year, date.month + 1, 1});
    rows.push_back({{from, std::min(next - 1, period.to)}, from <= on});
    from = next;
  }
  return rows;
}

// Months counted through.
std::size_t month_of(Day day) {
  const auto date = civil(day);
  return static_cast<std::size_t>(date.year) * 12 + date.month;
}

void count(Row& row, const projections::Card& card) {
  const auto& finished = card.finished_on;
  if (row.days.holds(card.opened_on)) ++row.opened;
  if (card.opened_on < row.days.from && (!finished || *finished >= row.days.from)) ++row.carried;
  if (!finished || !row.days.holds(*finished)) return;
  using projections::Stage;
  ++(card.stage == Stage::done || card.stage == Stage::reported ? row.finished : row.otherwise);
}

}  // namespace

Report trend(const projections::Books& books, Period period, const Filter& filter) {
  auto rows = months(period, books.on());
  books.each([&](const projections::Card& card, const projections::DutiesRow& docket) {
    if (!books.led_by(card, filter.leader)) return;
    if (filter.unit.empty() || holds(card, filter.unit))
      for (Row& row : rows) count(row, card);
    for (const auto& duty : duties_on(docket.dues, books.on()))
      if (period.holds(duty.due) && (filter.unit.empty() || duty.unit == filter.unit))
        rows[month_of(duty.due) - month_of(period.from)].figures.count(duty.state);
  });
  Report report{"trend", "月度走势", "Trend by month", {}, books.footer(), {}, {}};
  report.asked.emplace_back("from", period.from);
  report.asked.emplace_back("to", period.to);
  if (!filter.unit.empty()) report.asked.emplace_back("unit", Named{filter.unit, name_of_unit(books, filter.unit)});
  if (!filter.leader.empty()) report.asked.emplace_back("leader", filter.leader);
  tabulate(std::move(rows), columns, report);
  report.plots = {{Plot::Kind::lines, "按期率", "On-time rate", "month", {"on_time_rate"}},
                  {Plot::Kind::stacked,
                   "当月到期的责任",
                   "Duties due in the month",
                   "month",
                   {"on_time", "late", "missed", "overdue", "open"}},
                  {Plot::Kind::lines, "事项", "Dockets", "month", {"opened", "finished", "left"}}};
  return report;
}

}  // namespace ducha::reports
