#include <map>
#include <tuple>

#include "projections/reports/cells.h"
#include "projections/reports/notes.h"
#include "projections/reports/reports.h"

namespace ducha::reports {
namespace {

// One time a rule cost points.
struct Point {
  std::string unit, name;
  bool led = false;
  std::string_view rule;
  Deduction deduction;
  std::string docket;
  std::optional<domain::Duty> duty;  // else a return
  Day on;                            // the due day, or the day of the return
  std::vector<projections::Origin> from;
};

// A rule's points of one unit in one role.
struct Group {
  std::string unit, name;
  bool led = false;
  std::string_view rule;
  std::int64_t times = 0;
  Deduction deduction;  // of one time
};

struct Row {
  std::string unit, name;
  bool led = false;
  Figures figures;
};

Word role(bool led) { return Word{led ? "lead" : "supporting"}; }

// Millionths of a point as thousandths, the half rounded up.
Decimal points(std::int64_t millionths) { return {(millionths + 500) / 1000}; }

constexpr ColumnOf<Row> columns[] = {
    {{.name = "unit", .zh = "代码", .en = "Unit", .leaves = 6}, [](const Row& row) -> Cell { return row.unit; }},
    {{"name", "单位", "Name", Align::left, 2, 0, 12}, [](const Row& row) -> Cell { return row.name; }},
    {{"role", "角色", "Role"}, [](const Row& row) -> Cell { return role(row.led); }},
    {{"owed", "应办", "Owed", Align::right}, [](const Row& row) -> Cell { return row.figures.owed(); }},
    {{"deducted", "扣分", "Deducted", Align::right}, [](const Row& row) -> Cell { return points(row.figures.points); }},
    {{"score", "得分", "Score", Align::right},
     [](const Row& row) -> Cell {
       const auto score = score_of(row.figures);
       return score ? Cell(*score) : Cell();
     }},
};

constexpr ColumnOf<Group> group_columns[] = {
    {{.name = "unit", .zh = "代码", .en = "Unit", .leaves = 6}, [](const Group& row) -> Cell { return row.unit; }},
    {{"name", "单位", "Name", Align::left, 2, 0, 12}, [](const Group& row) -> Cell { return row.name; }},
    {{"role", "角色", "Role"}, [](const Group& row) -> Cell { return role(row.led); }},
    {{"rule", "规则", "Rule"}, [](const Group& row) -> Cell { return Word{row.rule}; }},
    {{"times", "次数", "Times", Align::right}, [](const Group& row) -> Cell { return row.times; }},
    {{"points", "每次扣", "Points", Align::right},
     [](const Group& row) -> Cell { return Decimal{row.deduction.points}; }},
    {{"weight", "权重", "Weight", Align::right},
     [](const Group& row) -> Cell { return Decimal{row.deduction.weight}; }},
    {{"deducted", "扣分", "Deducted", Align::right},
     [](const Group& row) -> Cell { return points(row.times * row.deduction.millionths()); }},
};

constexpr ColumnOf<Point> point_columns[] = {
    {{.name = "unit", .zh = "代码", .en = "Unit", .leaves = machines_only},
     [](const Point& row) -> Cell { return row.unit; }},
    {{"name", "单位", "Name", Align::left, 1, 3, 10}, [](const Point& row) -> Cell { return row.name; }},
    {{.name = "role", .zh = "角色", .en = "Role", .leaves = 4},
     [](const Point& row) -> Cell { return row.duty ? Word{name_of(row.duty->role)} : role(row.led); }},
    {{"docket", "编号", "Docket"}, [](const Point& row) -> Cell { return row.docket; }},
    {{.name = "duty", .zh = "责任", .en = "Duty", .leaves = 5},
     [](const Point& row) -> Cell { return row.duty ? Cell(Word{name_of(row.duty->kind)}) : Cell(); }},
    {{"on", "日期", "Day"}, [](const Point& row) -> Cell { return row.on; }},
    {{.name = "due", .zh = "时限", .en = "Due", .leaves = machines_only},
     [](const Point& row) -> Cell { return row.duty ? Cell(row.duty->due) : Cell(); }},
    {{.name = "done", .zh = "完成", .en = "Done", .leaves = 8},
     [](const Point& row) -> Cell { return row.duty ? day_or_none(row.duty->done) : Cell(); }},
    {{.name = "returned", .zh = "退回", .en = "Returned", .leaves = machines_only},
     [](const Point& row) -> Cell { return row.duty ? Cell() : Cell(row.on); }},
    {{.name = "state", .zh = "状态", .en = "State", .leaves = 7},
     [](const Point& row) -> Cell { return row.duty ? Cell(Word{name_of(row.duty->state)}) : Cell(); }},
    {{"rule", "规则", "Rule"}, [](const Point& row) -> Cell { return Word{row.rule}; }},
    {{.name = "points", .zh = "分值", .en = "Points", .align = Align::right, .leaves = 6},
     [](const Point& row) -> Cell { return Decimal{row.deduction.points}; }},
    {{.name = "weight", .zh = "权重", .en = "Weight", .align = Align::right, .leaves = 6},
     [](const Point& row) -> Cell { return Decimal{row.deduction.weight}; }},
    {{"deducted", "扣分", "Deducted", Align::right},
     [](const Point& row) -> Cell { return points(row.deduction.millionths()); }},
    {{"entries", "条目序号", "Entries", Align::left, 1, 0, 20},
     [](const Point& row) -> Cell {
       Texts seqs;
       for (const auto& each : row.from) seqs.push_back(std::to_string(each.seq));
       return seqs;
     }},
    {{"commands", "命令", "Commands", Align::left, 1, 9},
     [](const Point& row) -> Cell {
       Texts ids;
       for (const auto& each : row.from)
         if (std::find(ids.begin(), ids.end(), each.command) == ids.end()) ids.push_back(each.command);
       return ids;
     }},
};

class Scoring {
 public:
  Scoring(const projections::Books& books, Period period, const Filter& filter, bool explain)
      : books_(books),
        period_(period),
        filter_(filter),
        explain_(explain),
        rules_(books.office().rules()),
        tally_(rules_, period) {}

