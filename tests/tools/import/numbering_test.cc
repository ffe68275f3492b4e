#include "tools/import/numbering.h"

#include "tests/catch.h"
#include "tools/import/text.h"

using namespace ducha::tools;

TEST_CASE("paragraphs are numbered in every style of official documents", "[import][numbering]") {
  struct Case {
    std::string line;
    NumberStyle style;
    std::string number;
  };
  const Case cases[] = {
      {"1.任务", NumberStyle::digit, "1"},
      {"１．任务", NumberStyle::digit, "１"},
      {"12、 任务", NumberStyle::digit, "12"},
      {"⒈任务", NumberStyle::digit, "⒈"},
      {"(1)任务", NumberStyle::digit_bracket, "(1)"},
      {"（１）任务", NumberStyle::digit_bracket, "（１）"},
      {"⑴任务", NumberStyle::digit_bracket, "⑴"},
      {"1)任务", NumberStyle::digit_half, "1)"},
      {"一、任务", NumberStyle::chinese, "一"},
      {"二十一、任务", NumberStyle::chinese, "二十一"},
      {"（一）任务", NumberStyle::chinese_bracket, "（一）"},
      {"(一)、任务", NumberStyle::chinese_bracket, "(一)"},
      {"第一条 任务", NumberStyle::article, "第一条"},
      {"第二部分　任务", NumberStyle::part, "第二部分"},
      {"第三章 任务", NumberStyle::part, "第三章"},
      {"①任务", NumberStyle::circled, "①"},
  };
  for (const auto& [line, style, number] : cases) {
    INFO(line);
    const auto points = to_points(line);
    const auto numbering = read_numbering(points);
    REQUIRE(numbering);
    CHECK(numbering->style == style);
    CHECK(numbering->number == number);
    CHECK(to_utf8(std::u32string_view(points).substr(numbering->length)) == "任务");
  }
}

TEST_CASE("figures and phrases at the beginning of a line are no numbers", "[import][numbering]") {
  for (const std::string line : {"3.5万平方米", "2021年任务", "10万平方米", "一是任务", "第一时间", "(新区)",
                                 "1234.任务", "任务", "", "(", "1"}) {
    INFO(line);
    CHECK_FALSE(read_numbering(to_points(line)));
  }
}
