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
              {"text", "json", "csv", "md"})
      .value("-o,--output", report.output, {"写入文件", "write to a file"}, {"文件", "FILE"});
  return word;
}

void for_unit_and_leader(Word& word, ReportOptions& report) {
  word.value("--unit", report.unit, {"只看此单位（代码、名称或简称）", "this unit only (code, name or alias)"},
             {"单位", "UNIT"});
  word.value("--leader", report.leader, {"只看此分管领导", "this leader only"}, {"职务", "POST"});
}

void for_docket(Word& word, ReportOptions& report) {
  word.value("--docket", report.docket, {"只看此事项", "this docket only"}, {"编号", "DOCKET"});
}

void over_period(Word& word, ReportOptions& report) {
  word.value("--from", report.from, {"时段起，默认当年首日", "from; default the year's first day"}, day_kind);
  word.value("--to", report.to, {"时段止，默认当年末日", "to; default the year's last day"}, day_kind);
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

  auto reports =
      root.add("report", asking, {"报表：逾期、履责、责任、台账", "reports: overdue, standing, duties, cards"});
  reports.examples("ducha report overdue --on 2022-07-01\nducha report cards --format csv -o cards.csv");

  auto overdue = report_word(reports, "overdue", reports_group, {"逾期清单", "what is overdue"}, report);
  overdue.value("--within", report.within, {"并列出几日内到期的，如 3wd", "also what falls due within, as 3wd"},
                {"期限", "LIMIT"});
  for_unit_and_leader(overdue, report);
  for_docket(overdue, report);
  overdue.examples(
      "ducha report overdue --on 2022-07-01 --within 3wd\nducha report overdue --unit 区住建局 -o late.csv");

  auto standing =
      report_word(reports, "standing", reports_group, {"单位履责情况", "accountability by unit and role"}, report);
  standing.one_of(
      "--by", report.by,
      {"按单位、分管领导、来源或类别汇总；不写则按单位", "by unit, leader, source or category; default unit"},
      {"unit", "leader", "source", "category"});
  over_period(standing, report);
  for_unit_and_leader(standing, report);
  standing.examples("ducha report standing --from 2022-01-01 --to 2022-06-30 --on 2022-07-01");

  auto duties = report_word(reports, "duties", reports_group, {"责任清单", "every duty"}, report);
  for_unit_and_leader(duties, report);
  for_docket(duties, report);
  duties.examples("ducha report duties --docket 2022-001\nducha report duties --unit 区住建局 --format json");

  auto cards = report_word(reports, "cards", reports_group, {"督查台账", "the register of dockets"}, report);
  for_unit_and_leader(cards, report);
  cards.examples("ducha report cards --leader 副区长一");
}

}  // namespace ducha::tools
