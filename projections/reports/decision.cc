#include "projections/reports/cells.h"
#include "projections/reports/lights.h"
#include "projections/reports/reports.h"

namespace ducha::reports {
namespace {

struct Row {
  projections::Card card;
  std::string lead, leader;
  Texts joint, supporting;
  std::int64_t overdue = 0;
  domain::Light light = domain::Light::unset;
  bool provisional = false;
};

struct Publication {
  Day on;
  std::string channel;
};

struct Step {
  std::string_view name;
  bool required = false, taken = false;
};

constexpr Note steps_missing{"steps_missing", "重大行政决策缺少法定程序（第16—19条），见“决策程序”。",
                             "A major decision lacks steps of its procedure (Arts. 16-19); see the procedure."};
constexpr Note wrong_body{
    "wrong_body", "重大决策应由全体会议、常务会议或区长办公会议讨论决定（第17条）。",
    "A major decision is taken by a plenary, an executive or a mayor's office meeting (Art. 17)."};
constexpr Note unpublished{
    "unpublished", "全体会议、常务会议决定的事项应及时公布（第28条），没有公开的记录。",
    "What a plenary or executive meeting decides is to be published (Art. 28); nothing says it was."};

constexpr ColumnOf<Row> columns[] = {
    {{"docket", "编号", "Docket"}, [](const Row& row) -> Cell { return row.card.docket; }},
    {{"title", "督查事项", "Title", Align::left, 4, 0, 20}, [](const Row& row) -> Cell { return row.card.title; }},
    {{"lead", "牵头单位", "Lead", Align::left, 1, 0, 12},
     [](const Row& row) -> Cell { return text_or_none(row.lead); }},
    {{"joint", "联合牵头", "Joint", Align::left, 1, 5}, [](const Row& row) -> Cell { return row.joint; }},
    {{"supporting", "协办单位", "Supporting", Align::left, 2, 6},
     [](const Row& row) -> Cell { return row.supporting; }},
    {{.name = "leader", .zh = "分管领导", .en = "Leader", .leaves = 4},
     [](const Row& row) -> Cell { return text_or_none(row.leader); }},
    {{"due", "时限", "Due"}, [](const Row& row) -> Cell { return day_or_none(row.card.due); }},
    {{.name = "originalDue", .zh = "原时限", .en = "Original due", .leaves = 2, .beside = "due"},
     [](const Row& row) -> Cell { return day_or_none(row.card.original_due); }},
    {{.name = "provisional", .zh = "暂定", .en = "Provisional", .beside = "due"},
     [](const Row& row) -> Cell { return row.provisional; }},
    {{.name = "stage", .zh = "状态", .en = "Stage", .total = Total::count},
     [](const Row& row) -> Cell { return stage_of(row.card); }},
    {{.name = "finished", .zh = "办结", .en = "Finished", .leaves = 2},
     [](const Row& row) -> Cell { return day_or_none(row.card.finished_on); }},
    {{.name = "progress", .zh = "进度", .en = "Progress", .align = Align::right, .leaves = 3},
     [](const Row& row) -> Cell { return progress_of(row.card); }},
    {{.name = "overdue", .zh = "逾期", .en = "Overdue", .align = Align::right, .total = Total::sum},
     [](const Row& row) -> Cell { return row.overdue; }},
    {{.name = "light", .zh = "亮灯", .en = "Light", .leaves = 1, .beside = "due", .total = Total::count},
     [](const Row& row) -> Cell { return light_or_none(row.light); }},
    {{.name = "parent", .zh = "上级事项", .en = "Parent", .leaves = 7},
     [](const Row& row) -> Cell { return text_or_none(row.card.parent); }},
};

constexpr ColumnOf<Publication> publication_columns[] = {
    {{"on", "日期", "On"}, [](const Publication& row) -> Cell { return row.on; }},
    {{"channel", "渠道", "Channel", Align::left, 1},
     [](const Publication& row) -> Cell { return text_or_none(row.channel); }},
};

constexpr ColumnOf<Step> step_columns[] = {
    {{"step", "程序", "Step"}, [](const Step& row) -> Cell { return Word{row.name}; }},
    {{"required", "应履行", "Required"}, [](const Step& row) -> Cell { return row.required; }},
    {{"taken", "已履行", "Taken"}, [](const Step& row) -> Cell { return row.taken; }},
};

void ask(Report& report, const domain::DecisionRecord& decision) {
  report.asked.emplace_back("decision", decision.number);
  const auto told = [&](std::string_view name, const std::string& text) {
    if (!text.empty()) report.asked.emplace_back(name, text);
  };
  told("title", decision.title);
  report.asked.emplace_back("source", Word{name_of(decision.source)});
  report.asked.emplace_back("made", decision.on);
  told("session", decision.session);
  told("item", decision.item);
  told("document", decision.document);
  told("chair", decision.chair);
  report.asked.emplace_back("major", decision.major);
}

}  // namespace

std::optional<Report> decision(const projections::Books& books, const std::string& number) {
  const auto made = books.office().decision(number);
  if (!made) return {};
  const Lamp lamp{books.office().rules(), books.office().calendar(), books.on()};
  std::vector<Row> rows;
  books.each([&](const projections::Card& card, const projections::DutiesRow& docket) {
    if (card.decision != made->number) return;
    Row row{card, name_of_unit(books, card.lead), books.leader(card), names_of_units(books, card.joint),
            names_of_units(books, card.supporting)};
    const auto duties = duties_on(docket.dues, books.on());
    row.light = lamp.of(card, duties);
    for (const auto& duty : duties) {
      row.overdue += duty.state == domain::DutyState::overdue;
      row.provisional =
          row.provisional || (duty.provisional && duty.kind == domain::DutyKind::completion && duty.due == card.due);
    }
    rows.push_back(std::move(row));
  });
  std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.card.docket < b.card.docket; });

  // What was published after the day asked about had not happened yet.
  std::vector<Publication> publications;
  for (const auto& [on, channel] : made->publications)
    if (on <= books.on()) publications.push_back({on, channel});
  std::vector<Step> steps;
  for (const auto name : domain::names_of<domain::ProcedureStep>) {
    const bool taken = std::find(made->procedure.begin(), made->procedure.end(), name) != made->procedure.end();
    if (made->major || taken) steps.push_back({name, made->major, taken});
  }

  Report report{"decision", "决策落实情况", "Decision", {}, books.footer(), {}, {}};
  ask(report, *made);
  tabulate(std::move(rows), columns, report);
  report.parts = {part("publications", "决策公开", "Publication"), part("procedure", "决策程序", "Procedure")};
  tabulate(publications, publication_columns, report.parts[0]);
  tabulate(steps, step_columns, report.parts[1]);
  using domain::Source;
  const bool met = made->source == Source::plenary || made->source == Source::executive;
  if (!made->steps_missing().empty()) report.notes.push_back(steps_missing);
  // Other sources say where a matter came from, not who decided it.
  if (made->major && (made->source == Source::special_meeting || made->source == Source::work_meeting ||
                      made->source == Source::instruction))
    report.notes.push_back(wrong_body);
  if (met && publications.empty()) report.notes.push_back(unpublished);
  return report;
}

}  // namespace ducha::reports
