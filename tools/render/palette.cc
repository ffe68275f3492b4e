#include "tools/render/palette.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace ducha::tools {
namespace {

constexpr std::uint32_t white = 0xffffff, black = 0x1a1a1a;

constexpr Paint red{0xc62828, white, 0xfde0de}, yellow{0xf6b21b, black, 0xfff3cc}, green{0x2e7d32, white, 0xdff2e0},
    blue{0x1f5fa8, white, 0xdce9f8}, grey{0x6b7280, white, 0xeceef1}, orange{0xe8710a, black, 0xffe6cf},
    purple{0x5b2a86, white, 0xece0f5}, pale{0xc3ccd6, black, 0xf1f4f7};

struct Named {
  std::string_view word;
  Paint paint;
};

constexpr std::array named{
    Named{"red", red},          Named{"yellow", yellow}, Named{"green", green},    Named{"blue", blue},
    Named{"grey", grey},        Named{"orange", orange}, Named{"on_time", blue},   Named{"late", yellow},
    Named{"missed", purple},    Named{"overdue", red},   Named{"open", pale},      Named{"pending", green},
    Named{"due_today", yellow}, Named{"excused", grey},  Named{"suspended", grey},
};

constexpr std::array others{blue, orange, green, purple, red, grey, yellow, pale};

}  // namespace

std::optional<Paint> paint_of(std::string_view word) {
  const auto found = std::find_if(named.begin(), named.end(), [word](const Named& each) { return each.word == word; });
  return found == named.end() ? std::nullopt : std::optional(found->paint);
}

Paint paint_of(std::size_t nth) { return others[nth % others.size()]; }

std::string css_colour(std::uint32_t rgb) { return fmt::format("#{:06x}", rgb); }

}  // namespace ducha::tools
