// The style of a report's page.

#pragma once

#include <string_view>

namespace ducha::tools {

extern const std::string_view html_style;

}  // namespace ducha::tools
