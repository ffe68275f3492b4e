// A word of the command line as the files beside this one describe it: in both languages at once.

#pragma once

#include <string>
#include <vector>

#include "tools/command_line.h"

namespace ducha::tools {

struct InBoth {
  const char* zh;
  const char* en;
};

class Word {
 public:
  Word(CommandLine& line, CommandLine::Word word, Language language) : line_(&line), word_(word), language_(language) {}

  // A command below this one, in a group of its help page. Without `runs` it only leads to others.
  Word add(const std::string& name, InBoth group, InBoth about, CommandLine::Command command = {});

  // An option `--name` (or `-n,--name`) or, without dashes, an operand. `kind` is what stands for its value.
  Word& value(const char* names, std::string& into, InBoth about, InBoth kind);
  Word& values(const char* names, std::vector<std::string>& into, InBoth about, InBoth kind);
  Word& one_of(const char* names, std::string& into, InBoth about, std::vector<std::string> allowed);
  Word& flag(const char* names, bool& into, InBoth about);
  // The command cannot do without the one described last.
  Word& needed();
  // Command lines, one a line; rows of its own for the word's page; commands of a group, several a line.
  Word& examples(const std::string& lines);
  Word& explain(HelpGroup rows);
  Word& pack(InBoth group);

  Language language() const { return language_; }
  std::string say(InBoth both) const { return language_ == Language::zh ? both.zh : both.en; }

 private:
  CommandLine* line_;
  CommandLine::Word word_;
  Language language_;
};

}  // namespace ducha::tools
