#include "tools/command_line.h"

#include <algorithm>
#include <map>
#include <ostream>
#include <utility>

#include <CLI/CLI.hpp>

#include "tools/usage.h"

namespace ducha::tools {
namespace {

// "ducha report overdue"
std::string path(const CLI::App& app) {
  const auto* parent = app.get_parent();
  return parent ? path(*parent) + " " + app.get_name() : app.get_name();
}

std::vector<std::string> names_of(const std::vector<const CLI::App*>& apps) {
  std::vector<std::string> names;
  for (const auto* app : apps) names.push_back(app->get_name());
  return names;
}

}  // namespace

struct CommandLine::Parser {
  // What is asked of one option beyond what the parser knows.
  struct Demand {
    const CLI::App* word;
    const CLI::Option* option;
    const std::string* given = nullptr;
    std::vector<std::string> allowed = {};
    bool needed = false;
  };

  Parser(std::string about, Language spoken, std::size_t columns)
      : language(spoken), width(columns), app(std::move(about)) {}

  const char* say(const char* zh, const char* en) const { return language == Language::zh ? zh : en; }

  Demand& demand(Word word, CLI::Option* option, const std::string& kind) {
    if (option->get_expected_max() == 1) option->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
    option->type_name(kind);
    return demands.emplace_back(Demand{word, option});
  }

  // The command named last on the line, else the program.
  const CLI::App& chosen() const {
    const CLI::App* named = &app;
    while (!named->get_subcommands().empty()) named = named->get_subcommands().back();
    return *named;
  }

  std::string page(const CLI::App& of) const;
  std::optional<std::string> misuse() const;

  Exit complain(const std::string& what, std::ostream& remarks) const {
    remarks << what << say("。\n", ".\n") << say("用法见 ", "for usage see ") << path(chosen()) << " --help"
            << say("。\n", ".\n");
    return Exit::usage;
  }

