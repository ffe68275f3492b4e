#include "tools/import/plan.h"

#include "tests/catch.h"
#include "tests/tools/import/corpus.h"

using namespace ducha::tools;

namespace {

using Names = std::vector<std::string>;

Plan read(std::string_view text) { return read_plan(text, Language::zh); }

PlanItem only_item(const Plan& plan) {
  CHECK(plan.complaints.empty());
  REQUIRE(plan.items.size() == 1);
  return plan.items[0];
}

}  // namespace

TEST_CASE("an item is its number, its text and who does it", "[import][plan]") {
  const auto plan = read(
      "区重点任务分解\n一、城市建设\n(一)道路\n1.修复大桥,6月底前通车。(区发改委、区财政局主办,"
      "区相关部门、各街道板块协办)\n");
  CHECK(plan.title == "区重点任务分解");
  const auto item = only_item(plan);
  CHECK(item.number == "1");
  CHECK(item.section == "一、城市建设 / (一)道路");
  CHECK(item.title == "修复大桥,6月底前通车。");
  CHECK(item.clause == "区发改委、区财政局主办,区相关部门、各街道板块协办");
  CHECK(item.lead == "区发改委");
  CHECK(item.joint == Names{"区财政局"});
  CHECK(item.supporting == Names{"各街道", "各板块"});
  CHECK(item.vague == std::vector<VagueUnit>{{"区相关部门", ClauseRole::supporting}});
  CHECK(item.due == "6月底前");
  CHECK(item.place == Place{4, 1});
}

TEST_CASE("brackets of any shape and width hold a clause, closed or not", "[import][plan]") {
  for (const std::string text :
       {"1.修桥。(甲局主办,乙局协办)", "1.修桥。（甲局主办，乙局协办）", "１．修桥。（甲局主办,乙局协办)",
        "1、修桥。(甲局主办,乙局协办", "1.修桥。[牵头单位:甲局;责任单位:乙局]",
        "1.修桥。【牵头单位：甲局；配合单位：乙局】", "1.修桥。〔甲局牵头、乙局配合〕",
        "1.修桥。【牵头单位：甲局；配合单位：乙局", "(1)修桥。(甲局主办)(乙局协办)", "①修桥（甲局牵头，乙局配合）。",
        "1.修桥。（甲局\n牵头，乙局\n配合）", "1.修桥。\n（甲局牵头，乙局配合）",
        "1.修桥。牵头单位：甲局；配合单位：乙局", "第一条 修桥。\n牵头单位：甲局\n责任单位：乙局",
        "一、修桥。\n主办单位：甲局\n协办单位 乙局", "1.修桥。\n甲局牵头，乙局配合", "修桥。（甲局牵头，乙局配合）",
        "修桥（甲局牵头，乙局配合）。", "（一）修桥。\n责任单位：甲局牵头，乙局配合"}) {
    INFO(text);
    const auto item = only_item(read(text));
    CHECK(item.title == "修桥。");
    CHECK(item.lead == "甲局");
    CHECK(item.supporting == Names{"乙局"});
  }
}

TEST_CASE("brackets that name no roles stay in the text", "[import][plan]") {
  const auto item = only_item(read("1.落实《方案》(以下简称方案),建设科创走廊(新区)。(区科技局主办,各街办(新区)协办)"));
  CHECK(item.title == "落实《方案》(以下简称方案),建设科创走廊(新区)。");
  CHECK(item.supporting == Names{"各街办(新区)"});
}

TEST_CASE("an item may run over several lines and paragraphs", "[import][plan]") {
  const auto plan = read("1.新建学校3所,\n其中小学2所。\nEnglish\nterms。\n(区教育局主办)\n2.修路。(区住建局主办)");
  REQUIRE(plan.items.size() == 2);
  CHECK(plan.items[0].title == "新建学校3所,其中小学2所。English terms。");
  CHECK(plan.items[1].place == Place{6, 1});
}

TEST_CASE("several clauses in one paragraph are several items under its number", "[import][plan]") {
  const auto plan = read("3.清理中介服务。(区发改委负责)开展收费检查（区市场监管局负责）。");
  REQUIRE(plan.items.size() == 2);
  CHECK(plan.items[0].title == "清理中介服务。");
  CHECK(plan.items[1].title == "开展收费检查。");
  CHECK(plan.items[1].lead == "区市场监管局");
  CHECK(plan.items[0].number == "3");
  CHECK(plan.items[1].number == "3");
}

