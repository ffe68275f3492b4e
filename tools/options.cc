#include "tools/options.h"

#include <algorithm>
#include <functional>
#include <iostream>
#include <memory>
#include <optional>
#include <utility>

#include <CLI/CLI.hpp>
#include <unistd.h>

#include "tools/commands/commands.h"
#include "tools/help.h"
#include "tools/import/decode.h"
#include "tools/render/screen.h"
#include "tools/surroundings.h"
#include "tools/usage.h"
#include "tools/verb_texts.h"

namespace ducha::tools {
namespace {

// Lays the parser's help out as the program's own page, in the reader's language.
class HelpText : public CLI::FormatterBase {
 public:
  HelpText(Language language, std::size_t width) : language_(language), width_(width) {}

  std::string make_help(const CLI::App* app, std::string, CLI::AppFormatMode) const override {
    HelpPage page{app->get_description(), std::string{say("用法：", "Usage: ")}, path(*app), {}, {}};
    // The program's own examples stand on its own page only.
    const auto* parent = app->get_parent();
    if (!parent || parent->get_footer() != app->get_footer()) page.footer = app->get_footer();
    HelpGroup operands{say("参数", "Arguments"), {}, false}, options{say("选项", "Options"), {}, false};
    for (const auto* option : app->get_options()) {
      if (option->get_group().empty()) continue;
      const bool operand = option->get_positional();
      const auto kind = option->get_type_name();
      auto word = operand ? kind : option->get_name(false, true);
      if (const auto comma = word.find(','); !operand && comma != std::string::npos) word.insert(comma + 1, " ");
      if (!operand && option->get_type_size() != 0) word += " " + kind;
      if (operand) page.usage += " " + kind;
      (operand ? operands : options).rows.push_back({std::move(word), option->get_description()});
    }
    if (!app->get_subcommands({}).empty()) page.usage += say(" 命令 …", " COMMAND …");
    page.usage += say(" [选项]", " [OPTIONS]");
    page.groups.push_back(std::move(operands));
    if (app->get_group() == verbs_title(language_))
      page.groups.push_back({say("字段", "Fields"), verb_fields(app->get_name(), language_), false});
    for (const auto* sub : app->get_subcommands({})) {
      auto group = std::find_if(page.groups.begin(), page.groups.end(),
                                [&](const HelpGroup& each) { return each.title == sub->get_group(); });
      if (group == page.groups.end())
        group = page.groups.insert(group, {sub->get_group(), {}, sub->get_group() == verbs_title(language_)});
      group->rows.push_back({sub->get_name(), sub->get_description()});
    }
    // What every page has comes last.
    std::stable_partition(options.rows.begin(), options.rows.end(),
                          [](const HelpRow& row) { return row.word.find("--help") == std::string::npos; });
    page.groups.push_back(std::move(options));
    return text_of(page, width_);
  }

  static const char* verbs_title(Language language) {
    return language == Language::zh ? "逐条记录（写作 字段=值）" : "Commands to record (as field=value)";
  }
  // "ducha report overdue"
  static std::string path(const CLI::App& app) {
    const auto* parent = app.get_parent();
    return parent ? path(*parent) + " " + app.get_name() : app.get_name();
  }

 private:
  const char* say(const char* zh, const char* en) const { return language_ == Language::zh ? zh : en; }

  Language language_;
  std::size_t width_;
};

// The program's words, bound to what they set and run.
class Words {
 public:
  explicit Words(Language language)
      : language_(language),
        app_(say("督查台账：记录决策、交办与反馈，算清谁牵头、谁协办、谁逾期。",
                 "A supervision ledger: decisions, assignments and feedback; who owes what, who is late.")) {
    const auto out = is_terminal(STDOUT_FILENO) ? columns_of(STDOUT_FILENO) : columns_of_paper;
    app_.name("ducha");
    app_.formatter(std::make_shared<HelpText>(language_, out));
    app_.set_help_flag("-h,--help", say("显示这一页", "show this page"));
    // What the parser does not know is complained about here, in the reader's language.
    app_.allow_extras();
    // One command a line: a word after it is never taken for another.
    app_.require_subcommand(0, 1);
    value(app_.add_option("--ledger", ledger_,
                          say("台账目录；不写则为 $DUCHA_LEDGER，再不然 ./ducha-ledger",
                              "the ledger's folder; else $DUCHA_LEDGER, else ./ducha-ledger")),
          "目录", "DIR");
    one_of(app_.add_option("--lang", lang_, say("语言：zh 或 en", "language: zh or en")), lang_, {"zh", "en"});
    app_.fallthrough();
    app_.footer(
        std::string(say("例", "Examples")) +
        "\n  ducha init\n  ducha import 2022-06.jsonl\n  ducha report overdue --on 2022-07-01\n"
        "  ducha history 2022-001\n  ducha urge docket=2022-001 unit=区住建局 channel=电话\n\n" +
        say("每个命令都有 --help，也可写 ducha help 命令。", "Every command has --help; or say ducha help COMMAND."));
    add_init();
    add_import();
    add_record();
    add_reports();
    add_upkeep();
    add_help();
    add_verbs();
  }

