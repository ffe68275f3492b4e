#include "tests/catch.h"
#include "tests/tools/render/sample.h"

namespace ducha::tools {
namespace {

using namespace sample;

// How often a text occurs in another.
std::size_t times(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++count;
  return count;
}

std::string page(const Report& report, Language language = Language::zh) {
  return rendered(report, Format::html, {.language = language});
}

// Units in two roles, with a picture of each role.
Report standing() {
  auto report = sample::report(
      {{.name = "name", .zh = "单位", .en = "Name", .weight = 2},
       {.name = "role", .zh = "角色", .en = "Role"},
       {.name = "on_time", .zh = "按期", .en = "On time", .align = Align::right, .total = Total::sum},
       {.name = "overdue", .zh = "逾期", .en = "Overdue", .align = Align::right, .total = Total::sum},
       {.name = "on_time_rate", .zh = "按期率", .en = "Rate", .align = Align::right, .total = Total::sum}},
      {{"区财政局", Word{"supporting"}, std::int64_t{1}, std::int64_t{2}, Rate{1, 3}},
       {"区住建局", Word{"lead"}, std::int64_t{5}, std::int64_t{0}, Rate{5, 5}}});
  report.plots = {{reports::Plot::Kind::stacked, "履责情况", "Standing", "name", {"on_time", "overdue"}, "role"}};
  return report;
}

TEST_CASE("a page is whole: it runs nothing and fetches nothing", "[html]") {
  auto report = standing();
  report.timeline = reports::Timeline{day(2022, 1, 1),
                                      day(2022, 7, 1),
                                      day(2022, 7, 1),
                                      {{"", {}, {}, {{day(2022, 3, 1), {"docketAssigned"}}}}},
                                      {day(2022, 6, 30)}};
  for (const auto language : {Language::zh, Language::en}) {
    const auto html = page(report, language);
    for (const auto* outside :
         {"<script", "src=", "href=", "url(", "@import", "http:", "https:", "<link", "<iframe", "onload"}) {
      INFO(outside);
      CHECK(html.find(outside) == std::string::npos);
    }
  }
}

TEST_CASE("what somebody typed stays text on a page, also in its pictures", "[html]") {
  const std::string typed = "<b>\"甲\" & '乙'</b><script>alert(1)</script>\xE2\x80\xAE";
  auto report = standing();
  put(report, 0, 0, typed);
  report.footer.rules = "</style><script>";
  const auto html = page(report);
  CHECK(html.find("<script") == std::string::npos);
  CHECK(html.find("<b>\"") == std::string::npos);
  CHECK(html.find("\xE2\x80\xAE") == std::string::npos);
  CHECK(times(html, "&lt;b&gt;&quot;甲&quot; &amp; &#39;乙&#39;&lt;/b&gt;") >= 2);
}

TEST_CASE("the name of a column cannot end the page's style", "[html]") {
  auto report = sample::report({{.name = "a", .zh = "</style>\"\\", .en = "A"}}, {{"一"}});
  const auto html = page(report);
  CHECK(times(html, "</style>") == 1);
}

TEST_CASE("a table says which cells are heads, and each picture what it shows", "[html]") {
  const auto html = page(standing());
  CHECK(times(html, "<th scope=\"col\"") == 5);
  CHECK(times(html, "<th scope=\"row\"") == 3);  // two units and the sums
  CHECK(times(html, "<caption>") == 1);
  CHECK(html.find("<html lang=\"zh-CN\">") != std::string::npos);
  CHECK(page(standing(), Language::en).find("<html lang=\"en\">") != std::string::npos);
  CHECK(times(html, "<svg ") == 2);
  CHECK(times(html, "role=\"img\" aria-label=\"履责情况：") == 2);
  CHECK(times(html, "<desc>") == 2);
}

TEST_CASE("pictures of units stand apart by role, the leads first", "[html]") {
  const auto html = page(standing());
  const auto lead = html.find("<figcaption>履责情况：牵头"), supporting = html.find("<figcaption>履责情况：协办");
  REQUIRE(lead != std::string::npos);
  REQUIRE(supporting != std::string::npos);
  CHECK(lead < supporting);
}

TEST_CASE("a day that did not change is not said twice, and a column that says nothing is left out", "[html]") {
  auto report = sample::report({{.name = "docket", .zh = "编号", .en = "Docket"},
                                {.name = "due", .zh = "时限", .en = "Due"},
                                {.name = "originalDue", .zh = "原时限", .en = "Original due", .beside = "due"},
                                {.name = "note", .zh = "备注", .en = "Note"}},
                               {{"1", day(2022, 5, 1), day(2022, 5, 1), Cell()}});
  CHECK(page(report).find("原时限") == std::string::npos);
  CHECK(page(report).find("备注") == std::string::npos);
  report.rows.push_back({"2", day(2022, 6, 1), day(2022, 5, 1), Cell()});
  CHECK(page(report).find("<th scope=\"col\">原时限</th>") != std::string::npos);
  CHECK(times(page(report), "2022-05-01") == 2);
}

TEST_CASE("a table with more columns than paper has room for is printed with those that matter most", "[html]") {
  std::vector<Column> columns;
  std::vector<Cell> row;
  for (std::uint8_t i = 0; i < 20; ++i) {
    columns.push_back({.name = "c", .zh = "栏", .en = "C", .leaves = i});
    row.emplace_back("字");
  }
  const auto html = page(sample::report(columns, {row}));
  CHECK(times(html, "{display:none}\n") >= 7);
  CHECK(html.find("纸面从略的栏：") != std::string::npos);
  CHECK(html.find("A4 landscape") != std::string::npos);
}

TEST_CASE("the same report is the same page", "[html]") {
  CHECK(page(standing()) == page(standing()));
  CHECK(page(overdue()) != page(standing()));
}

TEST_CASE("an empty report is a page with a sentence", "[html]") {
  auto report = overdue();
  report.rows.clear();
  CHECK(page(report).find("没有符合条件的记录。") != std::string::npos);
  CHECK(page(report).find("<table") == std::string::npos);
}

TEST_CASE("a report of several tables is a page with a heading each", "[html]") {
  auto report = overdue();
  report.parts = {standing(), overdue()};
  report.parts[0].zh = "第二张表";
  const auto html = page(report);
  CHECK(html.find("<h2>第二张表</h2>") != std::string::npos);
  CHECK(times(html, "<table id=") == 3);
}

}  // namespace
}  // namespace ducha::tools
