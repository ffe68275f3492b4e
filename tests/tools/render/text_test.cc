#include "tools/render/text.h"

#include <algorithm>

#include "tests/catch.h"
#include "tests/tools/render/sample.h"
#include "tools/render/width.h"

namespace ducha::tools {
namespace {

using namespace sample;

const std::string basis_zh = R"(
截至 2022-07-01  账本序号 412  规则 gulou-2022  日历 2021-2022@gov-1  共 2 行
sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
)";

std::size_t widest_line(const std::string& text) {
  std::istringstream lines(text);
  std::size_t widest = 0;
  for (std::string line; std::getline(lines, line);) widest = std::max(widest, display_width(line));
  return widest;
}

TEST_CASE("a table is aligned under Chinese heads and fits 80 columns", "[text]") {
  const auto text = rendered(overdue(), Format::text, {.width = 80});
  CHECK(text == R"(逾期清单

编号      事项                      逾期天数  灯
--------  ------------------------  --------  --
2022-001  修复城北桥并恢复两侧绿化        12  红
2022-014  老旧小区加装电梯                 1  黄
)" + basis_zh);
  CHECK(widest_line(text) <= 80);
}

TEST_CASE("English readers get English words", "[text]") {
  CHECK(rendered(overdue(), Format::text, {.language = Language::en}) == R"(Overdue duties

Docket    Title                     Days  Light
--------  ------------------------  ----  ------
2022-001  修复城北桥并恢复两侧绿化    12  red
2022-014  老旧小区加装电梯             1  yellow

as of 2022-07-01  head 412  rules gulou-2022  calendar 2021-2022@gov-1  2 rows
sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
)");
}

TEST_CASE("on a short line the title gives way and the rest does not", "[text]") {
  CHECK(rendered(overdue(), Format::text, {.width = 38}).starts_with(R"(逾期清单

编号      事项            逾期天数  灯
--------  --------------  --------  --
2022-001  修复城北桥并…         12  红
2022-014  老旧小区加装…          1  黄
)"));
}

TEST_CASE("on a line too short for a table each row becomes a record, and nothing is cut", "[text]") {
  CHECK(rendered(overdue(), Format::text, {.width = 29}).starts_with(R"(逾期清单

编号:     2022-001
事项:     修复城北桥并恢复两侧绿化
逾期天数: 12
灯:       红

编号:     2022-014
事项:     老旧小区加装电梯
逾期天数: 1
灯:       黄

截至 2022-07-01  账本序号 412
规则 gulou-2022
日历 2021-2022@gov-1  共 2 行
)"));
}

TEST_CASE("what was asked stands under the title", "[text]") {
  auto asked = overdue();
  asked.asked = {{"unit", "区住建局"}, {"within", "3wd"}};
  CHECK(rendered(asked, Format::text).starts_with("逾期清单\n单位 区住建局  临期 3wd\n\n编号"));
}

TEST_CASE("lights have their colour when it is wanted, and the columns stay where they are", "[text]") {
  const auto grey = overdue();
  const auto text = rendered(grey, Format::text, {.colour = true});
  CHECK(text.find("12  \x1b[31m红\x1b[0m\n") != std::string::npos);
  CHECK(text.find(" 1  \x1b[33m黄\x1b[0m\n") != std::string::npos);
  CHECK(rendered(grey, Format::text).find('\x1b') == std::string::npos);
}

TEST_CASE("a coloured light in the middle of a line is padded by what is seen", "[text]") {
  const auto middle =
      report({{.name = "light", .zh = "亮灯", .en = "Light"}, {.name = "unit", .zh = "单位", .en = "Unit"}},
             {{Word{"green"}, "QZJJ"}});
  CHECK(rendered(middle, Format::text, {.colour = true}).find("\x1b[32m绿\x1b[0m    QZJJ\n") != std::string::npos);
}

TEST_CASE("an empty report is a sentence, not an empty table", "[text]") {
  const auto empty = report({{.name = "docket", .zh = "编号", .en = "Docket"}}, {});
  CHECK(rendered(empty, Format::text).starts_with("逾期清单\n\n没有符合条件的记录。\n\n截至"));
  CHECK(rendered(empty, Format::text, {.language = Language::en}).find("Nothing to report.\n") != std::string::npos);
}

TEST_CASE("no text, wherever it stands, can give orders to the terminal", "[text]") {
  const std::string order = "\x1b]0;title\a\x1b[2J";
  auto hostile = of_one(order);
  hostile.asked = {{"unit", order}};
  hostile.rows.push_back({Texts{order}});
  hostile.rows.push_back({Counts{{order, 1}}});
  hostile.footer.rules = order;
  hostile.footer.calendar = {"2022@" + order, order};
  const auto format = GENERATE(Format::text, Format::md);
  const auto text = rendered(hostile, format, {.colour = true});
  for (const auto* part : {"\x1b]", "\x1b[2J", "\a"}) CHECK(text.find(part) == std::string::npos);
  CHECK(text.find("]0;title") != std::string::npos);
}

}  // namespace
}  // namespace ducha::tools
