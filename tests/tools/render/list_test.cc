#include "tests/catch.h"
#include "tests/tools/render/sample.h"

namespace ducha::tools {
namespace {

using namespace sample;

Report findings() {
  auto report = sample::report(
      {{.name = "kind", .zh = "问题", .en = "Kind", .total = Total::count},
       {.name = "docket", .zh = "编号", .en = "Docket"},
       {.name = "finding", .zh = "情况", .en = "Finding", .weight = 2},
       {.name = "remedy", .zh = "办法", .en = "What to do", .weight = 1}},
      {{Word{"red"}, "2022-001", std::string("没有时限"), std::string("写明时限")},
       {Word{"blue"}, Cell(), std::string("一二三四五六七八九十，一二三四五六七八九十"), std::string("无")}});
  report.shape = reports::Shape::list;
  return report;
}

std::string rows_of(const std::string& text) {
  const auto begin = text.find("\n\n") + 2;
  return text.substr(begin, text.rfind("\n\n") + 1 - begin);
}

TEST_CASE("in a list what is short stands on one line and sentences below it, broken and never cut", "[list]") {
  CHECK(rows_of(rendered(findings(), Format::text, {.language = Language::zh, .width = 24})) ==
        "红  2022-001\n"
        "  没有时限\n"
        "  写明时限\n"
        "\n"
        "蓝\n"
        "  一二三四五六七八九十，\n"
        "  一二三四五六七八九十\n"
        "  无\n");
}

TEST_CASE("a list without rows says that there is nothing", "[list]") {
  auto report = findings();
  report.rows.clear();
  CHECK(rows_of(rendered(report, Format::text, {.language = Language::en})) == "Nothing to report.\n");
}

}  // namespace
}  // namespace ducha::tools
