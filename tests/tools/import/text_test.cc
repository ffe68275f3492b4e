#include "tools/import/text.h"

#include "tests/catch.h"

using namespace ducha::tools;

TEST_CASE("white space of every kind is trimmed", "[import][text]") {
  CHECK(trimmed(" \t　\u00A0\u200B\uFEFF督 查\u3000\r\n") == "督 查");
  CHECK(trimmed("　 ").empty());
  CHECK(without_spaces(" 完 成　时限") == "完成时限");
}

TEST_CASE("full width becomes half width, character for character", "[import][text]") {
  CHECK(half_width("２０２２－０７－０１　（Ａ）：；，") == "2022-07-01 (A):;,");
  CHECK(half_width("督查。、【】") == "督查。、【】");
  CHECK(count_points(half_width("１２　督")) == 4);
}

TEST_CASE("lines are counted however they end", "[import][text]") {
  LineScan lines("a\r\nb\rc\n\nd");
  std::string seen;
  while (const auto line = lines.next()) {
    CHECK(line->with_end.starts_with(line->text));
    seen += std::to_string(line->number) + std::string(line->text) + " ";
  }
  CHECK(seen == "1a 2b 3c 4 5d ");
}

TEST_CASE("a text is in normal form wherever in it a character stands that might not be", "[import][text]") {
  const std::string around = "督查事项，“ab”（2022）。市政府第12次常务会议研究的事项按月反馈：完成时限、牵头单位…";
  std::string room;
  for (char32_t point = 1; point < 0x20000; point = point < 0x10000 ? point + 1 : point + 97) {
    if (point >= 0xD800 && point < 0xE000) continue;
    const auto text = to_utf8(std::u32string(1, point));
    // Behind another so that it may compose, and at a place that shifts with it.
    const auto all = std::string(point % 70, 'x') + around + "e" + text + around + around;
    if (in_nfc(all, room) != to_nfc(all)) FAIL("U+" << std::hex << static_cast<unsigned>(point));
  }
}

TEST_CASE("bytes that are not UTF-8 stop nothing", "[import][text]") {
  CHECK(to_utf8(to_points("a\xFF督")) == "a\uFFFD督");
  CHECK(to_nfc("e\u0301\xFF") == "\u00E9\uFFFD");
  CHECK(count_points("\xE7\x9D") == 2);
  CHECK(first_points("督查", 1) == "督");
  CHECK(first_points("督查", 9) == "督查");
}
