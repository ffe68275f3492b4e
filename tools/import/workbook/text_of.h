// Text as a workbook writes it: escapes undone, in normal form.

#pragma once

#include <string>
#include <string_view>

namespace ducha::tools::workbook {

// A string item (ECMA-376 22.9.2.19 ST_Xstring): _x000D_ stands for a character that XML cannot hold. Line ends become
// LF, the rest NFC without outer white space.
std::string readable(std::string_view written);

}  // namespace ducha::tools::workbook
