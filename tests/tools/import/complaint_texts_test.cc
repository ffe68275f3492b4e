#include "tools/import/complaint_texts.h"

#include "tests/catch.h"

using namespace ducha::tools;

TEST_CASE("every complaint has a sentence and a remedy in both languages", "[import][complaint]") {
  for (int number = 0; number <= static_cast<int>(Wrong::item_without_lead); ++number) {
    INFO(number);
    const auto wrong = static_cast<Wrong>(number);
    const auto zh = complain(Language::zh, wrong, {3, 4}, "格", {"甲", "乙", "丙"});
    const auto en = complain(Language::en, wrong, {3, 4}, "格", {"甲", "乙", "丙"});
    CHECK(zh.place == Place{3, 4});
    CHECK(zh.cell == "格");
    CHECK(zh.wrong.ends_with("。"));
    CHECK(zh.remedy.ends_with("。"));
    CHECK(en.wrong.ends_with("."));
    CHECK(en.remedy.ends_with("."));
    // A detail named in one language is named in the other.
    for (const std::string detail : {"甲", "乙", "丙"}) {
      CHECK(((zh.wrong + zh.remedy).find(detail) == std::string::npos) ==
            ((en.wrong + en.remedy).find(detail) == std::string::npos));
    }
  }
}

TEST_CASE("a complaint shows the beginning of a long cell, and braces in it do no harm", "[import][complaint]") {
  const std::string cell(500, '{');
  const auto complaint = complain(Language::zh, Wrong::header_unlike_any, {}, cell, {"{0}{"});
  CHECK(complaint.cell == std::string(80, '{'));
  CHECK(complaint.wrong == "表头“{0}{”不认识。");
}
