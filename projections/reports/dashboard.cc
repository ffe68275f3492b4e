#include <algorithm>
#include <map>
#include <tuple>

#include "projections/reports/cells.h"
#include "projections/reports/lights.h"
#include "projections/reports/reports.h"
#include "projections/reports/tally.h"

namespace ducha::reports {
namespace {

using domain::Duty;
using domain::DutyState;
using domain::Light;
using projections::Card;

constexpr int a_week = 7;
constexpr std::size_t worst_max = 5;
constexpr domain::Limit soon{domain::Limit::Kind::workdays, 5, {}};

struct Lit {
  Light light;
  std::int64_t dockets = 0;
};

// A docket with something overdue or missed.
struct Red {
  std::string docket, title, lead, leader;
  Day since;              // the day after the earliest of those due days
  std::int64_t days = 0;  // the longest overdue
  std::int64_t overdue = 0, urges = 0;
  Texts behind;  // who is to be urged
};

struct Unit {
  std::string unit, name;
  Figures lead, supporting;
};

struct Soon {
  std::string docket, title, unit, name;
  Duty duty;
};

constexpr ColumnOf<Lit> light_columns[] = {
    {{"light", "亮灯", "Light"}, [](const Lit& row) -> Cell { return Word{name_of(row.light)}; }},
    {{.name = "dockets", .zh = "件数", .en = "Dockets", .align = Align::right, .total = Total::sum},
     [](const Lit& row) -> Cell { return row.dockets; }},
};

constexpr ColumnOf<Red> turned_columns[] = {
    {{"docket", "编号", "Docket"}, [](const Red& row) -> Cell { return row.docket; }},
    {{"title", "督查事项", "Title", Align::left, 3, 0, 16}, [](const Red& row) -> Cell { return row.title; }},
    {{"lead", "牵头单位", "Lead", Align::left, 1, 0, 12}, [](const Red& row) -> Cell { return row.lead; }},
    {{"since", "转红", "Red since"}, [](const Red& row) -> Cell { return row.since; }},
    {{"behind", "应催办", "To be urged", Align::left, 2, 0, 12}, [](const Red& row) -> Cell { return row.behind; }},
};

constexpr ColumnOf<Red> worst_columns[] = {
    {{"docket", "编号", "Docket"}, [](const Red& row) -> Cell { return row.docket; }},
    {{"title", "督查事项", "Title", Align::left, 3, 0, 16}, [](const Red& row) -> Cell { return row.title; }},
    {{"lead", "牵头单位", "Lead", Align::left, 1, 0, 12}, [](const Red& row) -> Cell { return row.lead; }},
    {{.name = "leader", .zh = "分管领导", .en = "Leader", .leaves = 2},
     [](const Red& row) -> Cell { return text_or_none(row.leader); }},
    {{"days", "最长逾期天数", "Days overdue", Align::right}, [](const Red& row) -> Cell { return row.days; }},
    {{"overdue", "逾期责任", "Overdue", Align::right}, [](const Red& row) -> Cell { return row.overdue; }},
    {{.name = "urges", .zh = "已催办", .en = "Urges", .align = Align::right, .leaves = 1},
     [](const Red& row) -> Cell { return row.urges; }},
    {{"behind", "应催办", "To be urged", Align::left, 2, 0, 12}, [](const Red& row) -> Cell { return row.behind; }},
};

constexpr ColumnOf<Unit> unit_columns[] = {
    {{.name = "unit", .zh = "单位代码", .en = "Unit", .leaves = machines_only},
     [](const Unit& row) -> Cell { return row.unit; }},
    {{"name", "单位", "Name", Align::left, 2, 0, 12}, [](const Unit& row) -> Cell { return row.name; }},
    {{.name = "lead_on_time", .zh = "牵头按期", .en = "Lead on time", .align = Align::right, .total = Total::sum},
     [](const Unit& row) -> Cell { return row.lead.on_time; }},
    {{.name = "lead_settled", .zh = "牵头应结", .en = "Lead settled", .align = Align::right, .total = Total::sum},
     [](const Unit& row) -> Cell { return row.lead.settled(); }},
    {{.name = "lead_rate", .zh = "牵头按期率", .en = "Lead rate", .align = Align::right, .total = Total::sum},
     [](const Unit& row) -> Cell { return rate_of(row.lead); }},
    {{.name = "supporting_on_time",
      .zh = "协办按期",
      .en = "Supp. on time",
      .align = Align::right,
      .leaves = 1,
      .total = Total::sum},
     [](const Unit& row) -> Cell { return row.supporting.on_time; }},
    {{.name = "supporting_settled",
      .zh = "协办应结",
      .en = "Supp. settled",
      .align = Align::right,
      .total = Total::sum},
     [](const Unit& row) -> Cell { return row.supporting.settled(); }},
    {{.name = "supporting_rate", .zh = "协办按期率", .en = "Supp. rate", .align = Align::right, .total = Total::sum},
     [](const Unit& row) -> Cell { return rate_of(row.supporting); }},
};

constexpr ColumnOf<Soon> soon_columns[] = {
    {{"due", "时限", "Due"}, [](const Soon& row) -> Cell { return row.duty.due; }},
    {{"docket", "编号", "Docket"}, [](const Soon& row) -> Cell { return row.docket; }},
    {{"title", "督查事项", "Title", Align::left, 3, 0, 16}, [](const Soon& row) -> Cell { return row.title; }},
    {{.name = "duty", .zh = "责任", .en = "Duty", .total = Total::count},
     [](const Soon& row) -> Cell { return Word{name_of(row.duty.kind)}; }},
    {{.name = "unit", .zh = "单位代码", .en = "Unit", .leaves = machines_only},
     [](const Soon& row) -> Cell { return row.unit; }},
    {{"name", "单位", "Name", Align::left, 1, 0, 12}, [](const Soon& row) -> Cell { return row.name; }},
    {{"role", "角色", "Role"}, [](const Soon& row) -> Cell { return Word{name_of(row.duty.role)}; }},
    {{.name = "provisional", .zh = "暂定", .en = "Provisional", .beside = "due"},
     [](const Soon& row) -> Cell { return row.duty.provisional; }},
};

class Dashboard {
 public:
  explicit Dashboard(const projections::Books& books)
      : books_(books),
        on_(books.on()),
        lamp_{books.office().rules(), books.office().calendar(), on_},
        within_(domain::count_from(on_, soon, books.office().calendar()).day),
        tally_(books.office().rules(), {year_begin(on_), on_}) {
    for (const auto light : {Light::red, Light::yellow, Light::green, Light::blue, Light::grey})
      lit_.push_back({light});
  }

