#include "tools/render/frame.h"

#include "tests/catch.h"
#include "tests/tools/render/sample.h"

namespace ducha::tools {
namespace {

using namespace sample;
using Lines = std::vector<std::string>;

TEST_CASE("years under one edition are shown as one run", "[frame]") {
  CHECK(compressed({"2021@gov-1", "2022@gov-1", "2023@gov-1"}) == Lines{"2021-2023@gov-1"});
  CHECK(compressed({"2021@gov-1", "2022@gov-2"}) == Lines{"2021@gov-1", "2022@gov-2"});
  CHECK(compressed({"2021@gov-1", "2023@gov-1"}) == Lines{"2021@gov-1", "2023@gov-1"});  // 2022 is missing: so it shows
  CHECK(compressed({}).empty());
}

TEST_CASE("an edition that is not a year's is shown as it is", "[frame]") {
  CHECK(compressed({"2021@a", "trial", "2022x@a", "2022@a"}) == Lines{"2021@a", "trial", "2022x@a", "2022@a"});
}

TEST_CASE("the basis names day, head, editions and number of rows", "[frame]") {
  CHECK(basis(overdue(), Language::zh) ==
        Lines{"截至 2022-07-01", "账本序号 412", "规则 gulou-2022", "日历 2021-2022@gov-1", "共 2 行"});
  CHECK(basis(of_one({}), Language::en).back() == "1 row");
  CHECK(digest(overdue()) == "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");
}

TEST_CASE("what was asked is repeated in the reader's language", "[frame]") {
  auto standing = overdue();
  standing.asked = {{"from", day(2022, 1, 1)}, {"unit", "区住建局"}, {"by", Word{"source"}}};
  CHECK(question(standing, Language::zh) == Lines{"自 2022-01-01", "单位 区住建局", "分组 来源"});
  CHECK(question(overdue(), Language::zh).empty());
}

}  // namespace
}  // namespace ducha::tools
