#include <tuple>

#include "projections/reports/cells.h"
#include "projections/reports/lights.h"
#include "projections/reports/notes.h"
#include "projections/reports/reports.h"

namespace ducha::reports {
namespace {

using domain::Duty;
using domain::DutyState;
using domain::Happening;
using projections::Card;

// A docket the unit holds a role on.
struct Row {
  Card card;
  std::string_view role = {};
  std::int64_t open = 0, overdue = 0;  // of its own duties
  domain::Light light = domain::Light::unset;
  bool provisional = false;
};

// A duty that is not done.
struct Owed {
  std::string docket, title;
  Duty duty;
  std::string_view light;
};

struct Counted {
  bool led = false;
  Figures figures;
};

// Something that happened to the unit.
struct Event {
  std::string docket;  // empty: to the unit as such
  Day on;
  std::string_view what;
  Cell colour, role;
  std::string text;
};

struct Concluded {
  std::string docket;
  projections::Concluded conclusion;
};

constexpr ColumnOf<Row> columns[] = {
    {{"docket", "编号", "Docket"}, [](const Row& row) -> Cell { return row.card.docket; }},
    {{"title", "督查事项", "Title", Align::left, 4, 0, 20}, [](const Row& row) -> Cell { return row.card.title; }},
    {{.name = "role", .zh = "角色", .en = "Role", .total = Total::count},
     [](const Row& row) -> Cell { return Word{row.role}; }},
    {{.name = "stage", .zh = "状态", .en = "Stage", .total = Total::count},
     [](const Row& row) -> Cell { return stage_of(row.card); }},
    {{"due", "时限", "Due"}, [](const Row& row) -> Cell { return day_or_none(row.card.due); }},
    {{.name = "originalDue", .zh = "原时限", .en = "Original due", .leaves = 3, .beside = "due"},
     [](const Row& row) -> Cell { return day_or_none(row.card.original_due); }},
    {{.name = "provisional", .zh = "暂定", .en = "Provisional", .beside = "due"},
     [](const Row& row) -> Cell { return row.provisional; }},
    {{.name = "progress", .zh = "进度", .en = "Progress", .align = Align::right, .leaves = 4},
     [](const Row& row) -> Cell { return progress_of(row.card); }},
    {{.name = "open", .zh = "在办", .en = "Open", .align = Align::right, .leaves = 2, .total = Total::sum},
     [](const Row& row) -> Cell { return row.open; }},
    {{.name = "overdue", .zh = "逾期", .en = "Overdue", .align = Align::right, .total = Total::sum},
     [](const Row& row) -> Cell { return row.overdue; }},
    {{.name = "light", .zh = "亮灯", .en = "Light", .leaves = 1, .beside = "due"},
     [](const Row& row) -> Cell { return light_or_none(row.light); }},
};

constexpr ColumnOf<Owed> owed_columns[] = {
    {{"docket", "编号", "Docket"}, [](const Owed& row) -> Cell { return row.docket; }},
    {{.name = "title", .zh = "督查事项", .en = "Title", .weight = 4, .leaves = 2, .least = 14},
     [](const Owed& row) -> Cell { return row.title; }},
    {{.name = "duty", .zh = "责任", .en = "Duty", .total = Total::count},
     [](const Owed& row) -> Cell { return Word{name_of(row.duty.kind)}; }},
    {{"role", "角色", "Role"}, [](const Owed& row) -> Cell { return Word{name_of(row.duty.role)}; }},
    {{"due", "时限", "Due"}, [](const Owed& row) -> Cell { return row.duty.due; }},
    {{.name = "originalDue", .zh = "原时限", .en = "Original due", .leaves = 1, .beside = "due"},
     [](const Owed& row) -> Cell { return row.duty.first; }},
    {{.name = "provisional", .zh = "暂定", .en = "Provisional", .beside = "due"},
     [](const Owed& row) -> Cell { return row.duty.provisional; }},
    {{.name = "state", .zh = "状态", .en = "State", .total = Total::count},
     [](const Owed& row) -> Cell { return Word{name_of(row.duty.state)}; }},
    {{"days", "天数", "Days", Align::right}, [](const Owed& row) -> Cell { return std::int64_t{row.duty.days}; }},
    {{.name = "light", .zh = "亮灯", .en = "Light", .beside = "days", .total = Total::count},
     [](const Owed& row) -> Cell { return Word{row.light}; }},
};

constexpr ColumnOf<Counted> figures_columns[] = {
    {{"role", "角色", "Role", Align::left, 1, 0, 10},
     [](const Counted& row) -> Cell { return Word{row.led ? "lead" : "supporting"}; }},
    {{.name = "owed", .zh = "应办", .en = "Owed", .align = Align::right, .total = Total::sum},
     [](const Counted& row) -> Cell { return row.figures.owed(); }},
    {{.name = "on_time", .zh = "按期", .en = "On time", .align = Align::right, .total = Total::sum},
     [](const Counted& row) -> Cell { return row.figures.on_time; }},
    {{.name = "late", .zh = "逾期办结", .en = "Late", .align = Align::right, .total = Total::sum},
     [](const Counted& row) -> Cell { return row.figures.late; }},
    {{.name = "missed", .zh = "未办", .en = "Missed", .align = Align::right, .total = Total::sum},
     [](const Counted& row) -> Cell { return row.figures.missed; }},
    {{.name = "overdue", .zh = "逾期", .en = "Overdue", .align = Align::right, .total = Total::sum},
     [](const Counted& row) -> Cell { return row.figures.overdue; }},
    {{.name = "open", .zh = "在办", .en = "Open", .align = Align::right, .total = Total::sum},
     [](const Counted& row) -> Cell { return row.figures.open; }},
    {{.name = "excused", .zh = "免责", .en = "Excused", .align = Align::right, .leaves = 1, .total = Total::sum},
     [](const Counted& row) -> Cell { return row.figures.excused; }},
    {{.name = "settled", .zh = "应结", .en = "Settled", .align = Align::right, .leaves = 2, .total = Total::sum},
     [](const Counted& row) -> Cell { return row.figures.settled(); }},
    {{.name = "on_time_rate", .zh = "按期率", .en = "Rate", .align = Align::right, .total = Total::sum},
     [](const Counted& row) -> Cell { return rate_of(row.figures); }},
    {{"score", "得分", "Score", Align::right},
     [](const Counted& row) -> Cell {
       const auto score = score_of(row.figures);
       return score ? Cell(*score) : Cell();
     }},
};

constexpr ColumnOf<Event> event_columns[] = {
    {{"on", "日期", "On"}, [](const Event& row) -> Cell { return row.on; }},
    {{"docket", "编号", "Docket"}, [](const Event& row) -> Cell { return text_or_none(row.docket); }},
    {{.name = "event", .zh = "事项", .en = "What", .total = Total::count},
     [](const Event& row) -> Cell { return Word{row.what}; }},
    {{.name = "colour", .zh = "等级", .en = "Colour", .leaves = 1},
     [](const Event& row) -> Cell { return row.colour; }},
    {{"role", "角色", "Role"}, [](const Event& row) -> Cell { return row.role; }},
    {{"text", "内容", "Text", Align::left, 1, 0, 12}, [](const Event& row) -> Cell { return text_or_none(row.text); }},
};

constexpr ColumnOf<Concluded> concluded_columns[] = {
    {{"docket", "编号", "Docket"}, [](const Concluded& row) -> Cell { return row.docket; }},
    {{"on", "日期", "On"}, [](const Concluded& row) -> Cell { return row.conclusion.on; }},
    {{.name = "role", .zh = "角色", .en = "Role", .leaves = 3},
     [](const Concluded& row) -> Cell { return Word{name_of(row.conclusion.role)}; }},
    {{"text", "内容", "Text", Align::left, 1, 0, 12},
     [](const Concluded& row) -> Cell { return text_or_none(row.conclusion.text); }},
    {{"rectifyBy", "整改时限", "Rectify by"},
     [](const Concluded& row) -> Cell { return day_or_none(row.conclusion.rectify_by); }},
    {{"rectified", "已整改", "Rectified"},
     [](const Concluded& row) -> Cell { return day_or_none(row.conclusion.rectified); }},
    {{.name = "contestBy", .zh = "复核期至", .en = "Contest by", .leaves = 2},
     [](const Concluded& row) -> Cell { return row.conclusion.contest_by; }},
    {{.name = "contested", .zh = "申请复核", .en = "Contested", .leaves = 1},
     [](const Concluded& row) -> Cell { return day_or_none(row.conclusion.contested); }},
    {{.name = "ruling", .zh = "复核决定", .en = "Ruling", .leaves = 1},
     [](const Concluded& row) -> Cell {
       if (!row.conclusion.ruled) return {};
       return Word{*row.conclusion.ruled == domain::Ruling::upheld ? "maintained" : name_of(*row.conclusion.ruled)};
     }},
};

Event event_of(const std::string& docket, const Happening& from) {
  constexpr std::string_view kinds[] = {"extension", "return", "urge", "objection", "notice"};
  Event event{docket, from.on, {}, {}, Word{from.led ? "lead" : "supporting"}, from.text};
  if (from.kind == Happening::Kind::measure) {
    event.what = domain::names_of<domain::Measure>[from.ordinal];
  } else {
    event.what = kinds[static_cast<std::size_t>(from.kind)];
  }
  if (from.kind == Happening::Kind::notice) event.colour = Word{domain::names_of<domain::Colour>[from.ordinal]};
  return event;
}

bool done_with(const Duty& duty) {
  return duty.state != DutyState::pending && duty.state != DutyState::due_today && duty.state != DutyState::overdue;
}

std::string_view role_of(const Card& card, std::string_view unit) {
  if (card.lead == unit) return "lead";
  return std::find(card.joint.begin(), card.joint.end(), unit) == card.joint.end() ? "supporting" : "joint";
}

// Everything about one unit, gathered docket by docket.
class Page {
 public:
  Page(const projections::Books& books, Period period, const std::string& unit)
      : books_(books),
        period_(period),
        unit_(unit),
        lamp_{books.office().rules(), books.office().calendar(), books.on()},
        tally_(books.office().rules(), period) {}