TEST_CASE("paragraphs without numbers under a heading are items of that section", "[import][plan]") {
  const auto plan = read("一、工业\n（一）强链\n培育链主企业。\n责任单位：区工信局\n建设产业园。（区住建局牵头）\n");
  REQUIRE(plan.items.size() == 2);
  for (const auto& item : plan.items) {
    CHECK(item.number.empty());
    CHECK(item.section == "一、工业 / （一）强链");
  }
  CHECK(plan.items[0].title == "培育链主企业。");
  CHECK(plan.items[1].title == "建设产业园。");
  CHECK(plan.items[1].place == Place{5, 1});
}

TEST_CASE("a heading ends where its numbers go on", "[import][plan]") {
  const auto plan =
      read("一、甲\n（一）乙\n1.任务。(甲局主办)\n（二）丙\n1.任务。(甲局主办)\n二、丁\n1.任务。(甲局主办)\n");
  REQUIRE(plan.items.size() == 3);
  CHECK(plan.items[0].section == "一、甲 / （一）乙");
  CHECK(plan.items[1].section == "一、甲 / （二）丙");
  CHECK(plan.items[2].section == "二、丁");
}

TEST_CASE("sub-paragraphs of an item that name nobody are part of it", "[import][plan]") {
  const auto plan =
      read("一、民生\n1.办好养老服务。(区民政局主办)\n(1)新建中心6处。\n(2)培训护理员。\n2.修路。(区住建局主办)\n");
  CHECK(plan.complaints.empty());
  REQUIRE(plan.items.size() == 2);
  CHECK(plan.items[0].title == "办好养老服务。(1)新建中心6处。(2)培训护理员。");
}

TEST_CASE("an item that names nobody is a complaint where it stands", "[import][plan]") {
  const auto plan = read("一、建设\n1.修桥。(区住建局主办)\n2.修路。\n3.种树\n4.护河。(区财政局协办)\n");
  CHECK(plan.items.size() == 1);
  REQUIRE(plan.complaints.size() == 3);
  CHECK(plan.complaints[0].place == Place{3, 1});
  CHECK(plan.complaints[0].cell == "2.修路。");
  CHECK(plan.complaints[0].wrong == "这一项没有写明由谁办理。");
  CHECK(plan.complaints[1].place == Place{4, 1});
  CHECK(plan.complaints[2].place == Place{5, 1});
  CHECK(plan.complaints[2].wrong == "这一项没有牵头单位。");
}

TEST_CASE("an item led by a class of units has no lead but says so", "[import][plan]") {
  const auto item = only_item(read("1.开展自查。(各有关部门按职责分工负责)"));
  CHECK(item.lead.empty());
  CHECK(item.vague == std::vector<VagueUnit>{{"各有关部门", ClauseRole::lead}});
}

TEST_CASE("what surrounds the items is passed over", "[import][plan]") {
  const auto item = only_item(
      read("附件2\n关于印发任务分解\n方案的通知\n鼓政〔2021〕5号\n各街道办事处，区各部门：\n现将方案印发给你们。\n"
           "一、总体要求\n坚持稳中求进。\n（一）全面落实部署，扎实推进。\n二、重点任务\n（一）修桥。（区住建局牵头）\n"
           "三、保障措施\n（一）加强领导。各单位主要负责人要亲自抓。\n附件：1.联系表\n2."
           "填报样式\n区政府办公室\n2021年3月1日\n"));
  CHECK(item.title == "修桥。");
  CHECK(item.section == "二、重点任务");
}

TEST_CASE("a plan that follows an attachment mark is read", "[import][plan]") {
  const auto plan = read("请遵照执行。\n附件：任务分解表\n一、建设\n1.修桥。（区住建局牵头）\n");
  CHECK(only_item(plan).section == "一、建设");
}

TEST_CASE("a text without items is a complaint", "[import][plan]") {
  for (const std::string text : {"", "会议通知\n请准时参加。\n", "一、时间\n二、地点\n"}) {
    const auto plan = read(text);
    CHECK(plan.items.empty());
    REQUIRE(plan.complaints.size() == 1);
    CHECK(plan.complaints[0].wrong == "没有找到写明牵头或责任单位的任务。");
  }
}

