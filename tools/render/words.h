// The words of the contract as people read them. Machines read the name, people the word of their language.
//
// A name has one translation wherever it stands: colours are bare (红, not 红灯), because the same name
// is the colour of a light and of a notice; the head of the column says which.

#pragma once

#include <span>
#include <string_view>

#include "tools/language.h"

namespace ducha::tools {

struct Term {
  std::string_view name;
  std::string_view zh;
  std::string_view en;
};

// Every word there is, by vocabulary.
std::span<const Term> terms();

// The word for a name; a name without a word stands for itself.
std::string_view translated(std::string_view name, Language language);

// Of two ways to say a thing, the reader's.
constexpr std::string_view in(Language language, std::string_view zh, std::string_view en) {
  return language == Language::zh ? zh : en;
}

}  // namespace ducha::tools
