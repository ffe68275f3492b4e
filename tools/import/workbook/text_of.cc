#include "tools/import/workbook/text_of.h"

#include <charconv>

#include "tools/import/text.h"

namespace ducha::tools::workbook {
namespace {

constexpr std::size_t escape_size = 7;  // _xHHHH_

// The character an escape at the beginning stands for; 0 when it is none.
char32_t escaped(std::string_view text) {
  if (text.size() < escape_size || text[1] != 'x' || text[6] != '_') return 0;
  unsigned value = 0;
  const auto [stop, error] = std::from_chars(text.data() + 2, text.data() + 6, value, 16);
  if (error != std::errc{} || stop != text.data() + 6) return 0;
  if (value >= 0xD800 && value < 0xE000) return 0;  // half a character is none
  return value;
}

std::string unescaped(std::string_view written) {
  std::string text;
  for (std::size_t at = 0; at < written.size();) {
    const auto point = written[at] == '_' ? escaped(written.substr(at)) : U'\0';
    if (point == 0) {
      text += written[at++];
      continue;
    }
    text += to_utf8(std::u32string_view(&point, 1));
    at += escape_size;
  }
  return text;
}

std::string with_plain_line_ends(std::string_view text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '\r')
      plain += text[at];
    else if (at + 1 == text.size() || text[at + 1] != '\n')
      plain += '\n';
  }
  return plain;
}

}  // namespace

std::string readable(std::string_view written) {
  std::string changed;
  if (written.find("_x") != std::string_view::npos) written = changed = unescaped(written);
  if (written.find('\r') != std::string_view::npos) {
    auto plain = with_plain_line_ends(written);
    changed.swap(plain);
    written = changed;
  }
  return to_nfc(trimmed(written));
}

}  // namespace ducha::tools::workbook
