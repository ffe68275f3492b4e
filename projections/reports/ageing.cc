#include <map>

#include "projections/reports/cells.h"
#include "projections/reports/reports.h"

namespace ducha::reports {
namespace {

using projections::Card;

// A docket that is still open, with the age of its matter.
struct Row {
  Card card;
  std::string lead, leader;
  Day since;           // when the matter was first opened
  Texts earlier = {};  // dockets that were merged into it, and theirs
  int age = 0;         // plain days
  std::int64_t overdue = 0;
  std::optional<domain::Cause> cause = {};
  std::string said_by = {};
  bool provisional = false;
};

constexpr ColumnOf<Row> columns[] = {
    {{"docket", "编号", "Docket"}, [](const Row& row) -> Cell { return row.card.docket; }},
    {{"title", "督查事项", "Title", Align::left, 4, 0, 14}, [](const Row& row) -> Cell { return row.card.title; }},
    {{"lead", "牵头单位", "Lead", Align::left, 1, 0, 12},
     [](const Row& row) -> Cell { return text_or_none(row.lead); }},
    {{.name = "leader", .zh = "分管领导", .en = "Leader", .leaves = 5},
     [](const Row& row) -> Cell { return text_or_none(row.leader); }},
    {{"since", "始于", "Since"}, [](const Row& row) -> Cell { return row.since; }},
    {{.name = "opened", .zh = "立项", .en = "Opened", .leaves = 6, .beside = "since"},
     [](const Row& row) -> Cell { return row.card.opened_on; }},
    {{.name = "earlier", .zh = "结转自", .en = "Carried over from", .weight = 1, .leaves = 4},
     [](const Row& row) -> Cell { return row.earlier; }},
    {{"age", "天数", "Days", Align::right}, [](const Row& row) -> Cell { return std::int64_t{row.age}; }},
    {{.name = "stage", .zh = "状态", .en = "Stage", .leaves = 3, .total = Total::count},
     [](const Row& row) -> Cell { return stage_of(row.card); }},
    {{.name = "due", .zh = "时限", .en = "Due", .leaves = 2},
     [](const Row& row) -> Cell { return day_or_none(row.card.due); }},
    {{.name = "originalDue", .zh = "原时限", .en = "Original due", .leaves = 7},
     [](const Row& row) -> Cell { return day_or_none(row.card.original_due); }},
    {{.name = "provisional", .zh = "暂定", .en = "Provisional", .beside = "due"},
     [](const Row& row) -> Cell { return row.provisional; }},
    {{.name = "progress", .zh = "进度", .en = "Progress", .align = Align::right, .leaves = 8},
     [](const Row& row) -> Cell { return progress_of(row.card); }},
    {{.name = "overdue", .zh = "逾期", .en = "Overdue", .align = Align::right, .leaves = 9},
     [](const Row& row) -> Cell { return row.overdue; }},
    {{"reason", "原因", "Reason", Align::left, 2, 0, 12},
     [](const Row& row) -> Cell {
       if (!row.cause) return Word{"not_given"};
       return row.cause->text;
     }},
    {{.name = "reasonOn", .zh = "说明日期", .en = "Given on", .leaves = 10},
     [](const Row& row) -> Cell { return row.cause ? Cell(row.cause->on) : Cell(); }},
    {{.name = "reasonBy", .zh = "说明单位", .en = "Given by", .leaves = 11},
     [](const Row& row) -> Cell { return text_or_none(row.said_by); }},
    {{.name = "justified", .zh = "已说明", .en = "Justified", .leaves = machines_only},
     [](const Row& row) -> Cell { return row.cause.has_value(); }},
};

// 结转: by the docket something was merged into, those that were.
using Merged = std::multimap<std::string, Card>;

// Everything that was merged into the docket, straight or on the way, with the first opening of all.
void look_back(const Merged& merged, const std::string& docket, Row& row) {
  for (auto [each, end] = merged.equal_range(docket); each != end; ++each) {
    const auto& card = each->second;
    if (std::find(row.earlier.begin(), row.earlier.end(), card.docket) != row.earlier.end()) continue;
    row.earlier.push_back(card.docket);
    row.since = std::min(row.since, card.opened_on);
    look_back(merged, card.docket, row);
  }
}

// The same day a year before, a leap day's being the day after.
Day a_year_before(Day day) {
  const auto date = civil(day);
  if (const auto same = day_of({date.year - 1, date.month, date.day})) return *same;
  return *day_of({date.year - 1, 3, 1});
}

}  // namespace

Report ageing(const projections::Books& books, const Filter& filter, std::optional<domain::Limit> over) {
  const auto old = [&](Day since) {
    if (!over) return since < a_year_before(books.on());
    if (over->kind == domain::Limit::Kind::workdays)
      return books.office().calendar().workdays_between(since, books.on()) > over->count;
    return books.on() - since > over->count;
  };
  Merged merged;
  std::vector<Row> rows;
  books.each([&](const Card& card, const projections::DutiesRow& docket) {
    if (card.stage == projections::Stage::merged) merged.emplace(card.into, card);
    if (projections::ended(card.stage) || !books.led_by(card, filter.leader)) return;
    if (!filter.unit.empty() && !holds(card, filter.unit)) return;
    Row row{card, name_of_unit(books, card.lead), books.leader(card), card.opened_on};
    for (const auto& duty : duties_on(docket.dues, books.on())) {
      row.overdue += duty.state == domain::DutyState::overdue;
      row.provisional =
          row.provisional || (duty.provisional && duty.kind == domain::DutyKind::completion && duty.due == card.due);
    }
    if (!card.causes.empty()) {
      row.cause = card.causes.back();
      row.said_by = name_of_unit(books, row.cause->unit);
    }
    rows.push_back(std::move(row));
  });
  for (Row& row : rows) {
    look_back(merged, row.card.docket, row);
    row.age = books.on() - row.since;
  }
  std::erase_if(rows, [&](const Row& row) { return !old(row.since); });
  std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
    return a.age != b.age ? a.age > b.age : a.card.docket < b.card.docket;
  });
  Report report{"ageing", "超期未结事项", "Ageing", {}, books.footer(), {}, {}};
  if (over) report.asked.emplace_back("over", to_string(*over));
  if (!filter.unit.empty()) report.asked.emplace_back("unit", Named{filter.unit, name_of_unit(books, filter.unit)});
  if (!filter.leader.empty()) report.asked.emplace_back("leader", filter.leader);
  tabulate(std::move(rows), columns, report);
  report.plots.push_back({Plot::Kind::stacked, "未结天数", "Days since opened", "title", {"age"}});
  return report;
}

}  // namespace ducha::reports