  void take(const projections::Card& card, const projections::DutiesRow& docket) {
    const auto duties = duties_on(docket.dues, books_.on());
    for (const auto& duty : duties)
      if (concerned(duty.unit)) tally_.take(duty.unit, duty);
    for (const auto& happening : docket.happenings)
      if (concerned(happening.unit)) tally_.take(happening.unit, happening);
    const auto before = points_.size();
    for (const auto& duty : duties)
      if (concerned(duty.unit) && period_.holds(duty.due))
        add({duty.unit, {}, leads(duty.role), {}, deduction_of(rules_, duty), card.docket, duty, duty.due, {}});
    // The nth happening of the docket is the nth of its origins.
    std::vector<std::size_t> nth;
    for (std::size_t i = 0; i < docket.happenings.size(); ++i) {
      const auto& each = docket.happenings[i];
      if (concerned(each.unit) && period_.holds(each.on) &&
          add({each.unit, {}, each.led, {}, deduction_of(rules_, each), card.docket, {}, each.on, {}}))
        nth.push_back(i);
    }
    if (explain_ && points_.size() > before) trace(before, nth);
  }

  Report report() {
    std::vector<Row> rows;
    for (const auto& [counted, figures] : tally_.rows())
      rows.push_back({counted.who, name_of_unit(books_, counted.who), counted.leads, figures});
    std::stable_sort(points_.begin(), points_.end(), [](const Point& a, const Point& b) {
      return std::forward_as_tuple(a.unit, !a.led, a.on, a.docket) <
             std::forward_as_tuple(b.unit, !b.led, b.on, b.docket);
    });
    std::map<std::tuple<std::string, bool, std::string_view>, Group> groups;
    for (const Point& each : points_) {
      auto& group = groups[{each.unit, !each.led, each.rule}];
      group = {each.unit, each.name, each.led, each.rule, group.times + 1, each.deduction};
    }
    std::vector<Group> by_rule;
    for (auto& [key, group] : groups) by_rule.push_back(std::move(group));

    Report report{"score", "得分", "Score", {}, books_.footer(), {}, {}};
    report.asked.emplace_back("from", period_.from);
    report.asked.emplace_back("to", period_.to);
    if (!filter_.unit.empty())
      report.asked.emplace_back("unit", Named{filter_.unit, name_of_unit(books_, filter_.unit)});
    tabulate(rows, columns, report);
    report.parts.push_back(part("deductions", "各规则扣分", "Deductions by rule"));
    tabulate(by_rule, group_columns, report.parts.back());
    if (explain_) {
      report.parts.push_back(part("points", "每一笔扣分", "Every point"));
      tabulate(points_, point_columns, report.parts.back());
    }
    if (!filter_.unit.empty())
      for (auto& each : report.parts) for_machines(each, {"unit", "name"});
    note_defaults(report, rules_);
    return report;
  }

 private:
  bool concerned(const std::string& unit) const { return filter_.unit.empty() || unit == filter_.unit; }

  // Whether it cost anything.
  bool add(Point point) {
    if (point.deduction.points == 0) return false;
    point.rule = point.deduction.rule;
    point.name = name_of_unit(books_, point.unit);
    points_.push_back(std::move(point));
    return true;
  }

  // Finds the entries behind the docket's points, those from `first` on; `nth`: the happenings that its returns are.
  void trace(std::size_t first, const std::vector<std::size_t>& nth) {
    const auto origins = books_.origins(points_[first].docket);
    if (!origins) return;
    std::vector<bool> taken(origins->duties.size());
    auto returned = nth.begin();
    for (std::size_t i = first; i < points_.size(); ++i) {
      Point& point = points_[i];
      if (!point.duty) {
        point.from.push_back(origins->happenings[*returned++]);
        continue;
      }
      for (std::size_t j = 0; j < taken.size(); ++j) {
        if (taken[j] || !(origins->duties[j].duty == *point.duty)) continue;
        taken[j] = true;
        point.from = origins->duties[j].from;
        break;
      }
    }
  }

  const projections::Books& books_;
  Period period_;
  const Filter& filter_;
  bool explain_;
  const domain::Rules& rules_;
  Tally tally_;
  std::vector<Point> points_;
};

}  // namespace

Report score(const projections::Books& books, Period period, const Filter& filter, bool explain) {
  Scoring scoring(books, period, filter, explain);
  books.each([&](const projections::Card& card, const projections::DutiesRow& docket) {
    if (books.led_by(card, filter.leader)) scoring.take(card, docket);
  });
  return scoring.report();
}

}  // namespace ducha::reports
