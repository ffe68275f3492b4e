#include "tools/import/nearest.h"

#include "tests/catch.h"

using namespace ducha::tools;

using Names = std::vector<std::string>;

TEST_CASE("an abbreviation finds the full name, and the full name its abbreviation", "[import][nearest]") {
  const Names units{"区财政局", "区发展和改革委员会", "区教育局", "区文化和旅游局"};
  CHECK(nearest("区发改委", units).at(0) == "区发展和改革委员会");
  CHECK(nearest("发改委", units).at(0) == "区发展和改革委员会");
  CHECK(nearest("文旅局", units).at(0) == "区文化和旅游局");
  CHECK(nearest("区发展和改革委员会", Names{"区财政局", "区发改委"}).at(0) == "区发改委");
  CHECK(nearest("财政局", units).at(0) == "区财政局");
}

TEST_CASE("a slip of the pen finds the name meant", "[import][nearest]") {
  CHECK(nearest("完成时恨", Names{"协办时限", "完成时限"}).at(0) == "完成时限");
  CHECK(nearest("supporitng", Names{"supporting", "until"}) == Names{"supporting"});
  CHECK(nearest("ＬＥＡＤ", Names{"lead"}) == Names{"lead"});
}

TEST_CASE("no more than three are offered, and none that is far", "[import][nearest]") {
  CHECK(nearest("区局", Names{"区甲局", "区乙局", "区丙局", "区丁局"}) == Names{"区甲局", "区乙局", "区丙局"});
  CHECK(nearest("气象台", Names{"区财政局", "湖南路街道"}).empty());
  CHECK(nearest("", Names{"区财政局"}).empty());
  CHECK(nearest("区财政局", Names{}).empty());
}

TEST_CASE("names are enumerated as their script enumerates", "[import][nearest]") {
  CHECK(enumerate_names(Names{"甲", "乙"}) == "甲、乙");
  CHECK(enumerate_names(Names{"lead", "due"}) == "lead, due");
  CHECK(enumerate_names(Names{}).empty());
}
