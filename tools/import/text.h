// Text as the readers of files need it: normal form, white space, width, lines and columns.
//
// Everything here is over UTF-8; a character is a code point. Bytes that are not UTF-8 count as one
// U+FFFD each, so that nothing here can fail.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace ducha::tools {

std::u32string to_points(std::string_view utf8);
std::string to_utf8(std::u32string_view points);
std::size_t count_points(std::string_view utf8);
// The same of a text that is known to be UTF-8.
std::size_t count_points_of_valid(std::string_view utf8);
// Whether it holds a control character other than an end of line or a tab.
bool holds_control(std::string_view text);

// The text in NFC: one spelling for what looks the same.
std::string to_nfc(std::string_view utf8);
// So too of a text that is known to be UTF-8, without a copy of what is in NFC as it stands; of anything else it lies
// in `room`.
std::string_view in_nfc(std::string_view utf8, std::string& room);
// Whether such a text is seen at a glance to be in NFC, as nearly all is; of others it may still be true.
bool surely_nfc_of_valid(std::string_view utf8);

// White space of any script, and the marks that take no room (zero-width space, byte order mark).
bool is_space(char32_t point);
// Without outer white space.
std::string_view trimmed(std::string_view utf8);
std::u32string_view trimmed(std::u32string_view points);
// Without any white space.
std::string without_spaces(std::string_view utf8);

// Full width to half width: digits, Latin letters, punctuation and the ideographic space.
// Keeps the number of characters, so that places in the result are places in the original.
char32_t half_width(char32_t point);
std::u32string half_width(std::u32string_view points);
std::string half_width(std::string_view utf8);

// At most `points_max` characters from the beginning.
std::string_view first_points(std::string_view utf8, std::size_t points_max);

struct Line {
  std::size_t number;         // from 1
  std::string_view text;      // without its end
  std::string_view with_end;  // with LF, CR LF or CR
};

// Goes through the lines of a text, whichever system ended them.
class LineScan {
 public:
  explicit LineScan(std::string_view text) : rest_(text) {}

  std::optional<Line> next();

 private:
  std::string_view rest_;
  const char* feed_ = nullptr;  // the next LF, or the end of the text
  std::size_t number_ = 0;
};

}  // namespace ducha::tools
