// What each command to record is for, and what its fields hold: the texts of `ducha urge --help`.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tools/help.h"
#include "tools/language.h"

namespace ducha::tools {

// "催办" and "urge a unit"; the verb itself when there is no text.
std::string verb_meaning(std::string_view verb, Language language);

// "unit=" with what it holds, the common fields last; what must be given is said so.
std::vector<HelpRow> verb_fields(std::string_view verb, Language language);

// A line that could be typed.
std::string verb_example(std::string_view verb);

}  // namespace ducha::tools
