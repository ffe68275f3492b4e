#include "tools/words/words.h"

namespace ducha::tools {
namespace {

constexpr InBoth file{"文件", "FILE"};
constexpr InBoth format{"格式", "format"};

void add_calendar(Word& root, CalendarOptions& options) {
  auto calendar = root.add("calendar", editions, {"工作日历", "working-day calendars"});
  calendar.examples("ducha calendar explain 2022-01-28 3wd\nducha calendar import 2027.csv --dry-run");
  calendar
      .add("import", editions, {"导入一年的放假安排", "adopt a year's edition"},
           [&](const Context& context) { return calendar_import(context, options); })
      .value("file", options.file, {"CSV 或 JSON", "CSV or JSON"}, file)
      .needed()
      .value("--year", options.year, {"只采用此年", "this year only"}, {"年份", "YEAR"})
      .value("--source", options.source, {"来源，如通知文号", "where it is from, as the notice's number"},
             {"来源", "TEXT"})
      .flag("--dry-run", options.dry_run, {"只检查，不记录", "record nothing"})
      .one_of("--format", options.format, format, {"text", "json"});
  calendar
      .add("move", editions, {"按现行日历移动时限", "move due days as the calendar now counts"},
           [&](const Context& context) { return calendar_move(context, options); })
      .value("--docket", options.docket, {"只看此事项", "this docket only"}, {"编号", "DOCKET"})
      .flag("--dry-run", options.dry_run, {"只检查，不记录", "record nothing"})
      .one_of("--format", options.format, format, {"text", "json"});
  calendar
      .add("show", editions, {"日历版本与日期", "editions and their days"},
           [&](const Context& context) { return calendar_show(context, options); })
      .value("year", options.year, {"年份", "year"}, {"[年份]", "[YEAR]"})
      .one_of("--format", options.format, format, {"text", "json"});
  calendar
      .add("explain", editions, {"逐日说明时限怎样算出", "how a limit is counted, day by day"},
           [&](const Context& context) { return calendar_explain(context, options); })
      .value("from", options.from, {"起算日", "starting day"}, {"日期", "DAY"})
      .needed()
      .value("limit", options.limit, {"期限，如 3wd、30d", "limit, as 3wd or 30d"}, {"期限", "LIMIT"})
      .needed()
      .one_of("--format", options.format, format, {"text", "json"})
      .examples("ducha calendar explain 2022-01-28 3wd");
}

void add_rules(Word& root, RulesOptions& options) {
  auto rules = root.add("rules", editions, {"考核规则", "the rule set"});
  rules
      .add("show", editions, {"现行规则", "the rules in force"},
           [&](const Context& context) { return rules_show(context, options); })
      .one_of("--format", options.format, format, {"text", "toml", "json"})
      .examples("ducha rules show --format toml");
  rules
      .add("import", editions, {"采用一套规则", "adopt a rule set"},
           [&](const Context& context) { return rules_import(context, options); })
      .value("file", options.file, {"TOML 文件", "a TOML file"}, file)
      .needed()
      .value("--source", options.source, {"来源，如文号", "where it is from"}, {"来源", "TEXT"})
      .flag("--dry-run", options.dry_run, {"只检查，不记录", "record nothing"})
      .one_of("--format", options.format, format, {"text", "json"});
  rules
      .add("diff", editions, {"与现行规则比较", "compare with the rules in force"},
           [&](const Context& context) { return rules_diff(context, options); })
      .value("file", options.file, {"TOML 文件", "a TOML file"}, file)
      .needed()
      .value("--on", options.on, {"比较哪一天所在年份的得分", "compare the scores of the year of this day"},
             {"日期", "DAY"})
      .one_of("--format", options.format, format, {"text", "json"});
}

}  // namespace

void add_editions(Word& root, Options& options) {
  add_calendar(root, options.calendar);
  add_rules(root, options.rules);
}

}  // namespace ducha::tools
