// What is said of a fault: where the world broke, how, and what to do about it.

#pragma once

#include <string>

#include "ledger/base/fault.h"
#include "tools/language.h"

namespace ducha::tools {

// One line. The evidence is kept in the words of whoever found it (store, system): in Chinese it stands behind the
// sentence, for the one who repairs.
std::string say(const Fault& fault, Language language);

// What is said when memory, or a thread, is not to be had.
std::string say_no_memory(Language language);

}  // namespace ducha::tools
