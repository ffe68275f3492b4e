// A text that is read line by line.

#pragma once

#include <optional>
#include <string_view>

namespace ducha::record {

// Takes the next line off `text`, without its end; nothing when no line is ended any more.
inline std::optional<std::string_view> take_line(std::string_view& text) {
  const auto end = text.find('\n');
  if (end == std::string_view::npos) return {};
  const auto line = text.substr(0, end);
  text.remove_prefix(end + 1);
  return line;
}

}  // namespace ducha::record
