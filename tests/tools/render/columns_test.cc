#include "tools/render/columns.h"

#include <algorithm>

#include "tests/catch.h"
#include "tests/tools/render/sample.h"
#include "tools/render/width.h"

namespace ducha::tools {
namespace {

using namespace sample;

// Two duties, one of which was moved and is provisional.
Report moved() {
  return report({{.name = "docket", .zh = "编号", .en = "Docket"},
                 {.name = "title", .zh = "事项", .en = "Title", .weight = 1, .least = 24},
                 {.name = "unit", .zh = "代码", .en = "Unit", .leaves = reports::machines_only},
                 {.name = "due", .zh = "时限", .en = "Due"},
                 {.name = "originalDue", .zh = "原时限", .en = "Original due", .leaves = 2, .beside = "due"},
                 {.name = "days", .zh = "天数", .en = "Days", .align = Align::right},
                 {.name = "light", .zh = "灯", .en = "Light", .leaves = 1, .beside = "days", .total = Total::count},
                 {.name = "returns", .zh = "退回", .en = "Returns", .leaves = 3},
                 {.name = "provisional", .zh = "暂定", .en = "Provisional", .beside = "due"}},
                {{"2022-001", "修复城北桥并恢复两侧绿化", "QZJJ", day(2022, 6, 30), day(2022, 6, 30), std::int64_t{1},
                  Word{"red"}, std::int64_t{0}, false},
                 {"2022-014", "老旧小区加装电梯", "QFGW", day(2023, 1, 31), day(2022, 6, 1), std::int64_t{0},
                  Word{"yellow"}, std::int64_t{0}, true}});
}

std::string table(std::size_t width, bool colour = false) {
  const auto text = rendered(moved(), Format::text, {.width = width, .colour = colour});
  return text.substr(0, text.find("\n\n", text.find("\n\n") + 2) + 1);
}

TEST_CASE("where there is room, every column that says something is shown", "[columns]") {
  CHECK(table(100) == R"(逾期清单

编号      事项                      时限          原时限      天数  灯
--------  ------------------------  ------------  ----------  ----  --
2022-001  修复城北桥并恢复两侧绿化  2022-06-30                   1  红
2022-014  老旧小区加装电梯          2023-01-31*   2022-06-01     0  黄
* 暂定：计算时限所经年份尚无日历，按周一至周五计
)");
}

TEST_CASE("columns leave in their order, and a sign or a colour speaks for them", "[columns]") {
  CHECK(table(60) == R"(逾期清单

编号      事项                      时限          天数  灯
--------  ------------------------  ------------  ----  --
2022-001  修复城北桥并恢复两侧绿化  2022-06-30       1  红
2022-014  老旧小区加装电梯          2023-01-31^*     0  黄
* 暂定：计算时限所经年份尚无日历，按周一至周五计
^ 改过期：原时限见更宽的屏幕或 --format csv
)");
  const auto narrow = table(43, true);
  CHECK(narrow.find("灯") == std::string::npos);
  CHECK(narrow.find("\x1b[31m1\x1b[0m\n") != std::string::npos);
  CHECK(narrow.find("\x1b[33m0\x1b[0m\n") != std::string::npos);
}

TEST_CASE("no table is wider than its line, and each wider line shows at least as many columns", "[columns]") {
  const auto whole = moved();
  std::size_t before = 0;
  for (std::size_t width = 38; width <= 120; ++width) {
    INFO(width);
    const Look look{.width = width};
    const auto choice = choose_columns(whole, look);
    REQUIRE(choice);
    std::size_t used = column_gap * (choice->columns.size() - 1);
    for (const auto each : choice->widths) used += each;
    CHECK(used <= width);
    CHECK(choice->columns.size() >= before);
    before = choice->columns.size();
  }
}

TEST_CASE("machines are given every column", "[columns]") {
  const auto csv = rendered(moved(), Format::csv, {.language = Language::en});
  CHECK(csv.find("docket,title,unit,due,originalDue,days,light,returns,provisional\r\n") != std::string::npos);
  CHECK(rendered(moved(), Format::json).find("\"originalDue\":\"2022-06-30\"") != std::string::npos);
  CHECK(rendered(moved(), Format::md).find("QFGW") != std::string::npos);
}

}  // namespace
}  // namespace ducha::tools
