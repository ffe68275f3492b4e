#include <functional>
#include <map>

#include "projections/reports/cells.h"
#include "projections/reports/notes.h"
#include "projections/reports/reports.h"
#include "projections/reports/tally.h"

namespace ducha::reports {
namespace {

// One unit (or leader, source, category) in one role, over a period.
struct Row {
  std::string unit;
  Cell name;
  bool leads = false;
  Figures figures;
  std::string_view kind;  // of the unit: the peers it is ranked among
  std::optional<std::int64_t> rank;
  bool scored = true;  // a score is a unit's
};

constexpr ColumnOf<Row> columns[] = {
    {{.name = "unit", .zh = "代码", .en = "Unit", .leaves = 6}, [](const Row& row) -> Cell { return row.unit; }},
    {{"name", "单位", "Name", Align::left, 2, 0, 12}, [](const Row& row) -> Cell { return row.name; }},
    {{"role", "角色", "Role"}, [](const Row& row) -> Cell { return Word{row.leads ? "lead" : "supporting"}; }},
    {{.name = "owed", .zh = "应办", .en = "Owed", .align = Align::right, .total = Total::sum},
     [](const Row& row) -> Cell { return row.figures.owed(); }},
    {{.name = "on_time", .zh = "按期", .en = "On time", .align = Align::right, .total = Total::sum},
     [](const Row& row) -> Cell { return row.figures.on_time; }},
    {{.name = "late", .zh = "逾期办结", .en = "Late", .align = Align::right, .total = Total::sum},
     [](const Row& row) -> Cell { return row.figures.late; }},
    {{.name = "missed", .zh = "未办", .en = "Missed", .align = Align::right, .total = Total::sum},
     [](const Row& row) -> Cell { return row.figures.missed; }},
    {{.name = "overdue", .zh = "逾期", .en = "Overdue", .align = Align::right, .total = Total::sum},
     [](const Row& row) -> Cell { return row.figures.overdue; }},
    {{.name = "open", .zh = "在办", .en = "Open", .align = Align::right, .leaves = 1, .total = Total::sum},
     [](const Row& row) -> Cell { return row.figures.open; }},
    {{.name = "excused", .zh = "免责", .en = "Excused", .align = Align::right, .leaves = 3, .total = Total::sum},
     [](const Row& row) -> Cell { return row.figures.excused; }},
    {{.name = "on_time_rate", .zh = "按期率", .en = "Rate", .align = Align::right, .total = Total::sum},
     [](const Row& row) -> Cell { return rate_of(row.figures); }},
    {{.name = "extensions", .zh = "延期", .en = "Extensions", .align = Align::right, .leaves = 6},
     [](const Row& row) -> Cell { return row.figures.extensions; }},
    {{.name = "returns", .zh = "退回", .en = "Returns", .align = Align::right, .leaves = 5},
     [](const Row& row) -> Cell { return row.figures.returns; }},
    {{.name = "urges", .zh = "催办", .en = "Urges", .align = Align::right, .leaves = 4, .total = Total::sum},
     [](const Row& row) -> Cell { return row.figures.urges; }},
    {{.name = "notices", .zh = "督办单", .en = "Notices", .leaves = 6},
     [](const Row& row) -> Cell { return row.figures.notices; }},
    {{.name = "objections", .zh = "异议", .en = "Objections", .align = Align::right, .leaves = 7, .total = Total::sum},
     [](const Row& row) -> Cell { return row.figures.objections; }},
    {{"score", "得分", "Score", Align::right},
     [](const Row& row) -> Cell {
       const auto score = row.scored ? score_of(row.figures) : std::nullopt;
       return score ? Cell(*score) : Cell();
     }},
    {{.name = "rank", .zh = "名次", .en = "Rank", .align = Align::right, .leaves = 2},
     [](const Row& row) -> Cell { return row.rank ? Cell(*row.rank) : Cell(); }},
    {{.name = "settled", .zh = "应结", .en = "Settled", .align = Align::right, .leaves = 8, .total = Total::sum},
     [](const Row& row) -> Cell { return row.figures.settled(); }},
    {{.name = "kind", .zh = "种类", .en = "Kind", .leaves = 9},
     [](const Row& row) -> Cell { return row.kind.empty() ? Cell() : Cell(Word{row.kind}); }},
};

// Where a docket counts to, when not to each duty's own unit.
class Groups {
 public:
  Groups(const projections::Books& books, By by) : books_(books), by_(by) {
    if (by == By::source) decisions_ = books.office().decisions();
  }
  std::string of(const projections::Card& card) const {
    switch (by_) {
      case By::unit:
        break;
      case By::leader:
        return books_.leader(card);
      case By::source: {
        const auto decision = decisions_.find(card.decision);
        return decision == decisions_.end() ? std::string() : std::string(name_of(decision->second.source));
      }
      case By::category:
        return card.category;
    }
    return {};
  }

