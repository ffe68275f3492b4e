#include "tools/context.h"

namespace ducha::tools {
namespace {

std::string filled(std::string_view text, const domain::No& no, Language language) {
  std::string names;
  for (const auto& name : no.names) names += (names.empty() ? "" : language == Language::zh ? "、" : ", ") + name;
  if (names.empty()) names = language == Language::zh ? "无" : "none";
  std::string said(text);
  for (const auto& [mark, word] : {std::pair<std::string_view, const std::string&>{"{0}", no.subject}, {"{1}", names}})
    for (auto at = said.find(mark); at != std::string::npos; at = said.find(mark, at + word.size()))
      said.replace(at, mark.size(), word);
  return said;
}

}  // namespace

Said say(const domain::No& no, Language language) {
  const auto& text = domain::text_of(no.refusal);
  if (language == Language::zh) return {filled(text.sentence_zh, no, language), filled(text.remedy_zh, no, language)};
  return {filled(text.sentence_en, no, language), filled(text.remedy_en, no, language)};
}

}  // namespace ducha::tools
