// The words of the command line: which commands and options there are.

#pragma once

#include "tools/context.h"

namespace ducha::tools {

// Reads the words, runs the command they name, and answers with what `main` returns. May throw Fault.
int run(int argc, char** argv, std::int64_t now);

}  // namespace ducha::tools