  int run(int argc, char** argv, std::int64_t now) {
    try {
      app_.parse(argc, argv);
    } catch (const CLI::CallForHelp&) {
      std::cout << app_.help();
      return static_cast<int>(Exit::done);
    } catch (const CLI::ArgumentMismatch& error) {
      // The parser names the option first: "--on: 1 required …".
      const std::string what = error.what();
      return complain(say("缺少值：", "a value is missing: ") + what.substr(0, what.find(':')));
    } catch (const CLI::ParseError& error) {
      return complain(std::string(say("用法有误：", "wrong usage: ")) + error.what());
    }
    if (const auto wrong = misuse()) return complain(*wrong);
    if (!command_) {
      std::cerr << chosen().help();
      return static_cast<int>(Exit::usage);
    }
    const Context context{ledger_.empty() ? surrounding_ledger() : ledger_, language_, std::cout, std::cerr, now};
    return static_cast<int>(command_(context));
  }

 private:
  const char* say(const char* zh, const char* en) const { return language_ == Language::zh ? zh : en; }

  // ---- wrong usage --------------------------------------------------------------------------------------

  // The command named last on the line, else the program.
  const CLI::App& chosen() const {
    const CLI::App* app = &app_;
    while (!app->get_subcommands().empty()) app = app->get_subcommands().back();
    return *app;
  }

  int complain(const std::string& what) const {
    std::cerr << what << say("。\n", ".\n") << say("用法见 ", "for usage see ") << HelpText::path(chosen()) << " --help"
              << say("。\n", ".\n");
    return static_cast<int>(Exit::usage);
  }

  static std::vector<std::string> names_of(const std::vector<const CLI::App*>& apps) {
    std::vector<std::string> names;
    for (const auto* app : apps) names.push_back(app->get_name());
    return names;
  }

  // What the parser let pass and cannot be meant.
  std::optional<std::string> misuse() const {
    const CLI::App& app = chosen();
    if (const auto unknown = app_.remaining(true); !unknown.empty()) {
      const auto& word = unknown.front();
      if (!word.starts_with("-")) return unknown_word(word, names_of(app.get_subcommands({})), language_);
      std::vector<std::string> known;
      for (const auto* each = &app; each; each = each->get_parent())
        for (const auto* option : each->get_options())
          for (const auto& name : option->get_lnames()) known.push_back("--" + name);
      return unknown_option(word, known, language_);
    }
    const auto own = app.get_options();
    for (const auto& [option, what] : needed_)
      if (option->count() == 0 && std::find(own.begin(), own.end(), option) != own.end())
        return say("还须写明：", "still needed: ") + what;
    for (const auto& [option, given, allowed] : choices_)
      if (!given->empty() && std::find(allowed.begin(), allowed.end(), *given) == allowed.end())
        return not_among(option->get_name(), *given, allowed, language_);
    return std::nullopt;
  }

  // ---- describing words ---------------------------------------------------------------------------------

  // What kind of value the option takes; one given twice counts as said last.
  static CLI::Option* kind_of(CLI::Option* option, const std::string& kind) {
    if (option->get_expected_max() == 1) option->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
    return option->type_name(kind);
  }
  CLI::Option* value(CLI::Option* option, const char* zh, const char* en) { return kind_of(option, say(zh, en)); }
  // The command cannot do without.
  void needed(CLI::Option* option, const char* zh, const char* en) {
    needed_.emplace_back(value(option, zh, en), say(zh, en));
  }
  CLI::Option* one_of(CLI::Option* option, const std::string& given, std::vector<std::string> allowed) {
    std::string kinds;
    for (const auto& each : allowed) kinds += (kinds.empty() ? "" : "|") + each;
    choices_.push_back({option, &given, std::move(allowed)});
    return kind_of(option, kinds);
  }

  void example(CLI::App* sub, const std::string& lines) const {
    sub->footer(std::string(say("例\n  ", "Examples\n  ")) + lines);
  }

  CLI::App* word(CLI::App& parent, const char* name, const char* group, const char* about,
                 std::function<Exit(const Context&)> command) {
    auto* sub = parent.add_subcommand(name, about)->group(group);
    sub->callback([this, command = std::move(command)] { command_ = command; });
    return sub;
  }

