// What is said about a command line that cannot be meant.

#pragma once

#include <string>
#include <vector>

#include "tools/language.h"

namespace ducha::tools {

// An option nobody knows, with the nearest of those that are known there.
std::string unknown_option(const std::string& word, const std::vector<std::string>& known, Language language);

// A word where a command was expected, with the nearest; where none was expected it is one too many.
std::string unknown_word(const std::string& word, const std::vector<std::string>& known, Language language);

// A value an option does not take.
std::string not_among(const std::string& option, const std::string& given, const std::vector<std::string>& allowed,
                      Language language);

}  // namespace ducha::tools
