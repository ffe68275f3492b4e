#include "tools/context.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "tools/render/words.h"

namespace ducha::tools {
namespace {

// The text with its subject and its names put in.
std::string filled(std::string_view text, const std::string& subject, const std::vector<std::string>& all,
                   Language language) {
  std::string names;
  for (const auto& name : all) names += (names.empty() ? "" : language == Language::zh ? "、" : ", ") + name;
  if (names.empty()) names = language == Language::zh ? "无" : "none";
  std::string said(text);
  for (const auto& [mark, word] : {std::pair<std::string_view, const std::string&>{"{0}", subject}, {"{1}", names}})
    for (auto at = said.find(mark); at != std::string::npos; at = said.find(mark, at + word.size()))
      said.replace(at, mark.size(), word);
  return said;
}

// `blue 2022-05-10`: its words in the reader's language.
std::string worded(const std::string& name, Language language) {
  const auto end = std::min(name.find(' '), name.size());
  return std::string(translated(std::string_view(name).substr(0, end), language)) + name.substr(end);
}

}  // namespace

Said say(const domain::No& no, Language language) {
  const auto& text = domain::text_of(no.refusal);
  const auto fill = [&](std::string_view each) { return filled(each, no.subject, no.names, language); };
  if (language == Language::zh) return {fill(text.sentence_zh), fill(text.remedy_zh)};
  return {fill(text.sentence_en), fill(text.remedy_en)};
}

std::string say(const domain::Flagged& flagged, Language language) {
  const auto& text = domain::text_of(flagged.flag);
  std::vector<std::string> names;
  for (const auto& name : flagged.names) names.push_back(worded(name, language));
  return filled(language == Language::zh ? text.zh : text.en, flagged.subject, names, language);
}

}  // namespace ducha::tools
