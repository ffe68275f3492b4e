#include "tools/options.h"

#include <algorithm>
#include <functional>
#include <iostream>
#include <memory>
#include <optional>
#include <utility>

#include <CLI/CLI.hpp>
#include <unistd.h>

#include "tools/help.h"
#include "tools/render/screen.h"
#include "tools/surroundings.h"
#include "tools/usage.h"
#include "tools/verb_texts.h"
#include "tools/words/words.h"

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
    return language == Language::zh ? tools::verbs_title().zh : tools::verbs_title().en;
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

}  // namespace

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
    Word root(*this, &app_);
    add_taking_in(root, options_);
    add_reports(root, options_);
    add_proving(root, options_);
    add_upkeep(root, options_);
    add_help();
    add_verbs(root, options_);
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
  friend class Word;
  const char* say(const char* zh, const char* en) const { return language_ == Language::zh ? zh : en; }
  const char* said(InBoth both) const { return say(both.zh, both.en); }

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
    auto* sub = word(app_, "help", said(upkeep), say("说明一个命令", "explain a command"),
                     [this](const Context& c) { return explain(c); });
    value(sub->add_option("command", help_, say("命令，如 report overdue", "a command, as report overdue")), "[命令]",
          "[COMMAND]");
  }

  struct Choice {
    const CLI::Option* option;
    const std::string* given;
    std::vector<std::string> allowed;
  };

  Language language_;
  CLI::App app_;
  std::string ledger_, lang_;
  Options options_;
  std::vector<std::string> help_;
  std::vector<std::pair<const CLI::Option*, std::string>> needed_;
  std::vector<Choice> choices_;
  std::function<Exit(const Context&)> command_;
};

// ---- a word, bound --------------------------------------------------------------------------------------

namespace {

CLI::App& app_of(void* app) { return *static_cast<CLI::App*>(app); }

}  // namespace

Language Word::language() const { return words_->language_; }

Word Word::add(const char* name, InBoth group, InBoth about) const {
  auto* sub = app_of(app_).add_subcommand(name, words_->said(about))->group(words_->said(group));
  return {*words_, sub};
}

Word& Word::runs(std::function<Exit(const Context&)> command) {
  app_of(app_).callback([words = words_, command = std::move(command)] { words->command_ = command; });
  return *this;
}

Word& Word::value(const char* names, std::string& into, InBoth about, InBoth kind) {
  words_->value(app_of(app_).add_option(names, into, words_->said(about)), kind.zh, kind.en);
  return *this;
}

Word& Word::values(const char* names, std::vector<std::string>& into, InBoth about, InBoth kind) {
  words_->value(app_of(app_).add_option(names, into, words_->said(about)), kind.zh, kind.en);
  return *this;
}

Word& Word::needed(const char* names, std::string& into, InBoth about, InBoth kind) {
  words_->needed(app_of(app_).add_option(names, into, words_->said(about)), kind.zh, kind.en);
  return *this;
}

Word& Word::needed(const char* names, std::vector<std::string>& into, InBoth about, InBoth kind) {
  words_->needed(app_of(app_).add_option(names, into, words_->said(about)), kind.zh, kind.en);
  return *this;
}

Word& Word::one_of(const char* names, std::string& into, InBoth about, std::vector<std::string> allowed) {
  words_->one_of(app_of(app_).add_option(names, into, words_->said(about)), into, std::move(allowed));
  return *this;
}

Word& Word::flag(const char* names, bool& into, InBoth about) {
  app_of(app_).add_flag(names, into, words_->said(about));
  return *this;
}

Word& Word::examples(const std::string& lines) {
  std::string indented;
  for (const char each : lines) indented += each == '\n' ? std::string("\n  ") : std::string(1, each);
  words_->example(&app_of(app_), indented);
  return *this;
}

int run(int argc, char** argv, std::int64_t now) { return Words(spoken_language(argc, argv)).run(argc, argv, now); }

}  // namespace ducha::tools
