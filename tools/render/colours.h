// The terminal's codes: lights in their colours, what counts less in grey, what no longer counts struck through.

#pragma once

#include <string>
#include <string_view>

#include "projections/report.h"
#include "tools/render/look.h"

namespace ducha::tools {

inline constexpr std::string_view grey_code = "\x1b[90m";
inline constexpr std::string_view bold_code = "\x1b[1m";
inline constexpr std::string_view struck_code = "\x1b[9m";

// The code for a light, or for the light a duty's state is shown in; empty for other words, or when no colour is
// wanted.
std::string_view colour_code(const reports::Cell& cell, const Look& look);

// The text between the code and its end; the text alone when the code is empty.
std::string coloured(std::string text, std::string_view code);

// `code` when colour is wanted.
constexpr std::string_view wanted(std::string_view code, const Look& look) {
  return look.colour ? code : std::string_view{};
}

}  // namespace ducha::tools
