#include "tools/render/cells.h"

#include <limits>

#include "tests/catch.h"
#include "tests/tools/render/sample.h"

namespace ducha::tools {
namespace {

using namespace sample;

TEST_CASE("people are shown words, percentages and lists", "[cells]") {
  CHECK(shown(Cell{}, Language::zh) == "-");
  CHECK(shown("", Language::zh) == "-");
  CHECK(shown(Word{"overdue"}, Language::zh) == "逾期");
  CHECK(shown(true, Language::zh) == "是");
  CHECK(shown(false, Language::en) == "no");
  CHECK(shown(day(2022, 6, 30), Language::zh) == "2022-06-30");
  CHECK(shown(Counts{{"blue", 1}, {"red", 2}}, Language::zh) == "蓝 1、红 2");
  CHECK(shown(Counts{{"blue", 1}, {"red", 2}}, Language::en) == "blue 1, red 2");
  CHECK(shown(Counts{}, Language::zh) == "-");
  CHECK(shown(Texts{"区发改委", "区财政局"}, Language::zh) == "区发改委、区财政局");
  CHECK(shown(Texts{}, Language::zh) == "-");
  CHECK(shown("第一行\n第二行", Language::zh) == "第一行 第二行");
}

TEST_CASE("machines are given the names of the contract", "[cells]") {
  CHECK(plain(Cell{}).empty());
  CHECK(plain(Word{"overdue"}) == "overdue");
  CHECK(plain(true) == "true");
  CHECK(plain(std::int64_t{-7}) == "-7");
  CHECK(plain(Counts{{"blue", 1}, {"red", 2}}) == "blue:1 red:2");
  CHECK(plain(Texts{"a", "a", "b"}) == "a;a;b");
}

TEST_CASE("a decimal is written with as few digits as it has", "[cells]") {
  CHECK(number_text(Decimal{93'500}) == "93.5");
  CHECK(number_text(Decimal{100'000}) == "100");
  CHECK(number_text(Decimal{0}) == "0");
  CHECK(number_text(Decimal{5}) == "0.005");
  CHECK(number_text(Decimal{-125}) == "-0.125");
  CHECK(number_text(Decimal{-20'000}) == "-20");
  CHECK(number_text(Decimal{std::numeric_limits<std::int64_t>::min()}) == "-9223372036854775.808");
}

TEST_CASE("a rate is a quotient for machines and a percentage for people", "[cells]") {
  CHECK(plain(Rate{3, 4}) == "0.75");
  CHECK(plain(Rate{2, 3}) == "0.6666666666666666");
  CHECK(plain(Rate{5, 5}) == "1");
  CHECK(shown(Rate{3, 4}, Language::zh) == "75.0%");
  CHECK(shown(Rate{2, 3}, Language::zh) == "66.7%");
}

TEST_CASE("only all is 100 % and only nothing is 0 %", "[cells]") {
  CHECK(shown(Rate{5000, 5000}, Language::zh) == "100.0%");
  CHECK(shown(Rate{4999, 5000}, Language::zh) == "99.9%");
  CHECK(shown(Rate{1, 5000}, Language::zh) == "0.1%");
  CHECK(shown(Rate{0, 5000}, Language::zh) == "0.0%");
}

}  // namespace
}  // namespace ducha::tools
