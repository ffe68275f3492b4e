// A report of several tables, with notes: nothing of it is lost in any format.

#include <nlohmann/json.hpp>

#include "tests/catch.h"
#include "tests/tools/render/sample.h"
#include "tools/render/totals.h"

namespace ducha::tools {
namespace {

using namespace sample;

Report bulletin() {
  auto whole =
      report({{.name = "class", .zh = "类别", .en = "Class", .weight = 1},
              {.name = "dockets", .zh = "件数", .en = "Dockets", .align = Align::right, .total = Total::sum},
              {.name = "share", .zh = "占比", .en = "Share", .align = Align::right, .total = Total::share}},
             {{Word{"on_time"}, std::int64_t{2}, Rate{667, 1000}}, {Word{"late"}, std::int64_t{1}, Rate{333, 1000}}});
  auto praise = reports::part("praise", "表扬", "Praise");
  praise.columns = {{.name = "unit", .zh = "单位", .en = "Unit"},
                    {.name = "dockets", .zh = "件数", .en = "Dockets", .align = Align::right}};
  praise.rows = {{"区住建局", std::int64_t{7}}};
  whole.parts = {std::move(praise), reports::part("laggards", "逾期", "Laggards")};
  whole.notes = {{"small", "件数较少。", "Few dockets."}};
  return whole;
}

TEST_CASE("further tables follow with their titles, notes stand above the basis", "[parts]") {
  CHECK(rendered(bulletin(), Format::text) == R"(逾期清单

类别      件数    占比
--------  ----  ------
按期         2   66.7%
逾期办结     1   33.3%
--------  ----  ------
合计         3  100.0%

表扬
单位      件数
--------  ----
区住建局     7

逾期
没有符合条件的记录。

件数较少。
截至 2022-07-01  账本序号 412  规则 gulou-2022  日历 2021-2022@gov-1  共 3 行
sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
)");
}

TEST_CASE("programs find notes by their names and each table as a member", "[parts]") {
  const auto json = nlohmann::json::parse(rendered(bulletin(), Format::json));
  CHECK(json.at("notes") == nlohmann::json::array({"small"}));
  CHECK(json.at("rows").size() == 2);
  CHECK(json.at("praise") == nlohmann::json::parse(R"([{"unit":"区住建局","dockets":7}])"));
  CHECK(json.at("laggards").empty());
  CHECK_FALSE(nlohmann::json::parse(rendered(overdue(), Format::json)).contains("notes"));
}

TEST_CASE("a spreadsheet has one head for all tables, the first column telling them apart", "[parts]") {
  CHECK(rendered(bulletin(), Format::csv, {.language = Language::en}) ==
        "\xEF\xBB\xBFpart,class,dockets,share,unit\r\n"
        "overdue,on_time,2,0.667,\r\n"
        "overdue,late,1,0.333,\r\n"
        "praise,,7,,区住建局\r\n");
}

TEST_CASE("in Markdown every table has its heading", "[parts]") {
  const auto text = rendered(bulletin(), Format::md, {.language = Language::en});
  CHECK(text.find("\n### Praise\n\n| Unit | Dockets |\n| --- | ---: |\n| 区住建局 | 7 |\n") != std::string::npos);
  CHECK(text.find("\n### Laggards\n\nNothing to report.\n\nFew dockets.\n\nas of ") != std::string::npos);
}

TEST_CASE("shares of one whole add up to all of it, rates to the rate of all", "[parts]") {
  CHECK(sums(bulletin()) == std::vector<Cell>{Cell{}, std::int64_t{3}, Rate{1000, 1000}});
}

}  // namespace
}  // namespace ducha::tools
