// Text as it stands on one line of a terminal: how wide it is, cut and padded to a width, and made safe.
//
// Everything is over UTF-8. A Chinese character is two columns wide, a combining mark none. Bytes that are
// not UTF-8 count as one U+FFFD each, so that nothing here can fail.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ducha::tools {

std::size_t display_width(std::string_view utf8);

// The text when it fits, else as much of it as leaves room for "…". The result may be one column narrower
// than asked, when a wide character would have been split.
std::string cut_to_width(std::string_view utf8, std::size_t columns);

// The same on a page or in a workbook, whose Chinese fonts set quotes, dashes and arrows as wide as a character: a
// terminal sets them in one column.
std::size_t printed_width(std::string_view utf8);
std::string cut_to_printed(std::string_view utf8, std::size_t columns);

// Filled with blanks up to `columns`; never cut.
std::string pad_right(std::string_view utf8, std::size_t columns);
std::string pad_left(std::string_view utf8, std::size_t columns);

// The text in lines of at most `columns` (at least 2). Broken after a blank where one is near the end of the line,
// else between characters, but not before a closing mark (，。)) that has room on the line before.
std::vector<std::string> wrapped(std::string_view utf8, std::size_t columns);

// Valid UTF-8, whatever came in.
std::string repaired(std::string_view utf8);

// Repaired, on one line and harmless to a terminal: line breaks and control characters become blanks, marks
// that turn the direction of writing are dropped, so that no text in the ledger can disguise what is beside it.
std::string one_line(std::string_view utf8);

}  // namespace ducha::tools
