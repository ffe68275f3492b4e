#include "tools/words/word.h"

namespace ducha::tools {

Word Word::add(const std::string& name, InBoth group, InBoth about, CommandLine::Command command) {
  return {*line_, line_->word(word_, name, say(group), say(about), std::move(command)), language_};
}

Word& Word::value(const char* names, std::string& into, InBoth about, InBoth kind) {
  line_->value(word_, names, into, say(about), say(kind));
  return *this;
}

Word& Word::values(const char* names, std::vector<std::string>& into, InBoth about, InBoth kind) {
  line_->values(word_, names, into, say(about), say(kind));
  return *this;
}

Word& Word::one_of(const char* names, std::string& into, InBoth about, std::vector<std::string> allowed) {
  line_->one_of(word_, names, into, say(about), std::move(allowed));
  return *this;
}

Word& Word::flag(const char* names, bool& into, InBoth about) {
  line_->flag(word_, names, into, say(about));
  return *this;
}

Word& Word::needed() {
  line_->needed(word_);
  return *this;
}

Word& Word::examples(const std::string& lines) {
  std::string indented;
  for (const char each : lines) {
    indented += each;
    if (each == '\n') indented += "  ";
  }
  line_->example(word_, indented);
  return *this;
}

Word& Word::explain(HelpGroup rows) {
  line_->explain(word_, std::move(rows));
  return *this;
}

Word& Word::pack(InBoth group) {
  line_->pack(say(group));
  return *this;
}

}  // namespace ducha::tools
