// One list of fields per command: reading batch lines, help pages and templates walk it.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ducha::domain {

using Names = std::vector<std::string>;

// Whether a field must be given.
enum class Need : std::uint8_t { must, may };

template <class Command, class Value>
struct Part {
  std::string_view name;
  Value Command::*member;
  Need need;
};
template <class Command, class Value>
Part(std::string_view, Value Command::*, Need) -> Part<Command, Value>;

}  // namespace ducha::domain
