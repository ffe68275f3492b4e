#include "tools/import/role_clause.h"

#include "tests/catch.h"

using namespace ducha::tools;

namespace {

using Names = std::vector<std::string>;

constexpr auto leading = ClauseRole::lead;
constexpr auto helping = ClauseRole::supporting;

struct Case {
  std::string text;
  std::string lead;
  Names joint;
  Names supporting;
  std::vector<VagueUnit> vague;
  std::string due;
};

void check(const Case& expected) {
  INFO(expected.text);
  const auto clause = read_role_clause(expected.text);
  REQUIRE(clause);
  CHECK(clause->lead == expected.lead);
  CHECK(clause->joint == expected.joint);
  CHECK(clause->supporting == expected.supporting);
  CHECK(clause->vague == expected.vague);
  CHECK(clause->due == expected.due);
}

}  // namespace

TEST_CASE("a spoken clause names units before their role", "[import][clause]") {
  check({"区发改委、区财政局主办,区相关部门、各街道板块协办",
         "区发改委",
         {"区财政局"},
         {"各街道", "各板块"},
         {{"区相关部门", helping}},
         ""});
  check({"区科技局主办", "区科技局", {}, {}, {}, ""});
  check({"区科技局牵头，区财政局配合", "区科技局", {}, {"区财政局"}, {}, ""});
  check({"区科技局牵头区财政局配合", "区科技局", {}, {"区财政局"}, {}, ""});
  check({"区科技局、区财政局负责", "区科技局", {"区财政局"}, {}, {}, ""});
  check(
      {"区科技局,区财政局 主办；区教育局;区民政局 协办。", "区科技局", {"区财政局"}, {"区教育局", "区民政局"}, {}, ""});
  check({"由区科技局会同区财政局负责", "区科技局", {}, {"区财政局"}, {}, ""});
  check({"区科技局为牵头单位，区财政局为配合单位", "区科技局", {}, {"区财政局"}, {}, ""});
}

TEST_CASE("负责 leads alone and supports beside a lead", "[import][clause]") {
  check({"区发改委、区财政局牵头，区统计局及有关部门按职责分工负责",
         "区发改委",
         {"区财政局"},
         {"区统计局"},
         {{"有关部门", helping}},
         ""});
  check({"市政府办公室、市行政审批改革领导小组办公室牵头,市级各有关部门及各县市区政府按职责分工负责",
         "市政府办公室",
         {"市行政审批改革领导小组办公室"},
         {"各县市区政府"},
         {{"市级各有关部门", helping}},
         ""});
  check({"各有关部门按职责分工负责", "", {}, {}, {{"各有关部门", leading}}, ""});
}

TEST_CASE("a labelled clause names the role before its units", "[import][clause]") {
  check({"牵头单位:区卫健局、区创文办;责任单位:区疫情防控指挥部成员单位、各街办(新区)",
         "区卫健局",
         {"区创文办"},
         {"各街办(新区)"},
         {{"区疫情防控指挥部成员单位", helping}},
         ""});
  check({"牵头单位：省政府办公厅；配合单位：省发展改革委、省统计局及省直有关部门",
         "省政府办公厅",
         {},
         {"省发展改革委", "省统计局"},
         {{"省直有关部门", helping}},
         ""});
  check({"责任单位：区发展和改革局", "区发展和改革局", {}, {}, {}, ""});
  check({"责任单位:甲局;牵头单位:乙局", "乙局", {}, {"甲局"}, {}, ""});
  check({"牵头：区科技局 配合：区财政局", "区科技局", {}, {"区财政局"}, {}, ""});
  check({"主办单位 区科技局\n协办单位　区财政局", "区科技局", {}, {"区财政局"}, {}, ""});
  check({"责任单位:区科技局牵头,区财政局配合", "区科技局", {}, {"区财政局"}, {}, ""});
  check({"责任(配合)单位：区财政局；牵头部门：区科技局", "区科技局", {}, {"区财政局"}, {}, ""});
}

TEST_CASE("posts behind a label are no units", "[import][clause]") {
  check({"牵头领导：副区长一；牵头单位：区科技局；联系人：科长", "区科技局", {}, {}, {}, ""});
}

TEST_CASE("a clause may say by when", "[import][clause]") {
  check({"牵头单位：区科技局；完成时限：2022年12月底前。", "区科技局", {}, {}, {}, "2022年12月底前"});
  check({"区科技局牵头，区财政局配合，6月底前完成", "区科技局", {}, {"区财政局"}, {}, "6月底前"});
  check({"区科技局主办;长期坚持", "区科技局", {}, {}, {}, "长期坚持"});
}

TEST_CASE("a unit named twice keeps the stronger role", "[import][clause]") {
  check({"区科技局、区财政局主办,区财政局、区教育局、区科技局协办", "区科技局", {"区财政局"}, {"区教育局"}, {}, ""});
  check({"配合单位：甲局、乙局；牵头单位：乙局", "乙局", {}, {"甲局"}, {}, ""});
}

TEST_CASE("a registered name is taken whole", "[import][clause]") {
  const auto known = [](std::string_view name) { return name == "科创湾" || name == "双创基地"; };
  CHECK_FALSE(read_role_clause("科创湾牵头"));
  const auto clause = read_role_clause("科创湾和双创基地牵头", known);
  REQUIRE(clause);
  CHECK(clause->lead == "科创湾");
  CHECK(clause->joint == Names{"双创基地"});
}

TEST_CASE("other remarks are no clauses", "[import][clause]") {
  for (const std::string text :
       {"", "以下简称方案", "见附件1", "新区", "区科技局", "区科技局负责解释", "主要负责人负责", "区科技局牵头开展评估",
        "每年6月底前", "牵头", "协同创新中心", "压实责任:区科技局"}) {
    INFO(text);
    CHECK_FALSE(read_role_clause(text));
  }
}

TEST_CASE("a label without anyone behind it is a clause that names nobody", "[import][clause]") {
  const auto clause = read_role_clause("牵头单位：；完成时限：年底前");
  REQUIRE(clause);
  CHECK(clause->lead.empty());
  CHECK(clause->due == "年底前");
}
