#include "tools/options.h"

#include <cstdlib>
#include <functional>
#include <iostream>

#include <CLI/CLI.hpp>

#include "tools/commands/commands.h"
#include "tools/import/decode.h"

namespace ducha::tools {
namespace {

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

// The language must be known before the options are described.
Language language_of(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view word(argv[i]);
    if (word == "--lang=en" || (word == "--lang" && i + 1 < argc && std::string_view(argv[i + 1]) == "en"))
      return Language::en;
    if (word == "--lang=zh" || (word == "--lang" && i + 1 < argc && std::string_view(argv[i + 1]) == "zh"))
      return Language::zh;
  }
  return surrounding_language();
}

// The program's words, bound to what they set and run.
class Words {
 public:
  explicit Words(Language language)
      : language_(language),
        app_(say("督查台账:记录决策、交办与反馈,算清谁牵头、谁协办、谁逾期",
                 "A supervision ledger: decisions, assignments and feedback; who owes what, who is late")) {
    app_.name("ducha");
    app_.require_subcommand(1);
    app_.add_option("--ledger", ledger_,
                    say("台账目录(否则 $DUCHA_LEDGER,再否则 ./ducha-ledger)",
                        "the ledger's folder (else $DUCHA_LEDGER, else ./ducha-ledger)"));
    app_.add_option("--lang", lang_, say("语言:zh 或 en", "language: zh or en"))->check(CLI::IsMember({"zh", "en"}));
    app_.fallthrough();
    app_.footer(
        say("例:\n  ducha init\n  ducha import 台账.jsonl\n  ducha report overdue --on 2022-07-01\n"
            "  ducha history 2022-001\n每个命令都有 --help。",
            "Examples:\n  ducha init\n  ducha import batch.jsonl\n  ducha report overdue --on 2022-07-01\n"
            "  ducha history 2022-001\nEvery command has --help."));
    add_init();
    add_import();
    add_reports();
    add_calendar();
    add_rules();
    add_upkeep();
    add_record();
  }

  int run(int argc, char** argv, std::int64_t now) {
    try {
      app_.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
      const bool asked = error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success);
      app_.exit(error, std::cout, std::cerr);
      return static_cast<int>(asked ? Exit::done : Exit::usage);
    }
    if (ledger_.empty()) ledger_ = variable("DUCHA_LEDGER");
    if (ledger_.empty()) ledger_ = "ducha-ledger";
    const Context context{ledger_, language_, std::cout, std::cerr, now};
    return static_cast<int>(command_(context));
  }

 private:
  const char* say(const char* zh, const char* en) const { return language_ == Language::zh ? zh : en; }

  CLI::App* word(CLI::App& parent, const char* name, const char* zh, const char* en,
                 std::function<Exit(const Context&)> command) {
    auto* sub = parent.add_subcommand(name, say(zh, en));
    sub->callback([this, command = std::move(command)] { command_ = command; });
    return sub;
  }

  void add_init() {
    auto* sub =
        word(app_, "init", "建立新台账", "make a new ledger", [this](const Context& c) { return init(c, init_); });
    sub->add_option("--office", init_.office, say("报表上印的单位名称", "the office's name, as printed on reports"));
  }

  void add_import() {
    auto* sub =
        word(app_, "import", "导入批量文件(整批记录或一条不记)", "take in batch files, each whole or not at all",
             [this](const Context& c) { return import(c, import_); });
    sub->add_option("file", import_.files, say("文件", "files"))->required();
    sub->add_option("--as", import_.as,
                    say("events(事件)或 plan(任务分解);不写则看内容", "events or plan; else by content"))
        ->check(CLI::IsMember({"events", "plan"}));
    sub->add_flag("--dry-run", import_.dry_run, say("只检查,不记录", "check only, record nothing"));
    sub->add_option("--encoding", import_.encoding,
                    say("utf-8、gb18030、utf-16;不写则自行判断", "utf-8, gb18030, utf-16; else found out"));
    sub->add_option("--on", import_.on, say("任务分解:交办日期", "plan: the day of assignment"));
    sub->add_option("--due", import_.due,
                    say("任务分解:时限,如 2021-12-31", "plan: due day of all items, as 2021-12-31"));
    sub->add_option("--prefix", import_.prefix, say("任务分解:编号前缀", "plan: prefix of docket numbers"));
    sub->add_flag("--register-units", import_.register_units,
                  say("任务分解:登记未知单位", "plan: register unknown units"));
    sub->add_flag("--json", import_.json, say("结果写成 JSON", "answer in JSON"));
  }

