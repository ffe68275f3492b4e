// What the surroundings say where the command line says nothing: the language and the ledger.

#pragma once

#include <string>

#include "tools/language.h"

namespace ducha::tools {

// $DUCHA_LANG, else the locale, else Chinese.
Language surrounding_language();

// --lang where it stands among the words, else the surroundings'. The words are looked at before the options are
// described, because the descriptions are in that language.
Language spoken_language(int argc, char** argv);

// $DUCHA_LEDGER, else ./ducha-ledger.
std::string surrounding_ledger();

}  // namespace ducha::tools
