#include "tools/import/json_lines.h"

#include <algorithm>

#include "tests/catch.h"

using namespace ducha::tools;

namespace {

Reading read(std::string_view text) { return read_json_lines(text, Language::zh); }

const Given& given(const Draft& draft, std::string_view name) {
  const auto found =
      std::find_if(draft.given.begin(), draft.given.end(), [&](const Given& g) { return g.name == name; });
  REQUIRE(found != draft.given.end());
  return *found;
}

using Values = std::vector<std::string>;

}  // namespace

TEST_CASE("each line of JSON becomes a draft that keeps its place", "[import][json]") {
  const auto reading =
      read("\n{\"do\":\"accept\",\"docket\":\"D-1\"}\n   \n  {\"do\":\"签收\",\"docket\":\"D-2\"}\r\n");
  REQUIRE(reading.complaints.empty());
  REQUIRE(reading.drafts.size() == 2);
  CHECK(reading.drafts[0].place == Place{2, 1});
  CHECK(reading.drafts[1].place == Place{4, 3});
  CHECK(reading.drafts[1].source == "{\"do\":\"签收\",\"docket\":\"D-2\"}");
  CHECK(given(reading.drafts[1], "do").values == Values{"accept"});
  CHECK(given(reading.drafts[1], "docket").place == Place{4, 23});
}

TEST_CASE("values are kept as they are written", "[import][json]") {
  const auto reading =
      read(R"({"progress":40 ,"big":12345678901234567890123,"rate":1.50e2,"nothing":true,"note":null,)"
           R"("text":" 　进展\n顺利 ","joint":[],"supporting":["区财政局", 7 ,"\u533a"],"name":"e\u0301"})");
  REQUIRE(reading.complaints.empty());
  REQUIRE(reading.drafts.size() == 1);
  const auto& draft = reading.drafts[0];
  CHECK(given(draft, "progress").values == Values{"40"});
  CHECK(given(draft, "big").values == Values{"12345678901234567890123"});
  CHECK(given(draft, "rate").values == Values{"1.50e2"});
  CHECK(given(draft, "nothing").values == Values{"true"});
  CHECK(given(draft, "text").values == Values{"进展\n顺利"});
  CHECK(given(draft, "name").values == Values{"\u00E9"});
  CHECK(given(draft, "joint").list);
  CHECK(given(draft, "joint").values.empty());
  CHECK(given(draft, "supporting").values == Values{"区财政局", "7", "区"});
  CHECK_FALSE(given(draft, "text").list);
  CHECK(std::none_of(draft.given.begin(), draft.given.end(), [](const Given& g) { return g.name == "note"; }));
}

TEST_CASE("what is wrong with a line is said with its line and column", "[import][json]") {
  struct Case {
    std::string line;
    std::size_t column;
    std::string wrong;
  };
  const Case cases[] = {
      {R"({"do":"accept","do":"urge"})", 21, "“do”在同一行中出现两次。"},
      {R"({"办":{"a":1}})", 6, "“办”的值是对象，这里只收文字、数字、真假和列表。"},
      {R"({"joint":["甲",["乙"]]})", 15, "列表“joint”中有既非文字也非数字的成员。"},
      {R"({"joint":["甲",null]})", 15, "列表“joint”中有既非文字也非数字的成员。"},
      {R"(["do"])", 1, "这一行不是 JSON 对象。"},
      {R"(签收 D-1)", 1, "这一行不是 JSON 对象。"},
      {R"({"do":"accept"} {"do":"urge"})", 17, "对象之后还有别的内容。"},
      {R"({"do":"accept"},)", 16, "对象之后还有别的内容。"},
      {R"({"do":"accept")", 15, "从此处起不合 JSON 的写法。"},
      {R"({"progress":4x,"a":1})", 13, "从此处起不合 JSON 的写法。"},
      {R"({"办" "accept"})", 6, "从此处起不合 JSON 的写法。"},
      {R"({"do":"签收,"on":"2022-07-01)", 12, "从此处起不合 JSON 的写法。"},
      {R"({"do":"签收)", 7, "此处开始的字符串没有结束的引号。"},
  };
  for (const auto& [line, column, wrong] : cases) {
    INFO(line);
    const auto reading = read("{\"do\":\"open\"}\n" + line + "\n{\"do\":\"close\"}\n");
    CHECK(reading.drafts.size() == 2);
    REQUIRE(reading.complaints.size() == 1);
    CHECK(reading.complaints[0].place.line == 2);
    CHECK(reading.complaints[0].place.column == column);
    CHECK(reading.complaints[0].wrong == wrong);
    CHECK(reading.separable);
  }
}