  void add_init() {
    auto* sub = word(app_, "init", taking(), say("建立新台账", "make a new ledger"),
                     [this](const Context& c) { return init(c, init_); });
    value(sub->add_option("--office", init_.office,
                          say("报表上印的单位名称", "the office's name, as printed on reports")),
          "名称", "NAME");
    example(sub, "ducha init\n  ducha --ledger /srv/ducha init --office 鼓楼区政府督查室");
  }

  void add_import() {
    auto* sub = word(app_, "import", taking(),
                     say("导入批量文件，每个文件整批记录或一条不记", "take in batch files, each whole or not at all"),
                     [this](const Context& c) { return import(c, import_); });
    needed(sub->add_option("file", import_.files,
                           say("JSON Lines、CSV 或任务分解文本", "JSON Lines, CSV, or the text of a plan")),
           "文件…", "FILE…");
    one_of(sub->add_option("--as", import_.as,
                           say("当作事件或任务分解；不写则看内容", "take as events or as a plan; else by content")),
           import_.as, {"events", "plan"});
    sub->add_flag("--dry-run", import_.dry_run, say("只检查，不记录", "check only, record nothing"));
    one_of(
        sub->add_option("--encoding", import_.encoding, say("文字编码；不写则自行判断", "of the text; else found out")),
        import_.encoding, {"utf-8", "gb18030", "utf-16"});
    value(sub->add_option("--on", import_.on, say("任务分解：交办日期", "plan: the day of assignment")), "日期", "DAY");
    value(sub->add_option("--due", import_.due,
                          say("任务分解：各项的时限，如 2021-12-31", "plan: due day of all items, as 2021-12-31")),
          "时限", "DAY");
    value(sub->add_option("--prefix", import_.prefix, say("任务分解：编号前缀", "plan: prefix of docket numbers")),
          "前缀", "P");
    sub->add_flag("--register-units", import_.register_units,
                  say("任务分解：登记未知单位", "plan: register unknown units"));
    sub->add_flag("--json", import_.json, say("结果写成 JSON", "answer in JSON"));
    example(sub,
            "ducha import 2022-06.jsonl 2022-07.csv\n  ducha import --dry-run 2022-06.jsonl\n"
            "  ducha import --as plan 任务分解.txt --on 2021-02-01 --prefix 2021");
  }

  void day_options(CLI::App* sub) {
    value(sub->add_option("--on,--as-of", report_.on, say("截至哪一天，默认今天", "as of which day; default today")),
          "日期", "DAY");
    value(sub->add_option("--known-at", report_.known_at,
                          say("只看到此序号或时间为止已记录的", "only what was recorded up to this seq or time")),
          "序号", "SEQ");
    one_of(sub->add_option("--format", report_.format,
                           say("格式；不写则看 -o 的后缀，再不然 text", "format; else by the ending of -o, else text")),
           report_.format, {"text", "json", "csv", "md"});
    value(sub->add_option("-o,--output", report_.output, say("写入文件", "write to a file")), "文件", "FILE");
  }

  CLI::App* report_word(CLI::App& parent, const char* name, const char* group, const char* about) {
    auto* sub = word(parent, name, group, about, [this, name](const Context& c) {
      report_.name = name;
      return report(c, report_);
    });
    day_options(sub);
    return sub;
  }

  void add_reports() {
    auto* history = report_word(app_, "history", asking(), say("回放一个事项", "replay a docket"));
    needed(history->add_option("docket", report_.docket, say("事项编号", "docket number")), "编号", "DOCKET");
    example(history, "ducha history 2022-001\n  ducha history 2022-001 --on 2022-07-01 --known-at 412");
    auto* reports =
        app_.add_subcommand("report", say("报表：逾期、履责、责任、台账", "reports: overdue, standing, duties, cards"))
            ->group(asking());
    const auto* group = say("报表", "Reports");
    auto* overdue = report_word(*reports, "overdue", group, say("逾期清单", "what is overdue"));
    value(overdue->add_option("--within", report_.within,
                              say("并列出几日内到期的，如 3wd", "also what falls due within, as 3wd")),
          "期限", "LIMIT");
    auto* standing = report_word(*reports, "standing", group, say("单位履责情况", "accountability by unit and role"));
    value(
        standing->add_option("--from", report_.from, say("时段起，默认当年首日", "from; default the year's first day")),
        "日期", "DAY");
    value(standing->add_option("--to", report_.to, say("时段止，默认当年末日", "to; default the year's last day")),
          "日期", "DAY");
    auto* duties = report_word(*reports, "duties", group, say("责任清单", "every duty"));
    auto* cards = report_word(*reports, "cards", group, say("督查台账", "the register of dockets"));
    for (auto* sub : {overdue, standing, duties, cards}) {
      value(sub->add_option("--unit", report_.unit,
                            say("只看此单位（代码、名称或简称）", "this unit only (code, name or alias)")),
            "单位", "UNIT");
      value(sub->add_option("--leader", report_.leader, say("只看此分管领导", "this leader only")), "职务", "POST");
    }
    example(reports, "ducha report overdue --on 2022-07-01\n  ducha report cards --format csv -o cards.csv");
    example(overdue,
            "ducha report overdue --on 2022-07-01 --within 3wd\n  ducha report overdue --unit 区住建局 -o late.csv");
    example(standing, "ducha report standing --from 2022-01-01 --to 2022-06-30 --on 2022-07-01");
    example(duties, "ducha report duties --docket 2022-001\n  ducha report duties --unit 区住建局 --format json");
    example(cards, "ducha report cards --leader 副区长一");
    for (auto* sub : {overdue, duties})
      value(sub->add_option("--docket", report_.docket, say("只看此事项", "this docket only")), "编号", "DOCKET");
  }

