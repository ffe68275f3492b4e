// A complaint as a person reads it: where, what is wrong, the cell, what would be right; one line.

#pragma once

#include <string>

#include "tools/import/draft.h"
#include "tools/language.h"

namespace ducha::tools {

// "a.csv:3:4: no unit is called “区财政” [区财政]. Nearest: 区财政局." Without a file (a command line) the place is
// left out; of a workbook it is "a.xlsx[sheet]:3:D".
std::string line_of(const Complaint& complaint, const std::string& file, Language language);

}  // namespace ducha::tools
