#include <range/v3/algorithm/sort.hpp>

#include "projections/reports/cells.h"
#include "projections/reports/lights.h"
#include "projections/reports/reports.h"

namespace ducha::reports {
namespace {

using projections::Card;

// A card with the names of its units.
struct Row {
  Card card;
  std::string lead, leader;
  Texts joint, supporting;
  std::int64_t overdue = 0;
  domain::Light light = domain::Light::unset;
  bool provisional = false;  // the due day
};

constexpr ColumnOf<Row> columns[] = {
    {{"docket", "编号", "Docket"}, [](const Row& row) -> Cell { return row.card.docket; }},
    {{"title", "督查事项", "Title", Align::left, 4, 0, 20}, [](const Row& row) -> Cell { return row.card.title; }},
    {{"decision", "决策", "Decision", Align::left, 1, 6}, [](const Row& row) -> Cell { return row.card.decision; }},
    {{"category", "类别", "Category", Align::left, 1, 5}, [](const Row& row) -> Cell { return row.card.category; }},
    {{"lead", "牵头单位", "Lead", Align::left, 1, 0, 12}, [](const Row& row) -> Cell { return row.lead; }},
    {{"joint", "联合牵头", "Joint", Align::left, 1, 8}, [](const Row& row) -> Cell { return row.joint; }},
    {{"supporting", "协办单位", "Supporting", Align::left, 2, 9},
     [](const Row& row) -> Cell { return row.supporting; }},
    {{"vague", "待明确", "To be named", Align::left, 1, 10}, [](const Row& row) -> Cell { return row.card.vague; }},
    {{.name = "leader", .zh = "分管领导", .en = "Leader", .leaves = 4},
     [](const Row& row) -> Cell { return row.leader; }},
    {{.name = "opened", .zh = "立项", .en = "Opened", .leaves = 7},
     [](const Row& row) -> Cell { return row.card.opened_on; }},
    {{"due", "时限", "Due"}, [](const Row& row) -> Cell { return day_or_none(row.card.due); }},
    {{.name = "originalDue", .zh = "原时限", .en = "Original due", .leaves = 1, .beside = "due"},
     [](const Row& row) -> Cell { return day_or_none(row.card.original_due); }},
    {{.name = "provisional", .zh = "暂定", .en = "Provisional", .beside = "due"},
     [](const Row& row) -> Cell { return row.provisional; }},
    {{.name = "chase", .zh = "催办时限", .en = "Chase", .leaves = 3},
     [](const Row& row) -> Cell { return day_or_none(row.card.chase); }},
    {{.name = "stage", .zh = "状态", .en = "Stage", .total = Total::count},
     [](const Row& row) -> Cell { return stage_of(row.card); }},
    {{.name = "finished", .zh = "办结", .en = "Finished", .leaves = 2},
     [](const Row& row) -> Cell { return day_or_none(row.card.finished_on); }},
    {{"progress", "进度", "Progress", Align::right}, [](const Row& row) -> Cell { return progress_of(row.card); }},
    {{.name = "lastFeedback", .zh = "最近反馈", .en = "Last feedback", .leaves = 11},
     [](const Row& row) -> Cell { return day_or_none(row.card.last_feedback_on); }},
    {{.name = "returns", .zh = "退回", .en = "Returns", .align = Align::right, .leaves = 12, .total = Total::sum},
     [](const Row& row) -> Cell { return std::int64_t{row.card.returns}; }},
    {{.name = "overdue", .zh = "逾期", .en = "Overdue", .align = Align::right, .total = Total::sum},
     [](const Row& row) -> Cell { return row.overdue; }},
    {{.name = "light", .zh = "亮灯", .en = "Light", .leaves = 5, .beside = "due", .total = Total::count},
     [](const Row& row) -> Cell { return light_or_none(row.light); }},
    {{.name = "kind", .zh = "督查方式", .en = "Kind", .leaves = 13},
     [](const Row& row) -> Cell { return Word{name_of(row.card.kind)}; }},
    {{.name = "suspended", .zh = "挂账起", .en = "Suspended", .leaves = 6},
     [](const Row& row) -> Cell { return day_or_none(row.card.suspended); }},
    {{.name = "closed", .zh = "结案", .en = "Closed", .leaves = 13},
     [](const Row& row) -> Cell { return day_or_none(row.card.closed_on); }},
    {{.name = "struck", .zh = "销号", .en = "Struck off", .leaves = 14},
     [](const Row& row) -> Cell { return row.card.struck; }},
    {{.name = "archived", .zh = "归档", .en = "Archived", .leaves = 14},
     [](const Row& row) -> Cell { return row.card.archived; }},
    {{.name = "finding", .zh = "核查结论", .en = "Finding", .leaves = 12},
     [](const Row& row) -> Cell { return row.card.finding ? Cell(Word{name_of(*row.card.finding)}) : Cell(); }},
    {{.name = "into", .zh = "并入", .en = "Merged into", .leaves = 12},
     [](const Row& row) -> Cell { return text_or_none(row.card.into); }},
    {{.name = "parent", .zh = "上级事项", .en = "Parent", .leaves = 12},
     [](const Row& row) -> Cell { return text_or_none(row.card.parent); }},
};

}  // namespace

Report cards(const projections::Books& books, const Filter& filter) {
  const auto named = [&](const std::string& code) { return books.office().name_of(code, books.on()); };
  const auto all_named = [&](const std::vector<std::string>& codes) {
    Texts names;
    for (const auto& code : codes) names.push_back(named(code));
    return names;
  };
  const Lamp lamp{books.office().rules(), books.office().calendar(), books.on()};
  std::vector<Row> rows;
  books.each([&](const Card& card, const projections::DutiesRow& docket) {
    if (!books.led_by(card, filter.leader)) return;
    if (!filter.docket.empty() && card.docket != filter.docket) return;
    Row row{card, card.lead.empty() ? std::string() : named(card.lead), books.leader(card), all_named(card.joint),
            all_named(card.supporting)};
    bool concerned = filter.unit.empty();
    const auto duties = duties_on(docket.dues, books.on());
    row.light = lamp.of(card, duties);
    for (const auto& duty : duties) {
      row.overdue += duty.state == domain::DutyState::overdue;
      row.provisional =
          row.provisional || (duty.provisional && duty.kind == domain::DutyKind::completion && duty.due == card.due);
      concerned = concerned || duty.unit == filter.unit;
    }
    if (concerned) rows.push_back(std::move(row));
  });
  ranges::sort(rows, {}, [](const Row& row) { return row.card.docket; });
  Report report{"cards", "督查台账", "Register", {}, books.footer(), {}, {}};
  if (!filter.unit.empty()) report.asked.emplace_back("unit", filter.unit);
  if (!filter.leader.empty()) report.asked.emplace_back("leader", filter.leader);
  tabulate(std::move(rows), columns, report);
  report.plots.push_back({Plot::Kind::shares, "亮灯", "Lights", {}, {"light"}});
  return report;
}

}  // namespace ducha::reports
