// Batch lines in JSON: one object per line becomes one draft.
//
// A line that is not one flat object is a complaint with its line and column, and reading goes on with
// the next. Texts are taken in NFC without outer white space, numbers as they are written, null as not
// given, arrays as lists. Blank lines are skipped. Names are taken as they are: which of them a command
// knows is decided when it is decoded; only the value of `do` may be the office's own word for it.

#pragma once

#include <cstddef>
#include <string_view>

#include "tools/import/reading.h"
#include "tools/language.h"

namespace ducha::tools {

inline constexpr std::size_t json_line_mib_max = 1;

// `text`: UTF-8, as `decode_text` gives it.
Reading read_json_lines(std::string_view text, Language language);

}  // namespace ducha::tools