  void add_upkeep() {
    const auto* group = say("维护", "Upkeep");
    auto* entries = word(app_, "log", group, say("逐条列出台账", "the entries as they lie"),
                         [this](const Context& c) { return log(c, report_); });
    value(entries->add_option("--docket", report_.docket, say("只看此事项", "this docket only")), "编号", "DOCKET");
    word(app_, "export", group, say("全部台账写成批量文件", "the whole ledger as batch lines"),
         [this](const Context& c) { return export_ledger(c, report_); });
    word(app_, "verify", group, say("核验每一个字节", "check every byte"), [](const Context& c) { return verify(c); });
    word(app_, "rebuild", group, say("重建全部视图", "build all views again"),
         [](const Context& c) { return rebuild(c); });
    word(app_, "stats", group, say("大小与条数", "sizes and counts"), [](const Context& c) { return stats(c); });
  }

  Exit explain(const Context& context) const {
    const CLI::App* app = &app_;
    for (const auto& name : help_) {
      const auto subs = app->get_subcommands({});
      const auto found =
          std::find_if(subs.begin(), subs.end(), [&](const auto* sub) { return sub->get_name() == name; });
      if (found == subs.end()) {
        complain(unknown_word(name, names_of(subs), language_));
        return Exit::usage;
      }
      app = *found;
    }
    context.out << app->get_formatter()->make_help(app, {}, CLI::AppFormatMode::Normal);
    return Exit::done;
  }

  void add_help() {
    auto* sub = word(app_, "help", say("维护", "Upkeep"), say("说明一个命令", "explain a command"),
                     [this](const Context& c) { return explain(c); });
    value(sub->add_option("command", help_, say("命令，如 report overdue", "a command, as report overdue")), "[命令]",
          "[COMMAND]");
  }

  void record_options(CLI::App* sub) {
    value(sub->add_option("words", record_.words, say("各字段，如 unit=区住建局", "its fields, as unit=区住建局")),
          "字段=值…", "FIELD=VALUE…");
    sub->add_flag("--dry-run", record_.dry_run, say("只检查，不记录", "check only, record nothing"));
  }

  void add_record() {
    auto* sub = word(app_, "record", taking(), say("记录一条命令", "record one command"),
                     [this](const Context& c) { return record(c, record_); });
    needed(sub->add_option("do", record_.verb,
                           say("动作，如 feedback；其字段见 ducha feedback --help",
                               "what to record, as feedback; its fields: ducha feedback --help")),
           "动作", "DO");
    record_options(sub);
    example(sub, "ducha record " + verb_example("feedback").substr(std::string_view("ducha ").size()));
  }

  // Every command of the ledger is a word of its own.
  void add_verbs() {
    for (const auto& verb : verbs()) {
      const auto about = verb_meaning(verb, language_);
      auto* own =
          word(app_, verb.c_str(), HelpText::verbs_title(language_), about.c_str(), [this, verb](const Context& c) {
            record_.verb = verb;
            return record(c, record_);
          });
      record_options(own);
      example(own, verb_example(verb));
    }
  }

  const char* taking() const { return say("录入", "Taking in"); }
  const char* asking() const { return say("查询", "Asking"); }

  struct Choice {
    const CLI::Option* option;
    const std::string* given;
    std::vector<std::string> allowed;
  };

  Language language_;
  CLI::App app_;
  std::string ledger_, lang_;
  InitOptions init_;
  ImportOptions import_;
  ReportOptions report_;
  RecordOptions record_;
  std::vector<std::string> help_;
  std::vector<std::pair<const CLI::Option*, std::string>> needed_;
  std::vector<Choice> choices_;
  std::function<Exit(const Context&)> command_;
};

}  // namespace

int run(int argc, char** argv, std::int64_t now) { return Words(spoken_language(argc, argv)).run(argc, argv, now); }

}  // namespace ducha::tools
