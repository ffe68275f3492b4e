#include "tools/usage.h"

#include "tools/import/nearest.h"
#include "tools/render/width.h"
#include "tools/render/words.h"

namespace ducha::tools {
namespace {

// What was typed, safe to show.
std::string quoted(const std::string& word) { return "“" + one_line(word) + "”"; }

std::string perhaps(const std::string& word, const std::vector<std::string>& known, Language language) {
  const auto near = nearest(word, known);
  return near.empty() ? std::string{}
                      : std::string{in(language, "；相近的有：", "; nearest: ")} + enumerate_names(near);
}

}  // namespace

std::string unknown_option(const std::string& word, const std::vector<std::string>& known, Language language) {
  return std::string{in(language, "没有这个选项：", "no such option: ")} + quoted(word) +
         perhaps(word, known, language);
}

std::string unknown_word(const std::string& word, const std::vector<std::string>& known, Language language) {
  if (known.empty()) return std::string{in(language, "多余的词：", "one word too many: ")} + quoted(word);
  return std::string{in(language, "没有这个命令：", "no such command: ")} + quoted(word) +
         perhaps(word, known, language);
}

std::string not_among(const std::string& option, const std::string& given, const std::vector<std::string>& allowed,
                      Language language) {
  return option + std::string{in(language, " 不能是", " cannot be ")} + quoted(given) +
         std::string{in(language, "；可用：", "; one of: ")} + enumerate_names(allowed);
}

}  // namespace ducha::tools
