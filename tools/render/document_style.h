// The style of printed documents.

#pragma once

#include <string_view>

namespace ducha::tools {

extern const std::string_view document_style;

}  // namespace ducha::tools