  void take(const Card& card, const projections::DutiesRow& docket) {
    const auto duties = duties_on(docket.dues, on_);
    const auto light = lamp_.of(card, duties);
    for (auto& each : lit_) each.dockets += each.light == light;
    for (const auto& duty : duties) {
      tally_.take(duty.unit, duty);
      const bool open = duty.state == DutyState::pending || duty.state == DutyState::due_today;
      if (open && duty.due <= within_) soon_.push_back({card.docket, card.title, duty.unit, name(duty.unit), duty});
    }
    if (light == lamp_.rules.overdue) take_red(card, docket, duties);
  }

  Report report() {
    Report report{"dashboard", "督查一览", "Dashboard", {}, books_.footer(), {}, {}};
    report.asked.emplace_back("from", year_begin(on_));
    report.asked.emplace_back("within", within_);
    tabulate(lit_, light_columns, report);
    report.plots.push_back({Plot::Kind::shares, "今日亮灯", "Today's lights", {}, {"light", "dockets"}});
    report.parts = {part("turned_red", "一周内转红", "Turned red within a week"),
                    part("worst", "最严重的五件", "The five worst"),
                    part("units", "单位按期率（本年）", "On-time rates, this year"),
                    part("due_soon", "五个工作日内到期", "Due within five working days")};
    auto turned = reds_;
    std::erase_if(turned, [&](const Red& red) { return red.since <= on_ - a_week; });
    std::stable_sort(turned.begin(), turned.end(), [](const Red& a, const Red& b) {
      return std::tie(b.since, a.docket) < std::tie(a.since, b.docket);
    });
    tabulate(turned, turned_columns, report.parts[0]);
    std::erase_if(reds_, [](const Red& red) { return red.overdue == 0; });
    std::stable_sort(reds_.begin(), reds_.end(), [](const Red& a, const Red& b) {
      return std::tie(b.days, b.overdue, a.docket) < std::tie(a.days, a.overdue, b.docket);
    });
    if (reds_.size() > worst_max) reds_.resize(worst_max);
    tabulate(reds_, worst_columns, report.parts[1]);
    tabulate(units(), unit_columns, report.parts[2]);
    std::stable_sort(soon_.begin(), soon_.end(), [](const Soon& a, const Soon& b) {
      return std::tie(a.duty.due, a.docket, a.unit) < std::tie(b.duty.due, b.docket, b.unit);
    });
    tabulate(soon_, soon_columns, report.parts[3]);
    return report;
  }

