// The words of a command line: which there are, what they set, what is said when they cannot be meant.
//
// Pages of help and complaints are the program's own, in the reader's language; the option parser behind them is
// known to command_line.cc alone.

#pragma once

#include <functional>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "tools/context.h"
#include "tools/help.h"

namespace CLI {
class App;
}

namespace ducha::tools {

class CommandLine {
 public:
  using Word = CLI::App*;  // a command; good as long as the command line is
  using Command = std::function<Exit(const Context&)>;

  // `width` of the pages of help.
  CommandLine(std::string name, std::string about, std::string examples, Language language, std::size_t width);
  ~CommandLine();
  CommandLine(const CommandLine&) = delete;
  CommandLine& operator=(const CommandLine&) = delete;

  Word program();
  // A word of its own under `parent`, listed there in the group of that title. Without a command it needs a further
  // word.
  Word word(Word parent, const std::string& name, const std::string& group, const std::string& about,
            Command command = {});

  // Options ("--on,--as-of") and operands ("file") with what they mean and what kind of value they take. What they
  // set must outlive the command line. One given twice counts as said last.
  void value(Word word, const std::string& names, std::string& into, const std::string& about, const std::string& kind);
  void values(Word word, const std::string& names, std::vector<std::string>& into, const std::string& about,
              const std::string& kind);
  void flag(Word word, const std::string& names, bool& into, const std::string& about);
  void one_of(Word word, const std::string& names, std::string& into, const std::string& about,
              std::vector<std::string> allowed);
  // The option or operand set up last for the word: the command cannot do without.
  void needed(Word word);

  // Lines that could be typed, and rows of its own, for the word's page.
  void example(Word word, const std::string& lines);
  void explain(Word word, HelpGroup rows);
  // Commands of the group so titled are listed several a line.
  void pack(const std::string& group);

  // Reads the words. The answer to the shell when all is said already: help was asked for, or cannot be meant.
  std::optional<Exit> read(int argc, char** argv, std::ostream& out, std::ostream& remarks);
  Exit run(const Context& context) const;

  // The page of the command so named, word by word; of the program when none is.
  Exit help(const std::vector<std::string>& names, std::ostream& out, std::ostream& remarks) const;

 private:
  struct Parser;
  std::unique_ptr<Parser> parser_;
};

}  // namespace ducha::tools