  void take(const Card& card, const projections::DutiesRow& docket) {
    const auto duties = duties_on(docket.dues, books_.on());
    Row row{card};
    for (const auto& duty : duties) {
      row.provisional =
          row.provisional || (duty.provisional && duty.kind == domain::DutyKind::completion && duty.due == card.due);
      if (duty.unit != unit_) continue;
      tally_.take(unit_, duty);
      if (done_with(duty)) continue;
      ++(duty.state == DutyState::overdue ? row.overdue : row.open);
      owed_.push_back({card.docket, card.title, duty, name_of(lamp_.of(duty))});
    }
    for (const auto& each : docket.happenings) {
      if (each.unit != unit_) continue;
      tally_.take(unit_, each);
      if (period_.holds(each.on)) events_.push_back(event_of(card.docket, each));
    }
    for (const auto& each : card.conclusions)
      if (each.unit == unit_) conclusions_.push_back({card.docket, each});
    // What ended before the period is past.
    const bool past = projections::ended(card.stage) && card.closed_on && *card.closed_on < period_.from;
    if (!holds(card, unit_) || past) return;
    row.role = role_of(card, unit_);
    row.light = lamp_.of(card, duties);
    rows_.push_back(std::move(row));
  }

  Report report() {
    for (const auto& each : books_.office().measures())
      if (each.unit == unit_ && period_.holds(each.on) && each.on <= books_.on())
        events_.push_back({{}, each.on, name_of(each.measure), {}, {}, each.text});
    sort();
    std::vector<Counted> counted;
    for (const auto& [who, figures] : tally_.rows()) counted.push_back({who.leads, figures});

    Report report{"unit", "单位情况", "Unit", {}, books_.footer(), {}, {}};
    report.asked.emplace_back("unit", Named{unit_, name_of_unit(books_, unit_)});
    report.asked.emplace_back("from", period_.from);
    report.asked.emplace_back("to", period_.to);
    tabulate(rows_, columns, report);
    report.parts = {part("duties", "未办责任", "Duties not done"),
                    part("figures", "时段内履责情况", "Standing in the period"),
                    part("events", "时段内催办、督办与奖惩", "Urges, notices and the like in the period"),
                    part("conclusions", "督查结论", "Conclusions")};
    tabulate(owed_, owed_columns, report.parts[0]);
    tabulate(counted, figures_columns, report.parts[1]);
    tabulate(events_, event_columns, report.parts[2]);
    tabulate(conclusions_, concluded_columns, report.parts[3]);
    note_defaults(report, books_.office().rules());
    return report;
  }

