#include "tools/import/due_phrase.h"

#include "tests/catch.h"

using namespace ducha::tools;

using Phrases = std::vector<std::string>;

TEST_CASE("the words by which plans set days are found in their text", "[import][due]") {
  struct Case {
    std::string text;
    Phrases phrases;
  };
  const Case cases[] = {
      {"确保6月底前完成主体施工", {"6月底前"}},
      {"于2021年12月31日前全部完工", {"2021年12月31日前"}},
      {"１２月底前建成投用", {"１２月底前"}},
      {"十二月底前建成", {"十二月底前"}},
      {"年底前实现全覆盖", {"年底前"}},
      {"2021年底前建成", {"2021年底前"}},
      {"三季度末前开工，上半年完成拆迁", {"三季度末前", "上半年"}},
      {"第三季度末前开工", {"第三季度末前"}},
      {"今年年内办结", {"今年年内"}},
      {"5月中旬以前报送", {"5月中旬以前"}},
      {"2021年6月印发的方案", {}},
      {"每年6月底前公布", {}},
      {"115月底前", {}},
      {"新增10万平方米以上", {}},
      {"", {}},
  };
  for (const auto& [text, phrases] : cases) {
    INFO(text);
    CHECK(due_phrases(text) == phrases);
  }
}

TEST_CASE("a piece that is a day and nothing else is told from a unit", "[import][due]") {
  for (const std::string piece :
       {"6月底前", "6月底前完成", "2021年12月底", "年底前完成", "长期坚持", " 立行立改 ", "全年"}) {
    INFO(piece);
    CHECK(is_due_phrase(piece));
  }
  for (const std::string piece : {"区财政局", "6月", "6月底前开工建设", "", "长期坚持不懈"}) {
    INFO(piece);
    CHECK_FALSE(is_due_phrase(piece));
  }
}
