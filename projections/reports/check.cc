#include "projections/reports/check.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "projections/reports/cells.h"
#include "projections/reports/check_dockets.h"

namespace ducha::reports {
namespace {

constexpr std::array<std::string_view, problem_count> names{
    "views_differ",    "no_lead",        "unit_retired",   "no_due",       "unit_unnamed",
    "post_unknown",    "no_leader",      "duplicate",      "parent_ended", "child_after_parent",
    "due_provisional", "objection_open", "extension_open", "contest_open", "exempts_nothing",
    "steps_missing",   "not_published",  "near_empty"};

// What is to be published by itself: what the plenary and the executive meeting decide (Art. 28), and what became of
// proposals (Art. 30).
bool by_meeting(domain::Source source) {
  return source == domain::Source::plenary || source == domain::Source::executive;
}
bool by_proposal(domain::Source source) {
  return source == domain::Source::npc_proposal || source == domain::Source::cppcc_proposal;
}

// 《政府信息公开条例》 26: within twenty working days.
constexpr domain::Limit publish_within{domain::Limit::Kind::workdays, 20, {}};

void look_at_decisions(const projections::Books& books, const std::vector<Seen>& dockets, std::vector<Finding>& found) {
  const auto& office = books.office();
  for (const auto& [number, decision] : office.decisions()) {
    if (decision.on > books.on()) continue;
    const auto missing = decision.steps_missing();
    if (!missing.empty()) found.push_back({Problem::steps_missing, {}, {}, number, {missing.begin(), missing.end()}});
    const bool published = std::any_of(decision.publications.begin(), decision.publications.end(),
                                       [&](const auto& each) { return each.first <= books.on(); });
    if (published) continue;
    if (by_meeting(decision.source))
      found.push_back({Problem::not_published,
                       {},
                       {},
                       number,
                       {to_string(count_from(decision.on, publish_within, office.calendar()).day)}});
    if (!by_proposal(decision.source)) continue;
    bool any = false, all = true;
    for (const auto& docket : dockets)
      if (docket.decision == number) any = true, all = all && docket.ended;
    if (any && all) found.push_back({Problem::not_published, {}, {}, number, {}});
  }
}

struct Row {
  Finding finding;
  std::string unit;  // by name
  Worded worded;
};

constexpr ColumnOf<Row> columns[] = {
    {{.name = "kind", .zh = "问题", .en = "Kind", .total = Total::count},
     [](const Row& row) -> Cell { return Word{name_of(row.finding.problem)}; }},
    {{"docket", "督查事项", "Docket"}, [](const Row& row) -> Cell { return text_or_none(row.finding.docket); }},
    {{"unit", "单位", "Unit"},
     [](const Row& row) -> Cell {
       return row.finding.unit.empty() ? Cell() : Cell(Named{row.finding.unit, row.unit});
     }},
    {{"decision", "决策", "Decision"}, [](const Row& row) -> Cell { return text_or_none(row.finding.decision); }},
    {{"finding", "情况", "Finding", Align::left, 3}, [](const Row& row) -> Cell { return row.worded.what; }},
    {{"remedy", "办法", "What to do", Align::left, 2}, [](const Row& row) -> Cell { return row.worded.remedy; }},
};

}  // namespace

std::string_view name_of(Problem problem) { return names[static_cast<std::size_t>(problem)]; }

std::vector<Finding> findings(const projections::Books& books,
                              const std::vector<projections::ViewDamage>& differences) {
  std::vector<Finding> found;
  for (const auto& [view, other, missing] : differences)
    found.push_back(
        {Problem::views_differ, {}, {}, {}, {std::string(view), std::to_string(other), std::to_string(missing)}});
  std::vector<Seen> dockets;
  const auto posts = books.office().posts();
  books.each_docket([&](const domain::Docket& docket) { dockets.push_back(look_at(docket, books, posts, found)); });
  compare(dockets, found);
  look_at_decisions(books, dockets, found);
  std::stable_sort(found.begin(), found.end(), [](const Finding& a, const Finding& b) {
    return std::tie(a.problem, a.docket, a.unit, a.decision) < std::tie(b.problem, b.docket, b.unit, b.decision);
  });
  return found;
}

Report check(const projections::Books& books, const std::vector<Finding>& findings,
             const std::function<Worded(const Finding&)>& word) {
  std::vector<Row> rows;
  for (const auto& finding : findings)
    rows.push_back({finding, books.office().name_of(finding.unit, books.on()), word(finding)});
  Report report{"check", "打印前检查", "Check", {}, books.footer(), {}, {}, Shape::list};
  tabulate(std::move(rows), columns, report);
  return report;
}

}  // namespace ducha::reports
