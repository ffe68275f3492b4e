// The languages in which the program speaks to people: Chinese first, English on request.

#pragma once

#include <cstdint>

namespace ducha::tools {

enum class Language : std::uint8_t { zh, en };

}  // namespace ducha::tools
