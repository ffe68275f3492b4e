#include <map>
#include <numeric>
#include <tuple>

#include "projections/reports/cells.h"
#include "projections/reports/reports.h"
#include "projections/reports/shares.h"

namespace ducha::reports {
namespace {

using domain::DutyKind;
using domain::DutyState;
using projections::Card;
using projections::Stage;

// How a docket stands, in the order it is told.
constexpr std::string_view classes[] = {"on_time",   "late",     "done_undated", "open",     "overdue",
                                        "suspended", "not_done", "merged",       "withdrawn"};
enum class Class : std::uint8_t { on_time, late, done_undated, open, overdue, suspended, not_done, merged, withdrawn };

// Dockets of one class.
struct Row {
  std::string_view name;
  std::int64_t dockets = 0, carried = 0;
  Rate share = {};
};

// Duties in one state.
struct States {
  std::string_view name;
  std::int64_t lead = 0, supporting = 0;
  std::optional<Rate> share = {};  // excused ones are not owed
  std::int64_t all() const { return lead + supporting; }
};

// A unit that is behind on a docket.
struct Laggard {
  std::string docket, title, unit, name;
  domain::Role role = domain::Role::lead;
  Counts duties;  // by kind
  std::int64_t overdue = 0, missed = 0, days = 0;
  Day due;  // the earliest of them
  bool provisional = false;
  std::string cause = {};
  std::int64_t urges = 0;
};

// 表扬、批评、约谈、移送.
struct Taken {
  domain::Measure measure;
  std::string unit, name, docket;
  Day on;
  std::string text;
};

constexpr ColumnOf<Row> columns[] = {
    {{"class", "类别", "Class", Align::left, 1, 0, 10}, [](const Row& row) -> Cell { return Word{row.name}; }},
    {{.name = "dockets", .zh = "件数", .en = "Dockets", .align = Align::right, .total = Total::sum},
     [](const Row& row) -> Cell { return row.dockets; }},
    {{.name = "share", .zh = "占比", .en = "Share", .align = Align::right, .total = Total::share},
     [](const Row& row) -> Cell { return row.share; }},
    {{.name = "carried", .zh = "其中结转", .en = "Carried over", .align = Align::right, .total = Total::sum},
     [](const Row& row) -> Cell { return row.carried; }},
};

constexpr ColumnOf<States> states_columns[] = {
    {{"state", "状态", "State", Align::left, 1, 0, 10}, [](const States& row) -> Cell { return Word{row.name}; }},
    {{.name = "lead", .zh = "牵头", .en = "Lead", .align = Align::right, .total = Total::sum},
     [](const States& row) -> Cell { return row.lead; }},
    {{.name = "supporting", .zh = "协办", .en = "Supporting", .align = Align::right, .total = Total::sum},
     [](const States& row) -> Cell { return row.supporting; }},
    {{.name = "duties", .zh = "责任", .en = "Duties", .align = Align::right, .total = Total::sum},
     [](const States& row) -> Cell { return row.all(); }},
    {{.name = "share", .zh = "占应办", .en = "Of owed", .align = Align::right, .total = Total::share},
     [](const States& row) -> Cell { return row.share ? Cell(*row.share) : Cell(); }},
};

constexpr ColumnOf<Laggard> laggard_columns[] = {
    {{"docket", "编号", "Docket"}, [](const Laggard& row) -> Cell { return row.docket; }},
    {{"title", "督查事项", "Title", Align::left, 4, 0, 14}, [](const Laggard& row) -> Cell { return row.title; }},
    {{.name = "unit", .zh = "单位代码", .en = "Unit", .leaves = machines_only},
     [](const Laggard& row) -> Cell { return row.unit; }},
    {{"name", "单位", "Name", Align::left, 1, 0, 10}, [](const Laggard& row) -> Cell { return row.name; }},
    {{.name = "role", .zh = "角色", .en = "Role", .leaves = 3},
     [](const Laggard& row) -> Cell { return Word{name_of(row.role)}; }},
    {{.name = "duties", .zh = "责任", .en = "Duties", .leaves = 4},
     [](const Laggard& row) -> Cell { return row.duties; }},
    {{.name = "overdue", .zh = "逾期", .en = "Overdue", .align = Align::right, .total = Total::sum},
     [](const Laggard& row) -> Cell { return row.overdue; }},
    {{.name = "missed", .zh = "未办", .en = "Missed", .align = Align::right, .total = Total::sum},
     [](const Laggard& row) -> Cell { return row.missed; }},
    {{.name = "due", .zh = "最早时限", .en = "First due", .leaves = 2},
     [](const Laggard& row) -> Cell { return row.due; }},
    {{.name = "provisional", .zh = "暂定", .en = "Provisional", .beside = "due"},
     [](const Laggard& row) -> Cell { return row.provisional; }},
    {{"days", "天数", "Days", Align::right}, [](const Laggard& row) -> Cell { return row.days; }},
    {{.name = "urges", .zh = "催办", .en = "Urges", .align = Align::right, .leaves = 5, .total = Total::sum},
     [](const Laggard& row) -> Cell { return row.urges; }},
    {{"cause", "原因", "Cause", Align::left, 2, 0, 10},
     [](const Laggard& row) -> Cell { return text_or_none(row.cause); }},
};

constexpr ColumnOf<Taken> taken_columns[] = {
    {{.name = "measure", .zh = "措施", .en = "Measure", .total = Total::count},
     [](const Taken& row) -> Cell { return Word{name_of(row.measure)}; }},
    {{.name = "unit", .zh = "单位代码", .en = "Unit", .leaves = machines_only},
     [](const Taken& row) -> Cell { return row.unit; }},
    {{"name", "单位", "Name", Align::left, 1, 0, 10}, [](const Taken& row) -> Cell { return row.name; }},
    {{"on", "日期", "On"}, [](const Taken& row) -> Cell { return row.on; }},
    {{"docket", "编号", "Docket"}, [](const Taken& row) -> Cell { return text_or_none(row.docket); }},
    {{"text", "内容", "Text", Align::left, 3, 0, 14}, [](const Taken& row) -> Cell { return text_or_none(row.text); }},
};

// Where a docket stands; several leading units make it as late as the latest of them.
Class class_of(const Card& card, const std::vector<domain::Duty>& duties) {
  const auto any = [&](DutyState state) {
    return std::any_of(duties.begin(), duties.end(),
                       [&](const auto& duty) { return duty.kind == DutyKind::completion && duty.state == state; });
  };
  switch (card.stage) {
    case Stage::withdrawn:
      return Class::withdrawn;
    case Stage::merged:
      return Class::merged;
    case Stage::not_done:
      return Class::not_done;
    case Stage::suspended:
      return Class::suspended;
    case Stage::done:
    case Stage::reported:
      if (any(DutyState::late)) return Class::late;
      return any(DutyState::on_time) ? Class::on_time : Class::done_undated;
    case Stage::open:
    case Stage::assigned:
      break;
  }
  return any(DutyState::overdue) ? Class::overdue : Class::open;
}

// A share of each that is counted, adding up to all.
template <class Rows, class Count, class Put>
void share_out(Rows& rows, Count count, Put put) {
  std::vector<std::int64_t> counts;
  for (const auto& row : rows) counts.push_back(count(row));
  const auto parts = shares(counts);
  for (std::size_t i = 0; i < rows.size(); ++i) put(rows[i], Rate{parts[i], 1000});
}

// What a unit last said about a docket; else why the docket was suspended.
std::string cause_of(const Card& card, const std::string& unit) {
  std::string cause;
  for (const auto& each : card.causes) {
    if (each.unit == unit) return each.text;
    if (each.unit.empty()) cause = each.text;
  }
  return cause;
}

class Bulletin {
 public:
  Bulletin(const projections::Books& books, Period period) : books_(books), period_(period) {
    for (const auto name : classes) rows_.push_back({name});
    for (const auto* name : {"on_time", "late", "missed", "overdue", "open", "excused"}) states_.push_back({name});
  }

