#include "tools/import/unit_list.h"

#include <algorithm>

#include "tests/catch.h"

using namespace ducha::tools;

namespace {

using Names = std::vector<std::string>;

KnownUnit knows(Names names) {
  return [names = std::move(names)](std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
}

}  // namespace

TEST_CASE("every mark offices use parts a list", "[import][units]") {
  for (const std::string mark : {"、", ",", "，", ";", "；", "/", "／", "\n", " ", "　", "及", "和", "与", "以及"}) {
    INFO(mark);
    CHECK(split_units("区财政局" + mark + "区教育局") == Names{"区财政局", "区教育局"});
  }
}

TEST_CASE("和 within a name does not part it", "[import][units]") {
  for (const std::string name :
       {"区人力资源和社会保障局", "区发展和改革局", "区规划和自然资源局", "区文化和旅游局", "区退役军人与双拥工作局",
        "市社会和谐工作办", "老干部和人才工作局", "城镇和农村工作办"}) {
    INFO(name);
    CHECK(split_units(name) == Names{name});
    CHECK(split_units(name + "、区财政局") == Names{name, "区财政局"});
    CHECK(split_units("区财政局和" + name) == Names{"区财政局", name});
    CHECK(split_units(name + "和区财政局") == Names{name, "区财政局"});
  }
  CHECK(split_units("区规划和自然资源局和区文化和旅游局与湖南路街道") ==
        Names{"区规划和自然资源局", "区文化和旅游局", "湖南路街道"});
}

TEST_CASE("a registered name is not parted, and parts from its neighbour", "[import][units]") {
  CHECK(split_units("区委和区政府督查室") == Names{"区委", "区政府督查室"});
  CHECK(split_units("区委和区政府督查室", knows({"区委和区政府督查室"})) == Names{"区委和区政府督查室"});
  CHECK(split_units("双创基地和科创湾") == Names{"双创基地和科创湾"});
  CHECK(split_units("双创基地和科创湾", knows({"双创基地", "科创湾"})) == Names{"双创基地", "科创湾"});
}

TEST_CASE("brackets belong to the name before them", "[import][units]") {
  CHECK(split_units("各街办(新区)、区商务局（区投促中心、区自贸办）") ==
        Names{"各街办(新区)", "区商务局（区投促中心、区自贸办）"});
}

TEST_CASE("各 is carried on to the class words after it", "[import][units]") {
  CHECK(split_units("各街道、板块") == Names{"各街道", "各板块"});
  CHECK(split_units("各街道板块") == Names{"各街道", "各板块"});
  CHECK(split_units("区相关部门、各街道板块") == Names{"区相关部门", "各街道", "各板块"});
  CHECK(split_units("区相关部门、街道、板块") == Names{"区相关部门", "街道", "板块"});
  CHECK(split_units("各有关部门、街道") == Names{"各有关部门", "街道"});
  CHECK(split_units("各街道、区财政局、板块") == Names{"各街道", "区财政局", "板块"});
  CHECK(split_units("各街道和社区") == Names{"各街道", "各社区"});
  CHECK(split_units("市级各有关部门及各县市区政府") == Names{"市级各有关部门", "各县市区政府"});
}

TEST_CASE("等 ends a list, and what it adds is kept when it is more than a class", "[import][units]") {
  CHECK(split_units("区财政局、区教育局等") == Names{"区财政局", "区教育局"});
  CHECK(split_units("区财政局、区教育局等部门") == Names{"区财政局", "区教育局"});
  CHECK(split_units("区财政局等3个单位") == Names{"区财政局"});
  CHECK(split_units("区财政局等有关部门") == Names{"区财政局", "有关部门"});
  CHECK(split_units("省高等教育局") == Names{"省高等教育局"});
}

TEST_CASE("what the layout puts into a list is taken out", "[import][units]") {
  CHECK(split_units(" 由区财政局、\n　区教 育局。 ") == Names{"区财政局", "区教育局"});
  CHECK(split_units("区人力资源\n和社会保障局") == Names{"区人力资源和社会保障局"});
  CHECK(split_units("、，；").empty());
  CHECK(split_units("").empty());
}

TEST_CASE("a class of units without a name is vague", "[import][units]") {
  for (const std::string name :
       {"区相关部门", "有关单位", "部门", "单位", "街道", "板块", "各板块", "社区", "园区", "市级各有关部门",
        "区直部门", "各街道", "各街办(新区)", "区疫情防控指挥部成员单位", "各县市区政府", "区 相关 部门"}) {
    INFO(name);
    CHECK(is_vague(name));
  }
  for (const std::string name : {"区财政局", "湖南路街道", "高新区管委会", "区政府", "市人民政府", "区委", "区", "",
                                 "科技园区管委会", "区社区治理中心"}) {
    INFO(name);
    CHECK_FALSE(is_vague(name));
  }
}

TEST_CASE("各 without 相关 or 有关 means every one of a class", "[import][units]") {
  CHECK(is_distributive("各街道"));
  CHECK(is_distributive("区各部门"));
  CHECK_FALSE(is_distributive("各有关部门"));
  CHECK_FALSE(is_distributive("区财政局"));
}
