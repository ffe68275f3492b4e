// A command as one row of CSV, in the columns of an other system.

#pragma once

#include <string>

#include "tests/support/life.h"

namespace ducha::support {

// English: the contract's names, LF. Chinese: the office's own headers and words, a byte order mark, CR LF.
enum class Headers { english, chinese };

std::string csv_header(Headers headers);
std::string csv_row(const Json& json, Headers headers);

}  // namespace ducha::support
