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
    {{"unit", "代码", "Unit"}, [](const Row& row) -> Cell { return row.unit; }},
    {{"name", "单位", "Name", Align::left, 2}, [](const Row& row) -> Cell { return row.name; }},
    {{"role", "角色", "Role"}, [](const Row& row) -> Cell { return Word{row.leads ? "lead" : "supporting"}; }},
    {{"owed", "应办", "Owed", Align::right}, [](const Row& row) -> Cell { return row.owed(); }},
    {{"on_time", "按期", "On time", Align::right}, [](const Row& row) -> Cell { return row.on_time; }},
    {{"late", "逾期办结", "Late", Align::right}, [](const Row& row) -> Cell { return row.late; }},
    {{"missed", "未办", "Missed", Align::right}, [](const Row& row) -> Cell { return row.missed; }},
    {{"overdue", "逾期", "Overdue", Align::right}, [](const Row& row) -> Cell { return row.overdue; }},
    {{"open", "在办", "Open", Align::right}, [](const Row& row) -> Cell { return row.open; }},
    {{"excused", "免责", "Excused", Align::right}, [](const Row& row) -> Cell { return row.excused; }},
    {{"on_time_rate", "按期率", "Rate", Align::right}, [](const Row& row) -> Cell { return rate(row); }},
    {{"extensions", "延期", "Extensions", Align::right}, [](const Row& row) -> Cell { return row.extensions; }},
    {{"returns", "退回", "Returns", Align::right}, [](const Row& row) -> Cell { return row.returns; }},
    {{"urges", "催办", "Urges", Align::right}, [](const Row& row) -> Cell { return row.urges; }},
    {{"notices", "督办单", "Notices"}, [](const Row& row) -> Cell { return row.notices; }},
    {{"objections", "异议", "Objections", Align::right}, [](const Row& row) -> Cell { return row.objections; }},
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
