#include "tools/render/story.h"

#include <algorithm>

#include "tests/catch.h"
#include "tests/tools/render/sample.h"
#include "tools/render/phrases.h"
#include "tools/render/width.h"

namespace ducha::tools {
namespace {

using namespace sample;
using reports::Change;
using reports::Changes;
using reports::Fields;

std::vector<Cell> entry(std::int64_t seq, Word fact, Fields text, Changes changed, const char* command,
                        bool corrected = false) {
  return {seq,     day(2022, 1, 11), "2022-01-12T09:30:00.120+08:00", fact, std::move(text), std::move(changed), "", "",
          command, corrected};
}

Report history() {
  auto told = report({{"seq", "序号", "Seq"},
                      {"on", "日期", "On"},
                      {"recorded", "记录时间", "Recorded"},
                      {"fact", "事实", "Fact"},
                      {"text", "内容", "Text"},
                      {"changed", "责任变化", "Changed"},
                      {"by", "记录人", "By"},
                      {"note", "备注", "Note"},
                      {"command", "命令", "Command"},
                      {"corrected", "已更正", "Corrected"}},
                     {entry(8, {"docketAssigned"},
                            {{"due", day(2022, 6, 30)}, {"limit", "2022-06-30"}, {"cadence", "monthly:25"}}, {}, "a1"),
                      entry(9, {"unitAssigned"}, {{"unit", "区住建局"}, {"role", Word{"lead"}}},
                            {{Change::Kind::begun, "区住建局", {"acceptance"}, day(2022, 1, 12), {"pending"}}}, "a1"),
                      entry(10, {"roleAccepted"}, {{"unit", "区住建局"}}, {}, "c1", true)});
  told.shape = reports::Shape::story;
  return told;
}

TEST_CASE("a history is told in the words of the office, entries of one command together", "[story]") {
  CHECK(rendered(history(), Format::text).starts_with(R"(逾期清单

#8   2022-01-11  交办                           记于 2022-01-12 09:30:00 命令 a1
     时限 2022-06-30  反馈周期 每月 25 日
#9   2022-01-11  明确单位
     单位 区住建局  角色 牵头
     + 区住建局 签收 2022-01-12 未到期

#10  2022-01-11  签收〔已更正〕                 记于 2022-01-12 09:30:00 命令 c1
     单位 区住建局

)"));
}

TEST_CASE("what was corrected is struck through on a terminal, and marked in any case", "[story]") {
  const auto text = rendered(history(), Format::text, {.colour = true});
  CHECK(text.find("\x1b[9m签收\x1b[0m〔已更正〕") != std::string::npos);
  CHECK(text.find("\x1b[9m单位 区住建局\x1b[0m") != std::string::npos);
  CHECK(rendered(history(), Format::text).find('\x1b') == std::string::npos);
}

TEST_CASE("English readers are told in English", "[story]") {
  const auto text = rendered(history(), Format::text, {.language = Language::en});
  CHECK(text.find("due 2022-06-30  feedback monthly, on day 25\n") != std::string::npos);
  CHECK(text.find("+ 区住建局 acceptance 2022-01-12 pending\n") != std::string::npos);
  CHECK(text.find("accepted [corrected]") != std::string::npos);
}

TEST_CASE("machines keep the names of the schema", "[story]") {
  const auto json = rendered(history(), Format::json);
  CHECK(
      json.find(
          R"("fact":"unitAssigned","text":"unit=区住建局 role=lead","changed":["+ 区住建局 acceptance 2022-01-12 pending"])") !=
      std::string::npos);
}

TEST_CASE("a line that just fits is not broken, and the docket asked about is not named again", "[story]") {
  auto told = history();
  put(told, 0, 4, Fields{{"docket", "2022-001"}, {"title", "老旧小区改造"}, {"category", "民生保障"}});
  CHECK(rendered(told, Format::text, {.width = 37}).find("     标题 老旧小区改造  类别 民生保障\n") !=
        std::string::npos);
  CHECK(rendered(told, Format::text, {.width = 36}).find("     标题 老旧小区改造\n     类别 民生保障\n") !=
        std::string::npos);
}

TEST_CASE("long text is broken and not cut, however narrow the terminal", "[story]") {
  auto told = history();
  std::string text;
  for (int i = 0; i < 20; ++i) text += "管线迁改影响工期";
  put(told, 0, 4, Fields{{"text", text}});
  const auto narrow = rendered(told, Format::text, {.width = 40});
  std::size_t found = 0;
  for (auto at = narrow.find("管"); at != std::string::npos; at = narrow.find("管", at + 1)) ++found;
  CHECK(found == 20);
  std::istringstream lines(narrow.substr(0, narrow.find("截至")));
  for (std::string line; std::getline(lines, line);) CHECK(display_width(line) <= 40);
}

TEST_CASE("cadences, limits and steps are said as the office says them", "[phrases]") {
  const auto said = [](std::string_view field, const char* text, Language language) {
    return phrases({{field, std::string(text)}}, language).front();
  };
  CHECK(said("cadence", "weekly:5", Language::zh) == "反馈周期 每周五");
  CHECK(said("cadence", "quarterly:20", Language::zh) == "反馈周期 每季末月 20 日");
  CHECK(said("cadence", "weekly:9", Language::en) == "feedback weekly:9");
  CHECK(said("limit", "3wd", Language::zh) == "期限 3 个工作日");
  CHECK(said("limit", "10d", Language::en) == "told as 10 days");
  CHECK(said("procedure", "expert risk", Language::zh) == "决策程序 专家论证、风险评估");
  CHECK(said("text", "第一行\n\x1b[2J", Language::zh) == "内容 第一行  [2J");
  CHECK(phrases({{"nothing", true}, {"progress", std::int64_t{40}}}, Language::zh) ==
        std::vector<std::string>{"零报告", "进度 40%"});
}

TEST_CASE("each kind of change has its phrase", "[phrases]") {
  const Change moved{Change::Kind::moved, "区住建局", {"completion"}, day(2022, 7, 31), {}, {}, day(2022, 6, 30)};
  const Change turned{Change::Kind::turned, "区住建局", {"completion"}, day(2022, 7, 31), {"late"}, {"overdue"}, {}};
  const Change gone{Change::Kind::gone, "区住建局", {"feedback"}, day(2022, 7, 25), {}, {}, {}};
  CHECK(phrase(moved, Language::zh) == "~ 区住建局 办结 2022-07-31 原为 2022-06-30");
  CHECK(plain(moved) == "~ 区住建局 completion 2022-07-31 ← 2022-06-30");
  CHECK(phrase(turned, Language::zh) == "~ 区住建局 办结 2022-07-31 逾期 → 逾期办结");
  CHECK(plain(turned) == "~ 区住建局 completion 2022-07-31 overdue → late");
  CHECK(phrase(gone, Language::en) == "- 区住建局 feedback 2022-07-25 void");
  CHECK(plain(gone) == "- 区住建局 feedback 2022-07-25 void");
  Change passed{Change::Kind::passed, "区工信局", {"part"}, day(2022, 3, 31), {"overdue"}, {}, {}};
  passed.heir = "区科技局";
  CHECK(phrase(passed, Language::zh) == "> 区工信局 协办任务 2022-03-31 逾期 移交 区科技局");
  CHECK(phrase(passed, Language::en) == "> 区工信局 part 2022-03-31 overdue passes to 区科技局");
  CHECK(plain(passed) == "> 区工信局 part 2022-03-31 overdue → 区科技局");
}

TEST_CASE("three or more changes that differ in the day alone are told together", "[phrases]") {
  const auto missed = [](unsigned month, const char* unit) {
    return Change{Change::Kind::turned, unit, {"feedback"}, day(2022, month, 25), {"missed"}, {"overdue"}, {}};
  };
  const auto told = [](const Changes& changes) {
    std::vector<std::string> lines;
    for (const auto& each : phrases_of_changes(changes, Language::zh)) lines.push_back(each.text);
    return lines;
  };
  using Lines = std::vector<std::string>;
  CHECK(told({}).empty());
  CHECK(told({missed(1, "甲"), missed(2, "甲"), missed(1, "乙")}) == Lines{"~ 甲 反馈 2022-01-25 逾期 → 未办",
                                                                           "~ 甲 反馈 2022-02-25 逾期 → 未办",
                                                                           "~ 乙 反馈 2022-01-25 逾期 → 未办"});
  CHECK(told({missed(1, "甲"), missed(2, "甲"), missed(3, "甲"), missed(3, "乙")}) ==
        Lines{"~ 甲 反馈 2022-01-25 至 2022-03-25 共 3 项 逾期 → 未办", "~ 乙 反馈 2022-03-25 逾期 → 未办"});
  // What moved is told one by one, since each moved from a day of its own.
  const Change moved{Change::Kind::moved, "甲", {"part"}, day(2022, 7, 31), {}, {}, day(2022, 6, 30)};
  CHECK(told({moved, moved, moved}).size() == 3);
}

}  // namespace
}  // namespace ducha::tools