 private:
  const projections::Books& books_;
  By by_;
  domain::Decisions decisions_;
};

// What the group is called.
Cell name_of_group(const projections::Books& books, const std::string& group, By by) {
  switch (by) {
    case By::unit:
      return books.office().name_of(group, books.on());
    case By::source:
      if (const auto source = domain::named<domain::Source>(group)) return Word{name_of(*source)};
      return {};
    case By::leader:
    case By::category:
      break;
  }
  return text_or_none(group);
}

// 同类排名: a department is measured against departments, a subdistrict against subdistricts, in each role.
// Who has the same score shares a rank, and the next one's counts all before it.
void rank(std::vector<Row>& rows) {
  std::map<std::pair<std::string_view, bool>, std::map<Decimal, std::int64_t, std::greater<>>> peers;
  for (const Row& row : rows)
    if (const auto score = score_of(row.figures)) ++peers[{row.kind, row.leads}][*score];
  for (Row& row : rows) {
    const auto score = score_of(row.figures);
    if (!score) continue;
    row.rank = 1;
    for (const auto& [better, units] : peers[{row.kind, row.leads}]) {
      if (better == *score) break;
      *row.rank += units;
    }
  }
}

}  // namespace

Report standing(const projections::Books& books, Period period, By by, const Filter& filter) {
  const auto& office = books.office();
  // Ranks are among all of a kind, also when one unit alone is shown.
  const auto concerned = [&](const std::string& unit) {
    return by == By::unit || filter.unit.empty() || unit == filter.unit;
  };
  Tally tally(office.rules(), period);
  const Groups groups(books, by);
  const auto take = [&](const projections::DutiesRow& docket, const std::string& group) {
    each_duty(docket.dues, books.on(), [&](const domain::Duty& duty) {
      if (concerned(duty.unit)) tally.take(by == By::unit ? duty.unit : group, duty);
    });
    for (const auto& happening : docket.happenings)
      if (concerned(happening.unit)) tally.take(by == By::unit ? happening.unit : group, happening);
  };
  const projections::Books::Wanted wanted{.since = period.from};
  if (by == By::unit && filter.leader.empty())
    books.each_duties(wanted, [&](const projections::DutiesRow& docket) { take(docket, {}); });
  else
    books.each(wanted, [&](const projections::Card& card, const projections::DutiesRow& docket) {
      if (books.led_by(card, filter.leader)) take(docket, groups.of(card));
    });
  std::vector<Row> rows;
  for (const auto& [counted, figures] : tally.rows()) {
    const auto* unit = by == By::unit ? office.unit(counted.who) : nullptr;
    rows.push_back({counted.who,
                    name_of_group(books, counted.who, by),
                    counted.leads,
                    figures,
                    unit ? name_of(unit->kind) : std::string_view(),
                    {},
                    by == By::unit});
  }
  if (by == By::unit) rank(rows);
  if (by == By::unit && !filter.unit.empty())
    std::erase_if(rows, [&](const Row& row) { return row.unit != filter.unit; });

  Report report{"standing", "单位履责情况", "Standing", {}, books.footer(), {}, {}};
  report.asked.emplace_back("from", period.from);
  report.asked.emplace_back("to", period.to);
  if (by != By::unit) report.asked.emplace_back("by", Word{by_names[static_cast<std::size_t>(by)]});
  if (!filter.unit.empty()) report.asked.emplace_back("unit", filter.unit);
  if (!filter.leader.empty()) report.asked.emplace_back("leader", filter.leader);
  tabulate(std::move(rows), columns, report);
  if (by == By::unit) note_defaults(report, office.rules());
  report.plots.push_back(
      {Plot::Kind::stacked, "履责情况", "Standing", "name", {"on_time", "late", "missed", "overdue", "open"}, "role"});
  if (by != By::unit) {
    // What is counted gives its name to the column.
    constexpr std::pair<std::string_view, std::string_view> heads[] = {
        {}, {"分管领导", "Leader"}, {"来源", "Source"}, {"类别", "Category"}};
    const auto& [zh, en] = heads[static_cast<std::size_t>(by)];
    report.columns[0].name = by_names[static_cast<std::size_t>(by)];
    report.columns[0].zh = report.columns[1].zh = zh;
    report.columns[0].en = report.columns[1].en = en;
    report.columns[0].leaves = machines_only;
  }
  return report;
}

}  // namespace ducha::reports
