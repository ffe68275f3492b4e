#include "tools/render/markup.h"

#include "tools/render/width.h"

namespace ducha::tools {
namespace {

std::string with_entities(std::string_view text) {
  std::string safe;
  safe.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&':
        safe += "&amp;";
        break;
      case '<':
        safe += "&lt;";
        break;
      case '>':
        safe += "&gt;";
        break;
      case '"':
        safe += "&quot;";
        break;
      case '\'':
        safe += "&#39;";
        break;
      default:
        safe += c;
    }
  }
  return safe;
}

}  // namespace

std::string escaped_html(std::string_view text) { return with_entities(one_line(text)); }

std::string escaped_lines(std::string_view text) {
  std::string safe;
  for (;;) {
    const auto end = text.find('\n');
    safe += escaped_html(text.substr(0, end));
    if (end == std::string_view::npos) return safe;
    safe += "<br>";
    text.remove_prefix(end + 1);
  }
}

std::string css_string(std::string_view text) {
  std::string safe = "\"";
  for (const char c : one_line(text)) {
    // A style element ends at the first "</", in a string or not.
    if (c == '<' || c == '>' || c == '&') {
      safe += c == '<' ? "\\3c " : c == '>' ? "\\3e " : "\\26 ";
      continue;
    }
    if (c == '"' || c == '\\') safe += '\\';
    safe += c;
  }
  return safe + '"';
}

}  // namespace ducha::tools
