// How a report is to look to whoever reads it. The caller decides; nothing in render/ asks the terminal for it.

#pragma once

#include <cstddef>

#include "tools/language.h"

namespace ducha::tools {

struct Look {
  Language language = Language::zh;
  std::size_t width = 80;  // columns of a terminal line; the other formats have no lines to fill
  bool colour = false;     // lights in their colours
};

}  // namespace ducha::tools