  void day_options(CLI::App* sub) {
    sub->add_option("--on,--as-of", report_.on, say("截至哪一天(默认今天)", "as of which day (default today)"));
    sub->add_option("--known-at", report_.known_at,
                    say("只看到此序号或时间为止已记录的", "only what was recorded up to this seq or time"));
    sub->add_option("--format", report_.format, "text | json | csv | md");
    sub->add_option("-o,--output", report_.output, say("写入文件", "write to a file"));
  }

  CLI::App* report_word(CLI::App& parent, const char* name, const char* zh, const char* en) {
    auto* sub = word(parent, name, zh, en, [this, name](const Context& c) {
      report_.name = name;
      return report(c, report_);
    });
    day_options(sub);
    return sub;
  }

  void add_reports() {
    report_word(app_, "history", "回放一个事项", "replay a docket")
        ->add_option("docket", report_.docket, say("事项编号", "docket number"))
        ->required();
    auto* reports = app_.add_subcommand("report", say("报表", "reports"));
    reports->require_subcommand(1);
    auto* overdue = report_word(*reports, "overdue", "逾期清单", "what is overdue");
    overdue->add_option("--within", report_.within,
                        say("并列出几日内到期的,如 3wd", "also what falls due within, as 3wd"));
    auto* standing = report_word(*reports, "standing", "单位履责情况", "accountability by unit and role");
    standing->add_option("--from", report_.from, say("时段起(默认当年首日)", "from (default the year's first day)"));
    standing->add_option("--to", report_.to, say("时段止(默认当年末日)", "to (default the year's last day)"));
    auto* duties = report_word(*reports, "duties", "责任清单", "every duty");
    auto* cards = report_word(*reports, "cards", "督查台账", "the register of dockets");
    for (auto* sub : {overdue, standing, duties, cards}) {
      sub->add_option("--unit", report_.unit,
                      say("只看此单位(代码、名称或简称)", "this unit only (code, name or alias)"));
      sub->add_option("--leader", report_.leader, say("只看此分管领导", "this leader only"));
    }
    for (auto* sub : {overdue, duties})
      sub->add_option("--docket", report_.docket, say("只看此事项", "this docket only"));
  }

  void add_calendar() {
    auto* calendar = app_.add_subcommand("calendar", say("工作日历", "working-day calendars"));
    calendar->require_subcommand(1);
    auto* in = word(*calendar, "import", "导入一年的放假安排", "adopt a year's edition",
                    [this](const Context& c) { return calendar_import(c, calendar_); });
    in->add_option("file", calendar_.file, say("CSV 或 JSON", "CSV or JSON"))->required();
    in->add_option("--year", calendar_.year, say("只采用此年", "this year only"));
    in->add_option("--source", calendar_.source, say("来源，如通知文号", "where it is from, as the notice's number"));
    auto* move = word(*calendar, "move", "按现行日历移动时限", "move due days as the calendar now counts",
                      [this](const Context& c) { return calendar_move(c, calendar_); });
    move->add_option("--docket", calendar_.docket, say("只看此事项", "this docket only"));
    for (auto* sub : {in, move}) sub->add_flag("--dry-run", calendar_.dry_run, say("只检查，不记录", "record nothing"));
    auto* show = word(*calendar, "show", "日历版本与日期", "editions and their days",
                      [this](const Context& c) { return calendar_show(c, calendar_); });
    show->add_option("year", calendar_.year, say("年份", "year"));
    auto* explain = word(*calendar, "explain", "逐日说明时限怎样算出", "how a limit is counted, day by day",
                         [this](const Context& c) { return calendar_explain(c, calendar_); });
    explain->add_option("from", calendar_.from, say("起算日", "starting day"))->required();
    explain->add_option("limit", calendar_.limit, say("期限，如 3wd、30d", "limit, as 3wd or 30d"))->required();
    for (auto* sub : {in, move, show, explain}) sub->add_option("--format", calendar_.format, "text | json");
  }

