#include "tools/render/width.h"

#include <algorithm>

#include "tests/catch.h"

namespace ducha::tools {
namespace {

TEST_CASE("a Chinese character is two columns wide, a Latin letter one, a combining mark none", "[width]") {
  CHECK(display_width("") == 0);
  CHECK(display_width("QZJJ") == 4);
  CHECK(display_width("区住建局") == 8);
  CHECK(display_width("（一）") == 6);
  CHECK(display_width("e\u0301") == 1);
  CHECK(display_width("\U00020BB7") == 2);  // 𠮷, beyond the basic plane
}

TEST_CASE("text that fits is left alone", "[width]") {
  CHECK(cut_to_width("区住建局", 8) == "区住建局");
  CHECK(cut_to_width("", 0).empty());
}

TEST_CASE("text that does not fit ends in an ellipsis and never in half a character", "[width]") {
  CHECK(cut_to_width("overdue", 5) == "over…");
  CHECK(cut_to_width("区住建局", 7) == "区住建…");
  CHECK(cut_to_width("区住建局", 6) == "区住…");  // five columns: 建 would have been split
  CHECK(cut_to_width("区住建局", 1) == "…");
  CHECK(cut_to_width("区住建局", 0).empty());
  CHECK(cut_to_width("abe\u0301cd", 4) == "abe\u0301…");
}

TEST_CASE("blanks are counted in columns, not in bytes", "[width]") {
  CHECK(pad_right("桥", 4) == "桥  ");
  CHECK(pad_left("桥", 4) == "  桥");
  CHECK(pad_left("城北桥", 4) == "城北桥");
}

TEST_CASE("bytes that are not UTF-8 become the replacement character", "[width]") {
  CHECK(repaired("桥\xFF!") == "桥\uFFFD!");
  CHECK(repaired("\xE6\xA1") == "\uFFFD\uFFFD");            // a character torn in two
  CHECK(repaired("\xED\xA0\x80") == "\uFFFD\uFFFD\uFFFD");  // half a surrogate pair
  CHECK(display_width("\xFF") == 1);
}

TEST_CASE("no text can break the line, give orders to the terminal or turn its direction", "[width]") {
  CHECK(one_line("一\r\n二\t三") == "一  二 三");
  CHECK(one_line("\x1b[31m红") == " [31m红");
  CHECK(one_line("\u0085\u2028x\u2029") == "  x ");
  CHECK(one_line("a\u202Eb\u2066c") == "abc");
}

TEST_CASE("long text is broken into lines that fit", "[width]") {
  using Lines = std::vector<std::string>;
  CHECK(wrapped("管线迁改影响工期", 8) == Lines{"管线迁改", "影响工期"});
  CHECK(wrapped("short", 8) == Lines{"short"});
  CHECK(wrapped("", 8).empty());
  CHECK(wrapped("one two three", 8) == Lines{"one two", "three"});
  CHECK(wrapped("one two, three", 7) == Lines{"one", "two,", "three"});
  CHECK(wrapped("unbreakable", 4) == Lines{"unbr", "eaka", "ble"});
}

TEST_CASE("no line begins with a closing mark", "[width]") {
  CHECK(wrapped("管线迁改，影响", 8) == std::vector<std::string>{"管线迁", "改，影响"});
}

TEST_CASE("however long the text and short the line, nothing is lost and nothing is too wide", "[width]") {
  const std::string text = "2022年，区住建局 reported that 管线迁改（第3标段）影响工期；预计6月30日前完成。";
  std::string bare = text;
  std::erase(bare, ' ');
  for (std::size_t columns = 2; columns < 90; ++columns) {
    INFO(columns);
    std::string together;
    for (const auto& line : wrapped(text, columns)) {
      CHECK(display_width(line) <= std::max<std::size_t>(columns, 4));  // a mark and the character it closes
      together += line;
    }
    std::erase(together, ' ');
    CHECK(together == bare);
  }
}

}  // namespace
}  // namespace ducha::tools
