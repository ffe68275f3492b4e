#include "tools/commands/report_kinds.h"

#include <algorithm>
#include <iterator>

#include "tools/commands/asking.h"

namespace ducha::tools {
namespace {

using projections::Books;
using Made = std::optional<reports::Report>;

constexpr ReportKind kinds[] = {
    {"dashboard", "督查一览：给区领导的一页", "one page for the district's leader", 0,
     [](const Books& books, const Question&) -> Made { return reports::dashboard(books); },
     "ducha report dashboard --on 2022-07-01 -o 一览.html"},
    {"overdue", "逾期清单", "what is overdue", ask_within | ask_unit | ask_leader | ask_docket,
     [](const Books& books, const Question& q) -> Made { return reports::overdue(books, q.filter, q.within); },
     "ducha report overdue --on 2022-07-01 --within 3wd\nducha report overdue --unit 区住建局 -o late.csv"},
    {"standing", "单位履责情况", "accountability by unit and role",
     ask_by | ask_period | ask_unit | ask_leader | ask_rules,
     [](const Books& books, const Question& q) -> Made { return reports::standing(books, q.period, q.by, q.filter); },
     "ducha report standing --from 2022-01-01 --to 2022-06-30 --on 2022-07-01"},
    {"score", "得分与每一笔扣分", "scores, and what cost each point",
     ask_period | ask_unit | ask_leader | ask_explain | ask_rules,
     [](const Books& books, const Question& q) -> Made { return reports::score(books, q.period, q.filter, q.explain); },
     "ducha report score --unit 区住建局 --explain\nducha report score --rules gulou-2027.toml --on 2022-12-31"},
    {"duties", "责任清单", "every duty", ask_unit | ask_leader | ask_docket,
     [](const Books& books, const Question& q) -> Made { return reports::duties(books, q.filter); },
     "ducha report duties --docket 2022-001\nducha report duties --unit 区住建局 --format json"},
    {"cards", "督查台账", "the register of dockets", ask_unit | ask_leader,
     [](const Books& books, const Question& q) -> Made { return reports::cards(books, q.filter); },
     "ducha report cards --leader 副区长一"},
    {"unit", "一个单位的情况", "all about one unit", ask_the_unit | ask_period,
     [](const Books& books, const Question& q) -> Made { return reports::unit(books, q.period, q.filter.unit); },
     "ducha report unit 区住建局 --on 2022-07-01"},
    {"decision", "一项决策的落实情况", "a decision and its dockets", ask_the_decision,
     [](const Books& books, const Question& q) -> Made { return reports::decision(books, q.decision); },
     "ducha report decision 鼓政常〔2022〕1号 --on 2022-07-01"},
    {"bulletin", "督查通报所需的数字与名单", "the figures and names of a bulletin", ask_period | ask_leader,
     [](const Books& books, const Question& q) -> Made { return reports::bulletin(books, q.period, q.filter); },
     "ducha report bulletin --from 2022-01-01 --to 2022-06-30 --on 2022-07-01"},
    {"trend", "月度走势", "month by month", ask_period | ask_unit | ask_leader,
     [](const Books& books, const Question& q) -> Made { return reports::trend(books, q.period, q.filter); },
     "ducha report trend --from 2022-01-01 --to 2023-12-31"},
    {"ageing", "超过一年未结的事项", "open for more than a year", ask_over | ask_unit | ask_leader,
     [](const Books& books, const Question& q) -> Made { return reports::ageing(books, q.filter, q.over); },
     "ducha report ageing --on 2023-07-01\nducha report ageing --over 180d"},
    {"late-entries", "迟录清单：记录得太晚的", "what was recorded late, and by whom", ask_days | ask_docket,
     [](const Books& books, const Question& q) -> Made {
       return reports::late_entries(books, q.days.value_or(three_workdays), q.filter);
     },
     "ducha report late-entries --days 3wd"},
};

}  // namespace

std::span<const ReportKind> report_kinds() { return kinds; }

const ReportKind* report_kind(std::string_view name) {
  const auto* found =
      std::find_if(std::begin(kinds), std::end(kinds), [&](const auto& kind) { return kind.name == name; });
  return found == std::end(kinds) ? nullptr : found;
}

}  // namespace ducha::tools
