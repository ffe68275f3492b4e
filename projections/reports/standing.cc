#include <algorithm>
#include <map>

#include "projections/reports/reports.h"

namespace ducha::reports {
namespace {

using domain::DutyState;
using domain::Happening;

// One unit in one role (lead and joint leads together, supporting apart), over a period.
struct Row {
  std::string unit, name;
  bool leads = false;
  std::int64_t on_time = 0, late = 0, missed = 0, overdue = 0, open = 0, excused = 0;
  std::int64_t extensions = 0, returns = 0, urges = 0, objections = 0;
  Counts notices;           // by colour
  std::int64_t points = 0;  // deducted, in millionths: thousandths of a point by thousandths of weight

  std::int64_t owed() const { return on_time + late + missed + overdue + open; }
  std::int64_t settled() const { return on_time + late + missed + overdue; }
};

constexpr std::int64_t full_score = 100'000'000;

Cell rate(const Row& row) { return row.settled() == 0 ? Cell() : Cell(Rate{row.on_time, row.settled()}); }

Cell score(const Row& row) {
  // A unit that owed nothing has no score.
  if (row.owed() == 0) return {};
  const auto left = std::max<std::int64_t>(0, full_score - row.points);
  return Decimal{(left + 500) / 1000};
}

constexpr ColumnOf<Row> columns[] = {
    {{.name = "unit", .zh = "代码", .en = "Unit", .leaves = 6}, [](const Row& row) -> Cell { return row.unit; }},
    {{"name", "单位", "Name", Align::left, 2, 0, 12}, [](const Row& row) -> Cell { return row.name; }},
    {{"role", "角色", "Role"}, [](const Row& row) -> Cell { return Word{row.leads ? "lead" : "supporting"}; }},
    {{.name = "owed", .zh = "应办", .en = "Owed", .align = Align::right, .total = Total::sum},
     [](const Row& row) -> Cell { return row.owed(); }},
    {{.name = "on_time", .zh = "按期", .en = "On time", .align = Align::right, .total = Total::sum},
     [](const Row& row) -> Cell { return row.on_time; }},
    {{.name = "late", .zh = "逾期办结", .en = "Late", .align = Align::right, .total = Total::sum},
     [](const Row& row) -> Cell { return row.late; }},
    {{.name = "missed", .zh = "未办", .en = "Missed", .align = Align::right, .total = Total::sum},
     [](const Row& row) -> Cell { return row.missed; }},
    {{.name = "overdue", .zh = "逾期", .en = "Overdue", .align = Align::right, .total = Total::sum},
     [](const Row& row) -> Cell { return row.overdue; }},
    {{.name = "open", .zh = "在办", .en = "Open", .align = Align::right, .leaves = 1, .total = Total::sum},
     [](const Row& row) -> Cell { return row.open; }},
    {{.name = "excused", .zh = "免责", .en = "Excused", .align = Align::right, .leaves = 2, .total = Total::sum},
     [](const Row& row) -> Cell { return row.excused; }},
    {{.name = "on_time_rate", .zh = "按期率", .en = "Rate", .align = Align::right, .total = Total::sum},
     [](const Row& row) -> Cell { return rate(row); }},
    {{.name = "extensions", .zh = "延期", .en = "Extensions", .align = Align::right, .leaves = 5},
     [](const Row& row) -> Cell { return row.extensions; }},
    {{.name = "returns", .zh = "退回", .en = "Returns", .align = Align::right, .leaves = 4},
     [](const Row& row) -> Cell { return row.returns; }},
    {{.name = "urges", .zh = "催办", .en = "Urges", .align = Align::right, .leaves = 3, .total = Total::sum},
     [](const Row& row) -> Cell { return row.urges; }},
    {{.name = "notices", .zh = "督办单", .en = "Notices", .leaves = 5},
     [](const Row& row) -> Cell { return row.notices; }},
    {{.name = "objections", .zh = "异议", .en = "Objections", .align = Align::right, .leaves = 6, .total = Total::sum},
     [](const Row& row) -> Cell { return row.objections; }},
    {{"score", "得分", "Score", Align::right}, [](const Row& row) -> Cell { return score(row); }},
};

class Tally {
 public:
  Tally(const domain::Office& office, Day from, Day to, Day on) : office_(office), from_(from), to_(to), on_(on) {}

  void take(const domain::Duty& duty) {
    if (duty.due < from_ || to_ < duty.due) return;
    Row& row = at(duty.unit, leads(duty.role));
    switch (duty.state) {
      case DutyState::on_time:
        ++row.on_time;
        break;
      case DutyState::late:
        ++row.late;
        break;
      case DutyState::missed:
        ++row.missed;
        break;
      case DutyState::overdue:
        ++row.overdue;
        break;
      case DutyState::pending:
      case DutyState::due_today:
        ++row.open;
        break;
      case DutyState::excused:
        ++row.excused;
        break;
      case DutyState::gone:
        break;
    }
    deduct(row, domain::deduction(office_.rules(), duty.kind, duty.state));
  }

  void take(const Happening& happening) {
    if (happening.on < from_ || to_ < happening.on || happening.kind == Happening::Kind::measure) return;
    Row& row = at(happening.unit, happening.led);
    const auto& rules = office_.rules();
    switch (happening.kind) {
      case Happening::Kind::extension:
        ++row.extensions;
        break;
      case Happening::Kind::urge:
        ++row.urges;
        break;
      case Happening::Kind::objection:
        ++row.objections;
        break;
      case Happening::Kind::notice:
        ++row.notices[std::string(domain::names_of<domain::Colour>[happening.ordinal])];
        break;
      case Happening::Kind::measure:
        break;
      case Happening::Kind::returned:
        ++row.returns;
        deduct(row, happening.ordinal >= 3 ? rules.returned_again : rules.returned);
        break;
    }
  }

  // By unit code, lead before supporting.
  std::vector<Row> rows() const {
    std::vector<Row> all;
    for (const auto& [key, row] : rows_) all.push_back(row);
    return all;
  }

 private:
  Row& at(const std::string& unit, bool leads) {
    Row& row = rows_[{unit, leads ? 0 : 1}];
    if (row.unit.empty()) {
      row.unit = unit;
      row.name = office_.name_of(unit, on_);
      row.leads = leads;
    }
    return row;
  }
  void deduct(Row& row, std::int64_t points) {
    row.points += points * (row.leads ? office_.rules().lead_weight : office_.rules().supporting_weight);
  }

  const domain::Office& office_;
  Day from_, to_, on_;
  std::map<std::pair<std::string, int>, Row> rows_;
};

}  // namespace

Report standing(const projections::Books& books, Day from, Day to, const Filter& filter) {
  Tally tally(books.office(), from, to, books.on());
  books.each([&](const projections::Card& card, const projections::DutiesRow& docket) {
    if (!books.led_by(card, filter.leader)) return;
    for (const auto& duty : duties_on(docket.dues, books.on()))
      if (filter.unit.empty() || duty.unit == filter.unit) tally.take(duty);
    for (const auto& happening : docket.happenings)
      if (filter.unit.empty() || happening.unit == filter.unit) tally.take(happening);
  });
  Report report{"standing", "单位履责情况", "Standing", {}, books.footer(), {}, {}};
  report.asked.emplace_back("from", from);
  report.asked.emplace_back("to", to);
  if (!filter.unit.empty()) report.asked.emplace_back("unit", filter.unit);
  if (!filter.leader.empty()) report.asked.emplace_back("leader", filter.leader);
  tabulate(tally.rows(), columns, report);
  return report;
}

}  // namespace ducha::reports
