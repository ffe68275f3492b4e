// A word of the command line, described without the library that reads the line.
//
// Files beside this one say which commands there are, with their options and examples; options.cc, which alone
// knows the parser, binds them.

#pragma once

#include <functional>
#include <string>
#include <vector>

#include "tools/context.h"

namespace ducha::tools {

// The same in both languages.
struct InBoth {
  const char* zh;
  const char* en;
};

class Words;

class Word {
 public:
  // A command below this one, in a group of the help page.
  Word add(const char* name, InBoth group, InBoth about) const;
  // What the command does; a word without it only leads to others.
  Word& runs(std::function<Exit(const Context&)> command);

  // An option `--name` (or `-n,--name`) or, without dashes, an operand. `kind` is what stands for its value.
  Word& value(const char* names, std::string& into, InBoth about, InBoth kind);
  Word& values(const char* names, std::vector<std::string>& into, InBoth about, InBoth kind);
  // The command cannot do without it.
  Word& needed(const char* names, std::string& into, InBoth about, InBoth kind);
  Word& needed(const char* names, std::vector<std::string>& into, InBoth about, InBoth kind);
  Word& one_of(const char* names, std::string& into, InBoth about, std::vector<std::string> allowed);
  Word& flag(const char* names, bool& into, InBoth about);
  // Command lines, one a line.
  Word& examples(const std::string& lines);

  Language language() const;

 private:
  friend class Words;
  Word(Words& words, void* app) : words_(&words), app_(app) {}
  Words* words_;
  void* app_;  // of the parser's own type
};

}  // namespace ducha::tools