 private:
  static Day year_begin(Day day) { return *day_of({civil(day).year, 1, 1}); }
  std::string name(const std::string& unit) const { return books_.office().name_of(unit, on_); }

  void take_red(const Card& card, const projections::DutiesRow& docket, const std::vector<Duty>& duties) {
    Red red{
        card.docket, card.title, card.lead.empty() ? std::string() : name(card.lead), books_.leader(card), on_, 0, 0,
        0,           {}};
    std::vector<std::string> behind;
    for (const auto& duty : duties) {
      if (duty.state != DutyState::overdue && duty.state != DutyState::missed) continue;
      red.since = std::min(red.since, duty.due + 1);
      if (duty.state == DutyState::missed) continue;
      red.days = std::max<std::int64_t>(red.days, duty.days);
      ++red.overdue;
      if (std::find(behind.begin(), behind.end(), duty.unit) == behind.end()) behind.push_back(duty.unit);
    }
    for (const auto& unit : behind) red.behind.push_back(name(unit));
    for (const auto& each : docket.happenings)
      red.urges += each.kind == domain::Happening::Kind::urge &&
                   std::find(behind.begin(), behind.end(), each.unit) != behind.end();
    reds_.push_back(std::move(red));
  }

  // The lowest rate as lead first; who settled nothing as lead comes after those who did.
  std::vector<Unit> units() const {
    std::map<std::string, Unit> by_code;
    for (const auto& [counted, figures] : tally_.rows()) {
      if (figures.settled() == 0) continue;
      auto& unit = by_code[counted.who];
      unit.unit = counted.who;
      unit.name = name(counted.who);
      (counted.leads ? unit.lead : unit.supporting) = figures;
    }
    std::vector<Unit> all;
    for (auto& [code, unit] : by_code) all.push_back(std::move(unit));
    const auto before = [](const Figures& a, const Figures& b) {
      if ((a.settled() == 0) != (b.settled() == 0)) return a.settled() != 0;
      return a.on_time * b.settled() < b.on_time * a.settled();
    };
    std::stable_sort(all.begin(), all.end(), [&](const Unit& a, const Unit& b) {
      if (before(a.lead, b.lead) || before(b.lead, a.lead)) return before(a.lead, b.lead);
      return before(a.supporting, b.supporting);
    });
    return all;
  }

  const projections::Books& books_;
  Day on_;
  Lamp lamp_;
  Day within_;
  Tally tally_;
  std::vector<Lit> lit_;
  std::vector<Red> reds_;
  std::vector<Soon> soon_;
};

}  // namespace

Report dashboard(const projections::Books& books) {
  Dashboard dashboard(books);
  books.each([&](const Card& card, const projections::DutiesRow& docket) { dashboard.take(card, docket); });
  return dashboard.report();
}

}  // namespace ducha::reports