TEST_CASE("units without a task are a complaint, unless what stands below says it", "[import][plan]") {
  const auto plan = read_plan("1.（区科技局牵头）\n2.修路。（区住建局牵头）\n", Language::zh);
  REQUIRE(plan.complaints.size() == 1);
  CHECK(plan.complaints[0].place.line == 1);
  CHECK(plan.complaints[0].wrong == "这里写明了单位，却没有写任务。");
  REQUIRE(plan.items.size() == 1);
  CHECK(plan.items[0].title == "修路。");

  const auto below = read_plan("一、（区科技局牵头）\n1.办展。\n2.招商。\n", Language::zh);
  CHECK(below.complaints.empty());
  REQUIRE(below.items.size() == 1);
  CHECK(below.items[0].title == "1.办展。2.招商。");
}

TEST_CASE("brackets without end do not hold the reading up", "[import][plan]") {
  const auto plan = read("1.修桥。" + std::string(100000, '(') + "\n2.修路。(区住建局主办)");
  REQUIRE(plan.items.size() == 1);
  CHECK(plan.items[0].lead == "区住建局");
  CHECK(plan.complaints.size() == 1);
}

TEST_CASE("complaints speak the language asked for", "[import][plan]") {
  CHECK(read_plan("", Language::en).complaints.at(0).wrong == "No item names who leads it.");
}

TEST_CASE("the plan of 2021 is read whole", "[import][plan][corpus]") {
  const auto plan = read(corpus("plans/gulou-2021-plan.txt"));
  CHECK(plan.title == "区政府主要工作目标任务分解落实方案");
  CHECK(plan.complaints.empty());
  REQUIRE(plan.items.size() == 8);
  struct Row {
    std::string lead;
    Names joint;
    Names supporting;
    std::size_t vague;
  };
  const Row rows[] = {
      {"区科技局", {"高新区管委会"}, {}, 0},
      {"区科技局", {"高新区管委会"}, {}, 3},
      {"区科技局", {}, {"各街道", "各板块"}, 0},
      {"区科技局", {}, {"各街道"}, 0},
      {"区发改委", {}, {"区科技局"}, 0},
      {"高新区管委会", {"区科技局"}, {}, 0},
      {"区市场监管局", {}, {}, 0},
      {"区金融监管局", {}, {"区科技局"}, 0},
  };
  for (std::size_t i = 0; i < plan.items.size(); ++i) {
    const auto& item = plan.items[i];
    INFO(item.title);
    CHECK(item.number == std::to_string(i + 1));
    CHECK(item.section == "一、关于完善创新生态,打造转型升级新引擎");
    CHECK(item.place == Place{i + 3, 1});
    CHECK(item.lead == rows[i].lead);
    CHECK(item.joint == rows[i].joint);
    CHECK(item.supporting == rows[i].supporting);
    CHECK(item.vague.size() == rows[i].vague);
    CHECK(item.title.ends_with("。"));
    CHECK(item.due.empty());
  }
}

TEST_CASE("a plan with labels in square brackets is read whole", "[import][plan][corpus]") {
  const auto plan = read(corpus("plans/labels-in-brackets-plan.txt"));
  CHECK(plan.title == "2022年区重点工作责任分解");
  CHECK(plan.complaints.empty());
  REQUIRE(plan.items.size() == 5);
  CHECK(plan.items[0].joint == Names{"区创文办"});
  CHECK(plan.items[0].vague.size() == 2);
  CHECK(plan.items[1].supporting == Names{"区民政局", "各街办（新区）"});
  CHECK(plan.items[2].section == "二、加快项目建设 / （一）招商引资");
  CHECK(plan.items[3].lead == "区自然资源和规划局");
  CHECK(plan.items[4].supporting == Names{"区城管执法局", "区财政局"});
  CHECK(plan.items[4].due == "12月31日前");
}

TEST_CASE("a plan with labels on lines of their own is read whole", "[import][plan][corpus]") {
  const auto plan = read(corpus("plans/labels-on-lines-plan.txt"));
  CHECK(plan.title == "关于分解落实2023年区政府工作报告主要目标任务的通知");
  CHECK(plan.complaints.empty());
  REQUIRE(plan.items.size() == 5);
  CHECK(plan.items[0].lead == "区发展和改革局");
  CHECK(plan.items[1].supporting == Names{"区税务局", "各街道"});
  CHECK(plan.items[2].title == "培育壮大先进制造业，新增规模以上工业企业40家，工业投资增长12%。");
  CHECK(plan.items[2].supporting == Names{"区科学技术和经济信息化服务中心", "区市场监管局"});
  CHECK(plan.items[2].due == "2023年12月底前");
  CHECK(plan.items[3].joint == Names{"区卫健局"});
  CHECK(plan.items[4].supporting == Names{"区城管执法局", "各街道"});
}

