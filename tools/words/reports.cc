#include "tools/commands/report_kinds.h"
#include "tools/words/words.h"

namespace ducha::tools {
namespace {

constexpr InBoth day_kind{"日期", "DAY"};

// What every report takes.
Word report_word(Word& parent, const char* name, InBoth group, InBoth about, ReportOptions& report) {
  auto word = parent.add(name, group, about, [&report, name](const Context& context) {
    report.name = name;
    return tools::report(context, report);
  });
  word.value("--on,--as-of", report.on, {"截至哪一天，默认今天", "as of which day; default today"}, day_kind)
      .value("--known-at", report.known_at,
             {"只看到此序号或时间为止已记录的", "only what was recorded up to this seq or time"}, {"序号", "SEQ"})
      .one_of("--format", report.format,
              {"格式；不写则看 -o 的后缀，再不然 text", "format; else by the ending of -o, else text"},
              {"text", "json", "csv", "xlsx", "html", "md"})
      .value("-o,--output", report.output, {"写入文件", "write to a file"}, {"文件", "FILE"});
  return word;
}

// What this report may be asked.
void add_questions(Word& word, unsigned asks, ReportOptions& report) {
  if (asks & ask_the_unit)
    word.value("unit", report.unit, {"单位：代码、名称或简称", "the unit: code, name or alias"}, {"单位", "UNIT"})
        .needed();
  if (asks & ask_the_decision)
    word.value("decision", report.decision, {"决策编号", "the decision's number"}, {"决策", "DECISION"}).needed();
  if (asks & ask_within)
    word.value("--within", report.within, {"并列出几日内到期的，如 3wd", "also what falls due within, as 3wd"},
               {"期限", "LIMIT"});
  if (asks & ask_by)
    word.one_of("--by", report.by,
                {"按单位、分管领导、来源或类别汇总；不写则按单位", "by unit, leader, source or category; default unit"},
                {"unit", "leader", "source", "category"});
  if (asks & ask_period) {
    word.value("--from", report.from, {"时段起，默认当年首日", "from; default the year's first day"}, day_kind);
    word.value("--to", report.to, {"时段止，默认当年末日", "to; default the year's last day"}, day_kind);
  }
  if (asks & ask_over)
    word.value("--over", report.over, {"超过多少天的，如 180d；默认一年", "older than, as 180d; default a year"},
               {"天数", "DAYS"});
  if (asks & ask_days)
    word.value("--days", report.days, {"发生后超过多少天才录入的；默认 3wd", "recorded later than; default 3wd"},
               {"天数", "DAYS"});
  if (asks & ask_unit)
    word.value("--unit", report.unit, {"只看此单位（代码、名称或简称）", "this unit only (code, name or alias)"},
               {"单位", "UNIT"});
  if (asks & ask_leader)
    word.value("--leader", report.leader, {"只看此分管领导", "this leader only"}, {"职务", "POST"});
  if (asks & ask_docket) word.value("--docket", report.docket, {"只看此事项", "this docket only"}, {"编号", "DOCKET"});
  if (asks & ask_explain)
    word.flag("--explain", report.explain, {"列出每一笔扣分及其依据", "every point and what it came from"});
  if (asks & ask_rules)
    word.value("--rules", report.rules,
               {"按文件中的规则试算，不作记录", "what if: by the rules of a file; records nothing"}, {"文件", "FILE"});
}

}  // namespace

void add_reports(Word& root, Options& options) {
  auto& report = options.report;
  report_word(root, "history", asking, {"回放一个事项", "replay a docket"}, report)
      .value("docket", report.docket, {"事项编号", "docket number"}, {"编号", "DOCKET"})
      .needed()
      .examples("ducha history 2022-001\nducha history 2022-001 --on 2022-07-01 --known-at 412");

  report_word(root, "check", asking, {"打印前检查：缺什么、可能错在哪", "what to mend before printing"}, report)
      .examples("ducha check\nducha check --on 2022-07-01 --format csv -o check.csv");

  auto reports = root.add("report", asking,
                          {"报表：逾期、履责、得分、通报等", "reports: overdue, standing, score, bulletin and more"});
  reports.examples("ducha report overdue --on 2022-07-01\nducha report cards --format csv -o cards.csv");
  for (const auto& kind : report_kinds()) {
    auto word = report_word(reports, kind.name, reports_group, {kind.zh, kind.en}, report);
    add_questions(word, kind.asks, report);
    word.examples(kind.examples);
  }
}

}  // namespace ducha::tools
