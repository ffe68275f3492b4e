// What the columns of reports mean (口径): for the sheet and the fold-out that explain a table to who gets it alone.

#pragma once

#include <string_view>

#include "tools/language.h"

namespace ducha::tools {

// A sentence; empty when the head of the column says it all.
std::string_view meaning_of(std::string_view report, std::string_view column, Language language);

}  // namespace ducha::tools
