// What a file holds, told by its content alone.

#pragma once

#include <cstdint>
#include <string_view>

namespace ducha::tools {

enum class Content : std::uint8_t {
  json_lines,  // commands, one object per line
  csv,         // commands, one row each: the header has a column for `do`
  plan,        // a decomposition: numbered items that say who does them
  other,       // none of these; a register (台账) for instance
};

// `text`: UTF-8, as `decode_text` gives it.
Content sniff(std::string_view text);

}  // namespace ducha::tools