 private:
  void sort() {
    std::stable_sort(rows_.begin(), rows_.end(),
                     [](const Row& a, const Row& b) { return a.card.docket < b.card.docket; });
    // The longest overdue first, then what falls due next.
    std::stable_sort(owed_.begin(), owed_.end(), [](const Owed& a, const Owed& b) {
      return std::forward_as_tuple(a.duty.due, a.docket) < std::forward_as_tuple(b.duty.due, b.docket);
    });
    std::stable_sort(events_.begin(), events_.end(), [](const Event& a, const Event& b) {
      return std::forward_as_tuple(a.on, a.docket) < std::forward_as_tuple(b.on, b.docket);
    });
    std::stable_sort(conclusions_.begin(), conclusions_.end(), [](const Concluded& a, const Concluded& b) {
      return std::forward_as_tuple(a.conclusion.on, a.docket) < std::forward_as_tuple(b.conclusion.on, b.docket);
    });
  }

  const projections::Books& books_;
  Period period_;
  std::string unit_;
  Lamp lamp_;
  Tally tally_;
  std::vector<Row> rows_;
  std::vector<Owed> owed_;
  std::vector<Event> events_;
  std::vector<Concluded> conclusions_;
};

}  // namespace

Report unit(const projections::Books& books, Period period, const std::string& code) {
  Page page(books, period, code);
  books.each([&](const Card& card, const projections::DutiesRow& docket) { page.take(card, docket); });
  return page.report();
}

}  // namespace ducha::reports
