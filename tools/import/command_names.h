// The commands by the names people write: the English one of the contract, and the office's own words.

#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace ducha::tools {

struct CommandName {
  std::string_view english;               // as in `do`
  std::vector<std::string_view> chinese;  // the office's word first, then what else is written for it
};

// Every command, in the order of the contract.
std::span<const CommandName> command_names();

// The English name for a name in either language, whatever its width, case and spaces.
std::optional<std::string_view> command_named(std::string_view text);

}  // namespace ducha::tools
