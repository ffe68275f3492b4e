#include "tools/import/register/columns.h"

#include <set>

#include "tests/catch.h"
#include "tools/import/headers.h"

using namespace ducha::tools;

namespace {

using Cells = std::vector<std::string>;

Headings read(const Cells& first, const Cells& second = {}) { return headings_of(first, second); }

}  // namespace

TEST_CASE("no word stands for two columns", "[register][columns]") {
  std::set<std::string> seen;
  for (std::size_t i = 0; i < column_count; ++i)
    for (const auto word : aliases_of(static_cast<Column>(i))) {
      INFO(word);
      CHECK(seen.insert(name_key(word)).second);
    }
}

TEST_CASE("a header is known with or without spaces, in either width, and with remarks around it",
          "[register][columns]") {
  for (const char* header :
       {"督查事项", "督 查 事 项", "督　查　事　项", "督查事项*", "督查事项(一事一行)", "2022年督查事项"})
    CHECK(column_named(header) == Column::title);
  CHECK(column_named("截至6月底进展情况") == Column::text);
  CHECK(column_named("完成率（%）") == Column::progress);
  CHECK(column_named("责任(配合)单位") == Column::supporting);
  CHECK(column_named("责任（配合）单位") == Column::supporting);
  CHECK_FALSE(column_named("天气"));
  CHECK_FALSE(column_named(""));
}

TEST_CASE("the unit that is responsible leads when it stands alone, and supports beside a lead",
          "[register][columns]") {
  const auto alone = read({"工作任务", "责任单位", "完成时限"});
  CHECK(alone.of(Column::lead) == 1U);
  const auto beside = read({"工作任务", "牵头单位", "责任单位"});
  CHECK(beside.of(Column::lead) == 1U);
  CHECK(beside.of(Column::supporting) == 2U);
  const auto reversed = read({"工作任务", "责任单位", "主办单位"});
  CHECK(reversed.of(Column::lead) == 2U);
  CHECK(reversed.of(Column::supporting) == 1U);
  const auto with_support = read({"工作任务", "责任单位", "配合单位"});
  CHECK(with_support.of(Column::lead) == 1U);
  CHECK(with_support.of(Column::supporting) == 2U);
}

TEST_CASE("a day of finishing is the due day, unless another column is", "[register][columns]") {
  CHECK(read({"工作任务", "责任单位", "完成时间"}).of(Column::due) == 2U);
  const auto both = read({"工作任务", "责任单位", "完成时限", "完成时间"});
  CHECK(both.of(Column::due) == 2U);
  CHECK(both.of(Column::done_on) == 3U);
}

TEST_CASE("a header of two lines is read column by column", "[register][columns]") {
  const Cells first{"序号", "督查事项", "责任单位", "", "完成时限", "联系人", ""};
  const Cells second{"", "", "牵头", "配合", "", "姓名", "电话"};
  REQUIRE(second_line(first, second));
  const auto headings = read(first, second);
  CHECK(headings.of(Column::title) == 1U);
  CHECK(headings.of(Column::lead) == 2U);
  CHECK(headings.of(Column::supporting) == 3U);
  CHECK(headings.of(Column::due) == 4U);
  CHECK(headings.columns[3].written == "责任单位/配合");
  CHECK(headings.columns[6].means == Column::person);
  CHECK_FALSE(second_line(first, Cells{"1", "修复大桥", "区住建局", "区财政局", "6月底前"}));
  CHECK_FALSE(second_line(first, Cells{"一、城市更新"}));
}

TEST_CASE("what repeats a column is kept out, except where several are read as one", "[register][columns]") {
  const auto headings = read({"工作任务", "主要内容", "责任单位", "协办单位", "参与单位", "状态", "是否办结"});
  CHECK(headings.of(Column::title) == 0U);
  CHECK(headings.columns[1].means == Column::requirement);
  CHECK(headings.columns[4].means == Column::supporting);
  CHECK_FALSE(headings.columns[6].means);
  CHECK(headings.columns[6].doubles == Column::status);
  CHECK(read({"目标任务", "责任单位", "时限"}).of(Column::title) == 0U);
}
