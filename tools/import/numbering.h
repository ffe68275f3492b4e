// The numbers before paragraphs of official documents: 一、 (一) 1. 1、 (1) 1) 第一条 第二部分 ①.
//
// Which style stands over which is not fixed: offices begin with 1. as well as with 一、. A style only says
// which numbers belong to one row of siblings.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ducha::tools {

enum class NumberStyle : std::uint8_t {
  part,             // 第一部分, 第二章
  article,          // 第一条
  chinese,          // 一、
  chinese_bracket,  // (一)
  digit,            // 1. 1、
  digit_bracket,    // (1) ⑴
  digit_half,       // 1)
  circled,          // ①
};

struct Numbering {
  NumberStyle style;
  std::string number;  // as written, without the point or comma behind it: 1, (一), 第一条
  std::size_t length;  // characters up to the text
};

// The numbering a line begins with; 3.5万 and 2021年 are none.
std::optional<Numbering> read_numbering(std::u32string_view line);

}  // namespace ducha::tools