  void add_rules() {
    auto* rules = app_.add_subcommand("rules", say("考核规则", "the rule set"));
    rules->require_subcommand(1);
    auto* show = word(*rules, "show", "现行规则", "the rules in force",
                      [this](const Context& c) { return rules_show(c, rules_); });
    show->add_option("--format", rules_.format, "text | toml | json");
    auto* in = word(*rules, "import", "采用一套规则", "adopt a rule set",
                    [this](const Context& c) { return rules_import(c, rules_); });
    in->add_option("--source", rules_.source, say("来源，如文号", "where it is from"));
    in->add_flag("--dry-run", rules_.dry_run, say("只检查，不记录", "record nothing"));
    auto* diff = word(*rules, "diff", "与现行规则比较", "compare with the rules in force",
                      [this](const Context& c) { return rules_diff(c, rules_); });
    diff->add_option("--on", rules_.on, say("比较哪一天所在年份的得分", "compare the scores of the year of this day"));
    for (auto* sub : {in, diff}) {
      sub->add_option("file", rules_.file, "TOML")->required();
      sub->add_option("--format", rules_.format, "text | json");
    }
  }

  void add_upkeep() {
    auto* entries = word(app_, "log", "逐条列出台账", "the entries as they lie",
                         [this](const Context& c) { return log(c, report_); });
    entries->add_option("--docket", report_.docket, say("只看此事项", "this docket only"));
    word(app_, "export", "全部台账写成批量文件", "the whole ledger as batch lines",
         [this](const Context& c) { return export_ledger(c, report_); });
    word(app_, "verify", "核验每一个字节", "check every byte", [](const Context& c) { return verify(c); });
    word(app_, "rebuild", "重建全部视图", "build all views again", [](const Context& c) { return rebuild(c); });
    word(app_, "stats", "大小与条数", "sizes and counts", [](const Context& c) { return stats(c); });
  }

  void add_record() {
    auto* sub = word(app_, "record", "记录一条命令:record 动作 字段=值…", "record one command: record DO field=value…",
                     [this](const Context& c) { return record(c, record_); });
    sub->add_option("do", record_.verb, say("动作", "command"))->required();
    sub->add_option("words", record_.words, "field=value");
    sub->add_flag("--dry-run", record_.dry_run, say("只检查,不记录", "check only"));
    // Every command of the ledger is a word of its own.
    for (const auto& verb : verbs()) {
      std::string fields = "field=value: docket= on= by= note= id=";
      for (const auto& field : fields_of(verb)) fields += " " + field + "=";
      auto* own = app_.add_subcommand(verb, say("记录", "record"))->group(say("记录命令", "Commands to record"));
      own->add_option("words", record_.words, fields);
      own->add_flag("--dry-run", record_.dry_run, say("只检查,不记录", "check only"));
      own->callback([this, verb] {
        record_.verb = verb;
        command_ = [this](const Context& c) { return record(c, record_); };
      });
    }
  }

  Language language_;
  CLI::App app_;
  std::string ledger_, lang_;
  InitOptions init_;
  ImportOptions import_;
  ReportOptions report_;
  CalendarOptions calendar_;
  RulesOptions rules_;
  RecordOptions record_;
  std::function<Exit(const Context&)> command_;
};

}  // namespace

Language surrounding_language() {
  const auto told = variable("DUCHA_LANG");
  if (told == "en") return Language::en;
  if (told == "zh") return Language::zh;
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
    if (const auto locale = variable(name); !locale.empty())
      return locale.starts_with("en") ? Language::en : Language::zh;
  return Language::zh;
}

int run(int argc, char** argv, std::int64_t now) { return Words(language_of(argc, argv)).run(argc, argv, now); }

}  // namespace ducha::tools