  Language language;
  std::size_t width;
  CLI::App app;
  std::vector<Demand> demands;
  std::map<const CLI::App*, std::vector<HelpGroup>> rows;
  std::map<const CLI::App*, std::string> examples;
  std::vector<std::string> packed;
  Command command;
};

std::string CommandLine::Parser::page(const CLI::App& of) const {
  HelpPage page{of.get_description(), say("用法：", "Usage: "), path(of), {}, {}};
  if (const auto own = examples.find(&of); own != examples.end()) page.footer = own->second;
  HelpGroup operands{say("参数", "Arguments"), {}, false}, options{say("选项", "Options"), {}, false};
  for (const auto* option : of.get_options()) {
    if (option == of.get_help_ptr()) continue;
    const auto kind = option->get_type_name();
    const bool operand = option->get_positional();
    auto word = operand ? kind : option->get_name(false, true);
    if (const auto comma = word.find(','); !operand && comma != std::string::npos) word.insert(comma + 1, " ");
    if (!operand && option->get_type_size() != 0) word += " " + kind;
    if (operand) page.usage += " " + kind;
    (operand ? operands : options).rows.push_back({std::move(word), option->get_description()});
  }
  options.rows.push_back({"-h, --help", of.get_help_ptr()->get_description()});
  const auto words = of.get_subcommands({});
  if (!words.empty()) page.usage += say(" 命令 …", " COMMAND …");
  page.usage += say(" [选项]", " [OPTIONS]");

  page.groups.push_back(std::move(operands));
  if (const auto own = rows.find(&of); own != rows.end())
    page.groups.insert(page.groups.end(), own->second.begin(), own->second.end());
  for (const auto* word : words) {
    const auto& title = word->get_group();
    auto group = std::find_if(page.groups.begin(), page.groups.end(),
                              [&](const HelpGroup& each) { return each.title == title; });
    if (group == page.groups.end())
      group = page.groups.insert(group, {title, {}, std::find(packed.begin(), packed.end(), title) != packed.end()});
    group->rows.push_back({word->get_name(), word->get_description()});
  }
  page.groups.push_back(std::move(options));
  return text_of(page, width);
}

// What the parser let pass and cannot be meant.
std::optional<std::string> CommandLine::Parser::misuse() const {
  const CLI::App& named = chosen();
  if (const auto unknown = app.remaining(true); !unknown.empty()) {
    const auto& word = unknown.front();
    if (!word.starts_with("-")) return unknown_word(word, names_of(named.get_subcommands({})), language);
    std::vector<std::string> known;
    for (const auto* each = &named; each; each = each->get_parent())
      for (const auto* option : each->get_options())
        for (const auto& name : option->get_lnames()) known.push_back("--" + name);
    return unknown_option(word, known, language);
  }
  for (const auto& demand : demands) {
    if (demand.needed && demand.word == &named && demand.option->count() == 0)
      return say("还须写明：", "still needed: ") + demand.option->get_type_name();
    // Several words may set the same; each is held to what it allows itself.
    if (demand.allowed.empty() || demand.option->count() == 0 || demand.given->empty()) continue;
    if (std::find(demand.allowed.begin(), demand.allowed.end(), *demand.given) == demand.allowed.end())
      return not_among(demand.option->get_name(), *demand.given, demand.allowed, language);
  }
  return std::nullopt;
}

CommandLine::CommandLine(std::string name, std::string about, std::string examples, Language language,
                         std::size_t width)
    : parser_(std::make_unique<Parser>(std::move(about), language, width)) {
  auto& app = parser_->app;
  app.name(std::move(name));
  app.set_help_flag("-h,--help", parser_->say("显示这一页", "show this page"));
  // What the parser does not know is complained about here, in the reader's language.
  app.allow_extras();
  // One command a line: a word after it is never taken for another.
  app.require_subcommand(0, 1);
  app.fallthrough();
  parser_->examples[&app] = std::move(examples);
}

CommandLine::~CommandLine() = default;

CommandLine::Word CommandLine::program() { return &parser_->app; }

CommandLine::Word CommandLine::word(Word parent, const std::string& name, const std::string& group,
                                    const std::string& about, Command command) {
  auto* word = parent->add_subcommand(name, about)->group(group);
  // The parser comes to a word after those below it: the last one named is the one that is meant.
  if (command)
    word->callback([this, word, command = std::move(command)] {
      if (word->get_subcommands().empty()) parser_->command = command;
    });
  return word;
}

void CommandLine::value(Word word, const std::string& names, std::string& into, const std::string& about,
                        const std::string& kind) {
  parser_->demand(word, word->add_option(names, into, about), kind);
}

void CommandLine::values(Word word, const std::string& names, std::vector<std::string>& into, const std::string& about,
                         const std::string& kind) {
  parser_->demand(word, word->add_option(names, into, about), kind);
}

void CommandLine::flag(Word word, const std::string& names, bool& into, const std::string& about) {
  word->add_flag(names, into, about);
}

void CommandLine::one_of(Word word, const std::string& names, std::string& into, const std::string& about,
                         std::vector<std::string> allowed) {
  std::string kinds;
  for (const auto& each : allowed) kinds += (kinds.empty() ? "" : "|") + each;
  auto& demand = parser_->demand(word, word->add_option(names, into, about), kinds);
  demand.given = &into;
  demand.allowed = std::move(allowed);
}

void CommandLine::needed(Word word) {
  const auto last = std::find_if(parser_->demands.rbegin(), parser_->demands.rend(),
                                 [&](const Parser::Demand& each) { return each.word == word; });
  if (last != parser_->demands.rend()) last->needed = true;
}

void CommandLine::example(Word word, const std::string& lines) {
  parser_->examples[word] = parser_->say("例\n  ", "Examples\n  ") + lines;
}

void CommandLine::explain(Word word, HelpGroup rows) { parser_->rows[word].push_back(std::move(rows)); }

void CommandLine::pack(const std::string& group) { parser_->packed.push_back(group); }

std::optional<Exit> CommandLine::read(int argc, char** argv, std::ostream& out, std::ostream& remarks) {
  const auto& parser = *parser_;
  try {
    parser_->app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    out << parser.page(parser.chosen());
    return Exit::done;
  } catch (const CLI::ArgumentMismatch& error) {
    // The parser names the option first: "--on: 1 required …".
    const std::string what = error.what();
    return parser.complain(parser.say("缺少值：", "a value is missing: ") + what.substr(0, what.find(':')), remarks);
  } catch (const CLI::ParseError& error) {
    return parser.complain(parser.say("用法有误：", "wrong usage: ") + std::string(error.what()), remarks);
  }
  if (const auto wrong = parser.misuse()) return parser.complain(*wrong, remarks);
  if (parser.command) return std::nullopt;
  remarks << parser.page(parser.chosen());
  return Exit::usage;
}

Exit CommandLine::run(const Context& context) const { return parser_->command(context); }

Exit CommandLine::help(const std::vector<std::string>& names, std::ostream& out, std::ostream& remarks) const {
  const CLI::App* word = &parser_->app;
  for (const auto& name : names) {
    const auto words = word->get_subcommands({});
    const auto found =
        std::find_if(words.begin(), words.end(), [&](const auto* each) { return each->get_name() == name; });
    if (found == words.end()) return parser_->complain(unknown_word(name, names_of(words), parser_->language), remarks);
    word = *found;
  }
  out << parser_->page(*word);
  return Exit::done;
}

}  // namespace ducha::tools
