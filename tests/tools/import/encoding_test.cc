#include "tools/import/encoding.h"

#include "tests/catch.h"
#include "tools/import/json_lines.h"

using namespace ducha::tools;
using namespace std::string_view_literals;

namespace {

Decoded decode(std::string_view bytes, std::optional<EncodingChoice> asked = {}) {
  return decode_text(bytes, asked, Language::zh);
}

constexpr auto urge_in_gb18030 = "\xB4\xDF\xB0\xEC"sv;  // 催办

}  // namespace

TEST_CASE("a file says by its first bytes how it is encoded", "[import][encoding]") {
  struct Case {
    std::string_view bytes;
    Encoding encoding;
    EncodingReason reason;
  };
  const Case cases[] = {
      {"\xEF\xBB\xBF催办"sv, Encoding::utf8, EncodingReason::mark},
      {"\xFF\xFE\xAC\x50\x9E\x52"sv, Encoding::utf16_le, EncodingReason::mark},
      {"\xFE\xFF\x50\xAC\x52\x9E"sv, Encoding::utf16_be, EncodingReason::mark},
      {"催办"sv, Encoding::utf8, EncodingReason::sound_utf8},
      {urge_in_gb18030, Encoding::gb18030, EncodingReason::fits_gb18030},
      {"\x84\x31\x95\x33\xB4\xDF\xB0\xEC"sv, Encoding::gb18030, EncodingReason::mark},
  };
  for (const auto& [bytes, encoding, reason] : cases) {
    const auto decoded = decode(bytes);
    CHECK_FALSE(decoded.complaint);
    CHECK(decoded.text == "催办");
    CHECK(decoded.encoding == encoding);
    CHECK(decoded.reason == reason);
  }
}

TEST_CASE("an encoding asked for is obeyed", "[import][encoding]") {
  CHECK(decode(urge_in_gb18030, EncodingChoice::gb18030).text == "催办");
  // 拢 in GB18030 happens to be sound UTF-8.
  CHECK(decode("\xC2\xA3"sv).text == "£");
  CHECK(decode("\xC2\xA3"sv, EncodingChoice::gb18030).text == "拢");
  CHECK(decode("\xAC\x50\x9E\x52"sv, EncodingChoice::utf16).text == "催办");
  CHECK(decode("\xFE\xFF\x50\xAC\x52\x9E"sv, EncodingChoice::utf16).text == "催办");

  const auto wrong = decode(urge_in_gb18030, EncodingChoice::utf8);
  REQUIRE(wrong.complaint);
  CHECK(wrong.complaint->place == Place{1, 1});
  CHECK(wrong.complaint->wrong == "此处的字节不合指定的编码 UTF-8。");
}

TEST_CASE("a rare character of four bytes is read", "[import][encoding]") {
  CHECK(decode("\xB4\xDF\x81\x39\xF3\x38"sv, EncodingChoice::gb18030).text == "催\u3431");
}

TEST_CASE("a byte that fits no encoding is named with its line and column", "[import][encoding]") {
  SECTION("in a file of UTF-8") {
    const auto decoded = decode("区科技局\n区财\xFF政局\n"sv);
    REQUIRE(decoded.complaint);
    CHECK(decoded.complaint->place == Place{2, 3});
    CHECK(decoded.text.empty());
  }
  SECTION("in a file of GB18030") {
    const auto decoded = decode("a\n\xB4\xDF\xFF\n"sv);
    REQUIRE(decoded.complaint);
    CHECK(decoded.complaint->place == Place{2, 2});
  }
  SECTION("cut off in the middle of a character") {
    const auto decoded = decode("\xB4\xDF\xB0"sv);
    REQUIRE(decoded.complaint);
    CHECK(decoded.complaint->place == Place{1, 2});
  }
}

TEST_CASE("a file of UTF-8 with a line of GB18030 in it is not read as nonsense", "[import][encoding]") {
  const auto mixed = "{\"note\":\"已经签收完毕\"}\n{\"note\":\"" + std::string(urge_in_gb18030) + "\"}\n";
  const auto decoded = decode(mixed);
  REQUIRE(decoded.complaint);
  CHECK(decoded.complaint->place == Place{2, 10});
  CHECK(decoded.complaint->remedy.find("--encoding") != std::string::npos);
}

TEST_CASE("what was chosen for a file of GB18030 is said, and where it stops being UTF-8", "[import][encoding]") {
  const auto decoded = decode("{\"do\":\"" + std::string(urge_in_gb18030) + "\"}");
  CHECK(describe(decoded.encoding, decoded.reason, Language::zh) == "GB18030（不是 UTF-8，按 GB18030 读通）");
  CHECK(decoded.utf8_ends == Place{1, 8});
  const auto reading = read_json_lines(decoded.text, Language::zh);
  REQUIRE(reading.drafts.size() == 1);
  CHECK(reading.drafts[0].given[0].values == std::vector<std::string>{"urge"});
}

TEST_CASE("what looks the same becomes the same text", "[import][encoding]") {
  CHECK(decode("e\u0301").text == "\u00E9");
  CHECK(decode("\uF900").text == "\u8C48");  // a compatibility ideograph
  CHECK(decode("１２").text == "１２");      // width is not spelling
}

TEST_CASE("encodings are named as people name them", "[import][encoding]") {
  CHECK(encoding_choice("UTF-8") == EncodingChoice::utf8);
  CHECK(encoding_choice("gbk") == EncodingChoice::gb18030);
  CHECK(encoding_choice("GB2312") == EncodingChoice::gb18030);
  CHECK(encoding_choice("utf-16") == EncodingChoice::utf16);
  CHECK(encoding_choice("UTF-16BE") == EncodingChoice::utf16_be);
  CHECK_FALSE(encoding_choice("big5"));
}
