#include "tools/render/colours.h"

#include <algorithm>
#include <array>

namespace ducha::tools {
namespace {

struct Light {
  std::string_view name;
  std::string_view code;
};

constexpr std::string_view red = "\x1b[31m", yellow = "\x1b[33m", green = "\x1b[32m", blue = "\x1b[34m";

// The lights of the contract, and the states that carry them (亮灯).
constexpr std::array lights{
    Light{"red", red},          Light{"yellow", yellow}, Light{"green", green}, Light{"blue", blue},
    Light{"grey", grey_code},   Light{"overdue", red},   Light{"missed", red},  Light{"pending", green},
    Light{"due_today", yellow}, Light{"on_time", blue},  Light{"late", blue},   Light{"excused", grey_code},
};
constexpr std::string_view end_code = "\x1b[0m";

}  // namespace

std::string_view colour_code(const reports::Cell& cell, const Look& look) {
  const auto* const word = std::get_if<reports::Word>(&cell);
  if (!look.colour || word == nullptr) return {};
  const auto light =
      std::find_if(lights.begin(), lights.end(), [&](const Light& each) { return each.name == word->name; });
  return light == lights.end() ? std::string_view{} : light->code;
}

std::string coloured(std::string text, std::string_view code) {
  return code.empty() ? text : std::string{code}.append(text).append(end_code);
}

}  // namespace ducha::tools