TEST_CASE("a plan with roles after its lists is read, and its gap named", "[import][plan][corpus]") {
  const auto plan = read(corpus("plans/roles-after-lists-plan.txt"));
  REQUIRE(plan.items.size() == 7);
  CHECK(plan.items[0].section == "第一部分 降低制度性交易成本 / 一、深化行政审批制度改革");
  CHECK(plan.items[0].joint == Names{"市推进政府职能转变和“放管服”改革协调领导小组办公室"});
  CHECK(plan.items[1].supporting == Names{"市公安局", "市人力资源和社会保障局", "市税务局"});
  CHECK(plan.items[3].supporting == Names{"市财政局"});
  CHECK(plan.items[5].vague.size() == 3);
  CHECK(plan.items[6].supporting == Names{"市文化和旅游局", "市交通运输局"});
  REQUIRE(plan.complaints.size() == 1);
  CHECK(plan.complaints[0].place == Place{10, 1});
}

TEST_CASE("a county's plan with its labels in brackets of their own is read whole", "[import][plan][corpus]") {
  const auto plan = read(corpus("plans/county-tasks-plan.txt"));
  CHECK(plan.complaints.empty());
  REQUIRE(plan.items.size() == 6);
  CHECK(plan.items[0].lead == "县发展和改革局");
  CHECK(plan.items[0].supporting == Names{"县财政局", "县自然资源局", "各乡镇"});
  CHECK(plan.items[0].due == "2023年12月底");
  CHECK(plan.items[1].section == "二、重点任务 / （一）着力扩大有效投资");
  CHECK(plan.items[2].vague == std::vector<VagueUnit>{{"有关乡镇", ClauseRole::supporting}});
  CHECK(plan.items[4].lead == "县人力资源和社会保障局");  // 责任单位 with one marked as the lead
  CHECK(plan.items[4].joint.empty());
  CHECK(plan.items[4].supporting == Names{"县教育局", "县退役军人事务局"});
  CHECK(plan.items[5].lead == "县卫生健康局");
}

TEST_CASE("a city's measures by articles, their units in the last sentence, are read whole", "[import][plan][corpus]") {
  const auto plan = read(corpus("plans/city-measures-plan.txt"));
  CHECK(plan.complaints.empty());
  REQUIRE(plan.items.size() == 7);
  CHECK(plan.items[0].number == "第一条");
  CHECK(plan.items[0].title == "推行企业开办“一件事”。");
  CHECK(plan.items[0].lead == "市市场监管局");
  CHECK(plan.items[0].supporting == Names{"市公安局", "市税务局", "市人力资源社会保障局"});
  CHECK(plan.items[0].due == "2024年6月底前");
  CHECK(plan.items[1].lead == "市发展改革委");
  CHECK(plan.items[3].section == "第二章 要素保障 / 第四条 降低融资成本：");
  CHECK(plan.items[5].supporting == Names{"市供电公司", "市水务集团", "市燃气集团"});
  CHECK(plan.items[6].joint == Names{"市公安局", "市市场监管局"});
}

TEST_CASE("a list of projects in circles and dashes is read, and the one without units named",
          "[import][plan][corpus]") {
  const auto plan = read(corpus("plans/new-area-list-plan.txt"));
  REQUIRE(plan.items.size() == 6);
  CHECK(plan.title == "新区管委会2022年为民办实事项目责任清单");
  CHECK(plan.items[0].due == "10月底前");
  CHECK(plan.items[2].title == "打通断头路3条");
  CHECK(plan.items[2].lead == "新区建设局");
  CHECK(plan.items[2].supporting == Names{"新区自然资源和规划局", "各街道"});
  CHECK(plan.items[3].supporting == Names{"新区建设局"});
  CHECK(plan.items[5].supporting == Names{"新区建设局", "新区财政局"});
  REQUIRE(plan.complaints.size() == 1);
  CHECK(plan.complaints[0].place == Place{16, 1});
}