  void take(const Card& card, const projections::DutiesRow& docket) {
    const auto duties = duties_on(docket.dues, books_.on());
    // In hand in the period: opened by its end, and not over before it began.
    const bool before = card.opened_on < period_.from;
    if (card.opened_on <= period_.to && (!card.finished_on || *card.finished_on >= period_.from)) {
      Row& row = rows_[static_cast<std::size_t>(class_of(card, duties))];
      ++row.dockets;
      row.carried += before;
    }
    std::map<std::pair<std::string, bool>, Laggard> behind;
    for (const auto& duty : duties) {
      if (period_.holds(duty.due)) count(duty);
      // What is overdue from before stays named until it is done.
      const bool overdue = duty.state == DutyState::overdue && duty.due <= period_.to;
      if (!overdue && !(duty.state == DutyState::missed && period_.holds(duty.due))) continue;
      auto& laggard = behind[{duty.unit, leads(duty.role)}];
      if (laggard.docket.empty())
        laggard = {card.docket, card.title, duty.unit, name_of_unit(books_, duty.unit), duty.role, {}, 0,
                   0,           0,          duty.due};
      ++laggard.duties[std::string(name_of(duty.kind))];
      ++(overdue ? laggard.overdue : laggard.missed);
      laggard.days = std::max<std::int64_t>(laggard.days, duty.days);
      laggard.provisional = laggard.provisional || (duty.provisional && duty.due == laggard.due);
    }
    for (auto& [who, laggard] : behind) {
      laggard.cause = cause_of(card, laggard.unit);
      for (const auto& each : docket.happenings)
        laggard.urges += each.kind == domain::Happening::Kind::urge && each.unit == laggard.unit;
      laggards_.push_back(std::move(laggard));
    }
    for (const auto& each : docket.happenings)
      if (each.kind == domain::Happening::Kind::measure && period_.holds(each.on))
        taken_.push_back({static_cast<domain::Measure>(each.ordinal), each.unit, name_of_unit(books_, each.unit),
                          card.docket, each.on, each.text});
  }

