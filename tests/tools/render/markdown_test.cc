#include "tools/render/markdown.h"

#include "tests/catch.h"
#include "tests/tools/render/sample.h"

namespace ducha::tools {
namespace {

using namespace sample;

TEST_CASE("a report is a heading, a table as GitHub draws it, and its basis", "[markdown]") {
  auto asked = overdue();
  asked.asked = {{"unit", "区住建局"}, {"within", "3wd"}};
  CHECK(rendered(asked, Format::md) == R"(## 逾期清单

单位 区住建局，临期 3wd

| 编号 | 事项 | 逾期天数 | 灯 |
| --- | --- | ---: | --- |
| 2022-001 | 修复城北桥并恢复两侧绿化 | 12 | 红 |
| 2022-014 | 老旧小区加装电梯 | 1 | 黄 |

截至 2022-07-01，账本序号 412，规则 gulou-2022，日历 2021-2022@gov-1，共 2 行

`sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08`
)");
}

TEST_CASE("text stays text: it neither ends the cell nor becomes markup", "[markdown]") {
  CHECK(rendered(of_one("a|b\nc <script> *x* [y](z)"), Format::md)
            .find("| a\\|b c \\<script\\> \\*x\\* \\[y\\](z) |\n") != std::string::npos);
}

TEST_CASE("an empty report in Markdown is a sentence", "[markdown]") {
  const auto text = rendered(report({{.name = "docket", .zh = "编号", .en = "Docket"}}, {}), Format::md);
  CHECK(text.starts_with("## 逾期清单\n\n没有符合条件的记录。\n\n截至 2022-07-01，"));
}

}  // namespace
}  // namespace ducha::tools
