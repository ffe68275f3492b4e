#include "tools/options.h"

#include <iostream>

#include <unistd.h>

#include "ledger/base/fault.h"
#include "tools/render/screen.h"
#include "tools/surroundings.h"
#include "tools/words/backups.h"
#include "tools/words/words.h"

namespace ducha::tools {
namespace {

constexpr InBoth about{"督查台账：记录决策、交办与反馈，算清谁牵头、谁协办、谁逾期。",
                       "A supervision ledger: decisions, assignments and feedback; who owes what, who is late."};
constexpr InBoth examples{
    "例\n  ducha init\n  ducha import 2022-06.jsonl\n  ducha report overdue --on 2022-07-01\n"
    "  ducha history 2022-001\n  ducha urge docket=2022-001 unit=区住建局 channel=电话\n\n"
    "每个命令都有 --help，也可写 ducha help 命令。",
    "Examples\n  ducha init\n  ducha import 2022-06.jsonl\n  ducha report overdue --on 2022-07-01\n"
    "  ducha history 2022-001\n  ducha urge docket=2022-001 unit=区住建局 channel=电话\n\n"
    "Every command has --help; or say ducha help COMMAND."};

}  // namespace

int run(int argc, char** argv, std::int64_t now) {
  const auto language = spoken_language(argc, argv);
  const auto say = [&](InBoth both) { return std::string(language == Language::zh ? both.zh : both.en); };
  Options options;
  BackupOptions backups;
  std::string ledger, lang;
  std::vector<std::string> help;
  CommandLine line("ducha", say(about), say(examples), language,
                   is_terminal(STDOUT_FILENO) ? columns_of(STDOUT_FILENO) : columns_of_paper);
  Word root(line, line.program(), language);
  root.value("--ledger", ledger,
             {"台账目录；不写则为 $DUCHA_LEDGER，再不然 ./ducha-ledger",
              "the ledger's folder; else $DUCHA_LEDGER, else ./ducha-ledger"},
             {"目录", "DIR"});
  root.one_of("--lang", lang, {"语言：zh 或 en", "language: zh or en"}, {"zh", "en"});
  add_taking_in(root, options);
  add_reports(root, options);
  add_documents(root, options);
  add_editions(root, options);
  add_proving(root, options);
  add_upkeep(root, options);
  add_backups(root, backups);
  root.add("help", upkeep, {"说明一个命令", "explain a command"},
           [&](const Context& context) { return line.help(help, context.out, context.remarks); })
      .values("command", help, {"命令，如 report overdue", "a command, as report overdue"}, {"[命令]", "[COMMAND]"});
  add_verbs(root, options);

  if (const auto answered = line.read(argc, argv, std::cout, std::cerr)) return static_cast<int>(*answered);
  const auto exit = line.run({ledger.empty() ? surrounding_ledger() : ledger, language, std::cout, std::cerr, now});
  // An answer that did not arrive whole is none: whoever redirected it would read half a list as all of it.
  if (!std::cout.flush())
    throw Fault(Fault::Kind::disk, "not all of the answer could be written to standard output", "标准输出");
  return static_cast<int>(exit);
}

}  // namespace ducha::tools