TEST_CASE("a line that is not JSON gives no draft", "[import][json]") {
  for (const std::string line : {R"({"do" "accept"})", R"({"do":accept})", R"({"progress":04})", R"({"progress":1.})",
                                 R"({"progress":+1})", R"({"a":tru})", R"({"a":nul})", R"({"a":1,})", R"({"a":[1,]})",
                                 R"({"a":[1 2]})", R"({"a":1)", R"({"a":"\ud800"})", R"({"a":"\x"})", R"({a:1})", "{",
                                 R"({"a":1 "b":2})", R"({"a":[1})", R"({"a":-})", R"({,"a":1})"}) {
    INFO(line);
    const auto reading = read(line);
    CHECK(reading.drafts.empty());
    REQUIRE(reading.complaints.size() == 1);
    CHECK(reading.complaints[0].place.line == 1);
    CHECK(reading.complaints[0].place.column >= 1);
    CHECK(reading.complaints[0].place.column <= line.size() + 1);
  }
}

TEST_CASE("a line that breaks is placed by itself, not by a longer one before it", "[import][json]") {
  const auto reading =
      read("{\"text\":\"a long line that breaks late\" \"x\"}\n{\t\"a\":\"b\tc\"}\n{\"a\":\"\xFF\"}\n");
  CHECK(reading.drafts.empty());
  REQUIRE(reading.complaints.size() == 3);
  CHECK(reading.complaints[0].place == Place{1, 40});
  CHECK(reading.complaints[1].place == Place{2, 9});
  CHECK(reading.complaints[2].place.line == 3);
}

TEST_CASE("all complaints of a file come at once", "[import][json]") {
  const auto reading = read("{\"a\":{},\"b\":{},\"a\":1}\n{\"do\":\"open\"}\nnonsense\n");
  CHECK(reading.drafts.size() == 1);
  REQUIRE(reading.complaints.size() == 3);
  CHECK(reading.complaints[1].place == Place{1, 13});
  CHECK(reading.complaints[2].place == Place{3, 1});
}

TEST_CASE("a line longer than a mebibyte is refused, not read", "[import][json]") {
  const auto around = std::string(R"({"text":""})").size();
  const auto line = [&](std::size_t bytes) { return "{\"text\":\"" + std::string(bytes - around, 'x') + "\"}"; };
  CHECK(read(line(json_line_mib_max << 20)).drafts.size() == 1);
  const auto reading = read(line((json_line_mib_max << 20) + 1));
  CHECK(reading.drafts.empty());
  REQUIRE(reading.complaints.size() == 1);
  CHECK(reading.complaints[0].wrong == "这一行超过 1 MiB。");
}

TEST_CASE("a draft keeps no more than four hundred characters of its line", "[import][json]") {
  std::string text;
  for (int i = 0; i < 500; ++i) text += "督";
  const auto reading = read("{\"text\":\"" + text + "\"}");
  REQUIRE(reading.drafts.size() == 1);
  CHECK(reading.drafts[0].source.size() == 9 + (source_points_max - 9) * 3);
  CHECK(reading.drafts[0].given[0].values[0] == text);
}
