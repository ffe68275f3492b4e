#include "tools/surroundings.h"

#include <cstdlib>
#include <optional>
#include <string_view>

namespace ducha::tools {
namespace {

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

std::optional<Language> language_named(std::string_view name) {
  if (name == "zh") return Language::zh;
  if (name == "en") return Language::en;
  return std::nullopt;
}

}  // namespace

Language surrounding_language() {
  if (const auto told = language_named(variable("DUCHA_LANG"))) return *told;
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
    if (const auto locale = variable(name); !locale.empty())
      return locale.starts_with("en") ? Language::en : Language::zh;
  return Language::zh;
}

Language spoken_language(int argc, char** argv) {
  constexpr std::string_view option = "--lang", joined = "--lang=";
  std::optional<Language> told;
  for (int i = 1; i < argc; ++i) {
    const std::string_view word(argv[i]);
    if (word.starts_with(joined)) told = language_named(word.substr(joined.size()));
    if (word == option && i + 1 < argc) told = language_named(argv[i + 1]);
  }
  return told.value_or(surrounding_language());
}

std::string surrounding_ledger() {
  const auto told = variable("DUCHA_LEDGER");
  return told.empty() ? "ducha-ledger" : told;
}

}  // namespace ducha::tools
