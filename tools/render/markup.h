// Text inside HTML and SVG: escaped, harmless, on one line.

#pragma once

#include <string>
#include <string_view>

namespace ducha::tools {

// What HTML would take for markup becomes an entity, in text and in attributes alike; line breaks and marks that turn
// the direction of writing are gone (width.h). Always valid UTF-8.
std::string escaped_html(std::string_view text);

// The same with line breaks kept, for what may have paragraphs.
std::string escaped_lines(std::string_view text);

// A string of a style sheet, with its quotes.
std::string css_string(std::string_view text);

}  // namespace ducha::tools