  Report report(const Filter& filter) {
    // A measure towards a unit as such belongs to no leader's dockets.
    if (filter.leader.empty())
      for (const auto& each : books_.office().measures())
        if (period_.holds(each.on) && each.on <= books_.on())
          taken_.push_back({each.measure, each.unit, name_of_unit(books_, each.unit), {}, each.on, each.text});
    std::stable_sort(laggards_.begin(), laggards_.end(), [](const Laggard& a, const Laggard& b) {
      return std::forward_as_tuple(-a.days, a.docket, a.unit) < std::forward_as_tuple(-b.days, b.docket, b.unit);
    });
    std::stable_sort(taken_.begin(), taken_.end(), [](const Taken& a, const Taken& b) {
      return std::forward_as_tuple(a.measure, a.on, a.unit) < std::forward_as_tuple(b.measure, b.on, b.unit);
    });
    share_out(
        rows_, [](const Row& row) { return row.dockets; }, [](Row& row, Rate share) { row.share = share; });
    share_out(
        states_, [](const States& row) { return row.name == "excused" ? 0 : row.all(); },
        [](States& row, Rate share) {
          if (row.name != "excused") row.share = share;
        });

    Report report{"bulletin", "督查通报", "Bulletin", {}, books_.footer(), {}, {}};
    report.asked.emplace_back("from", period_.from);
    report.asked.emplace_back("to", period_.to);
    if (!filter.leader.empty()) report.asked.emplace_back("leader", filter.leader);
    std::int64_t dockets = 0, owed = 0;
    for (const Row& row : rows_) dockets += row.dockets;
    for (const States& row : states_) owed += row.share ? row.all() : 0;
    report.asked.emplace_back("dockets", dockets);
    report.asked.emplace_back("owed", owed);
    tabulate(rows_, columns, report);
    report.plots.push_back({Plot::Kind::shares, "在督事项", "Dockets in hand", {}, {"class", "dockets"}});
    report.parts = {part("duties", "时段内到期的责任", "Duties due in the period"),
                    part("laggards", "逾期与未办", "Laggards"), part("measures", "表扬与问责", "Praise and measures")};
    tabulate(states_, states_columns, report.parts[0]);
    report.parts[0].plots.push_back(
        {Plot::Kind::shares, "责任完成情况", "How the duties stand", {}, {"state", "duties"}});
    tabulate(laggards_, laggard_columns, report.parts[1]);
    tabulate(taken_, taken_columns, report.parts[2]);
    return report;
  }

 private:
  void count(const domain::Duty& duty) {
    Figures figures;
    figures.count(duty.state);
    const std::int64_t ones[] = {figures.on_time, figures.late, figures.missed,
                                 figures.overdue, figures.open, figures.excused};
    for (std::size_t i = 0; i < states_.size(); ++i)
      (leads(duty.role) ? states_[i].lead : states_[i].supporting) += ones[i];
  }

  const projections::Books& books_;
  Period period_;
  std::vector<Row> rows_;
  std::vector<States> states_;
  std::vector<Laggard> laggards_;
  std::vector<Taken> taken_;
};

}  // namespace

Report bulletin(const projections::Books& books, Period period, const Filter& filter) {
  Bulletin bulletin(books, period);
  books.each([&](const Card& card, const projections::DutiesRow& docket) {
    if (books.led_by(card, filter.leader)) bulletin.take(card, docket);
  });
  return bulletin.report(filter);
}

}  // namespace ducha::reports
