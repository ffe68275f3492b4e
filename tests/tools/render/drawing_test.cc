#include "tools/render/drawing.h"

#include <cmath>
#include <map>

#include "tests/catch.h"
#include "tests/tools/render/sample.h"
#include "tools/render/svg.h"

namespace ducha::tools {
namespace {

using namespace sample;
using reports::Plot;

Report months() {
  auto report = sample::report({{.name = "month", .zh = "月份", .en = "Month"},
                                {.name = "on_time_rate", .zh = "按期率", .en = "Rate", .align = Align::right},
                                {.name = "light", .zh = "亮灯", .en = "Light"},
                                {.name = "dockets", .zh = "件数", .en = "Dockets", .align = Align::right}},
                               {{"2022-01", Rate{1, 2}, Word{"green"}, std::int64_t{3}},
                                {"2022-02", Cell(), Word{"red"}, std::int64_t{4}},
                                {"2022-03", Rate{3, 3}, Word{"green"}, std::int64_t{5}}});
  return report;
}

std::string drawn(const Drawing& drawing) {
  std::ostringstream out;
  put_drawing(drawing, Language::zh, out);
  return std::move(out).str();
}

TEST_CASE("a line has a gap where a month has no number, and rates are percentages", "[drawing]") {
  auto report = months();
  report.plots = {{Plot::Kind::lines, "按期率", "Rate", "month", {"on_time_rate"}}};
  const auto all = drawings(report, Language::zh);
  REQUIRE(all.size() == 1);
  CHECK(all[0].rates);
  CHECK(all[0].along == std::vector<std::string>{"2022-01", "2022-02", "2022-03"});
  CHECK(all[0].series[0].values == std::vector<std::optional<double>>{0.5, std::nullopt, 1.0});
  const auto svg = drawn(all[0]);
  CHECK(svg.find(">50.0%<") != std::string::npos);
  CHECK(svg.find("<path d=\"M72 ") != std::string::npos);
  CHECK(svg.find('L') == std::string::npos);
}

TEST_CASE("shares count the words of a column, or what another column says of each", "[drawing]") {
  auto report = months();
  report.plots = {{Plot::Kind::shares, "亮灯", "Lights", {}, {"light"}},
                  {Plot::Kind::shares, "亮灯", "Lights", {}, {"light", "dockets"}}};
  const auto all = drawings(report, Language::zh);
  REQUIRE(all.size() == 2);
  REQUIRE(all[0].series.size() == 2);
  CHECK(all[0].series[0].name == "红");
  CHECK(all[0].series[1].values[0] == 2.0);
  // In the order of the table, which is not that of the words.
  CHECK(all[1].series[0].values[0] == 8.0);
  CHECK(all[1].series[1].values[0] == 4.0);
  CHECK(all[1].told(Language::zh) == "亮灯：绿 8、红 4");
}

TEST_CASE("a picture of columns that are not there, or of no rows, is none", "[drawing]") {
  auto report = months();
  report.plots = {{Plot::Kind::stacked, "无", "None", "month", {"nothing"}}};
  CHECK(drawings(report, Language::zh).empty());
  report.plots = {{Plot::Kind::stacked, "有", "Some", "month", {"dockets"}}};
  CHECK(drawings(report, Language::zh).size() == 1);
  report.rows.clear();
  CHECK(drawings(report, Language::zh).empty());
}

TEST_CASE("more bars than a sheet has room for are drawn in pieces of one scale, and none is lost", "[drawing]") {
  auto report = sample::report({{.name = "name", .zh = "单位", .en = "Name"},
                                {.name = "owed", .zh = "应办", .en = "Owed", .align = Align::right}},
                               {});
  for (int i = 0; i < 101; ++i) report.rows.push_back({"单位" + std::to_string(i), std::int64_t{i}});
  report.plots = {{Plot::Kind::stacked, "履责", "Standing", "name", {"owed"}}};
  const auto drawing = drawings(report, Language::zh).at(0);
  const auto all = pieces(drawing, Language::zh);
  REQUIRE(all.size() == 3);
  CHECK(all.front().begin == 0);
  CHECK(all.back().end == 101);
  for (std::size_t i = 1; i < all.size(); ++i) CHECK(all[i].begin == all[i - 1].end);
  CHECK(all[1].caption == "履责（2/3）");
  const auto svg = drawn(drawing);
  for (int i = 0; i < 101; ++i) CHECK(svg.find(">单位" + std::to_string(i) + "<") != std::string::npos);
  // Every piece has the scale of the longest bar of all.
  std::size_t scales = 0;
  for (auto at = svg.find(">100</text>"); at != std::string::npos; at = svg.find(">100</text>", at + 1)) ++scales;
  CHECK(scales == 4);  // on three scales, and at the end of the longest bar
}

TEST_CASE("names of bars with quotes keep room: Chinese type sets those as wide as characters", "[drawing]") {
  CHECK(text_width("“从0到1”") > text_width("从零到一"));
  auto report = sample::report({{.name = "title", .zh = "事项", .en = "Title"},
                                {.name = "age", .zh = "天数", .en = "Days", .align = Align::right}},
                               {{"“甲”“乙”“丙”“丁”“戊”“己”“庚”“辛”“壬”“癸”“子”“丑”“寅”“卯”", std::int64_t{9}}});
  report.plots = {{Plot::Kind::stacked, "未结天数", "Days", "title", {"age"}}};
  const auto svg = drawn(drawings(report, Language::zh).at(0));
  CHECK(svg.find("…</text>") != std::string::npos);
}

TEST_CASE("a bar is as long as what it stands for", "[drawing]") {
  auto report = months();
  report.plots = {{Plot::Kind::stacked, "件数", "Dockets", "month", {"dockets"}}};
  const auto svg = drawn(drawings(report, Language::zh).at(0));
  // 5 fills the room from the labels to the sums; 3 and 4 are in proportion.
  std::vector<double> widths;
  for (auto at = svg.find("height=\"18\""); at != std::string::npos; at = svg.find("height=\"18\"", at + 1)) {
    const auto from = svg.rfind("width=\"", at) + 7;
    widths.push_back(std::stod(svg.substr(from)));
  }
  REQUIRE(widths.size() == 3);
  CHECK(std::abs(widths[0] / widths[2] - 0.6) < 0.001);
  CHECK(std::abs(widths[1] / widths[2] - 0.8) < 0.001);
}

TEST_CASE("text on every colour can be read: contrast is at least 4.5 to 1", "[drawing]") {
  const auto luminance = [](std::uint32_t rgb) {
    double sum = 0;
    const double weights[] = {0.2126, 0.7152, 0.0722};
    for (int i = 0; i < 3; ++i) {
      const double part = ((rgb >> (16 - 8 * i)) & 0xff) / 255.0;
      sum += weights[i] * (part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4));
    }
    return sum;
  };
  const auto contrast = [&](std::uint32_t a, std::uint32_t b) {
    const double x = luminance(a), y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
  };
  for (std::size_t i = 0; i < 8; ++i) {
    const auto paint = paint_of(i);
    INFO(css_colour(paint.fill));
    CHECK(contrast(paint.fill, paint.ink) >= 4.5);
    CHECK(contrast(paint.wash, 0x000000) >= 7);
  }
}

TEST_CASE("of a long table, whose rows are made one by one, each bar is its own row's", "[drawing]") {
  constexpr std::size_t size = 5 * reports::Rows::held;
  auto report = sample::report({{.name = "unit", .zh = "单位", .en = "Unit"},
                                {.name = "late", .zh = "逾期", .en = "Late"},
                                {.name = "light", .zh = "亮灯", .en = "Light"}},
                               {});
  report.rows = reports::Rows(size, [](std::size_t i) {
    return reports::Rows::Row{"单位" + std::to_string(i), static_cast<std::int64_t>(i),
                              Word{i % 4 == 0 ? "red" : "green"}};
  });
  report.plots = {{Plot::Kind::stacked, "逾期", "Late", "unit", {"late"}},
                  {Plot::Kind::shares, "亮灯", "Lights", {}, {"light"}}};
  const auto all = drawings(report, Language::zh);
  REQUIRE(all.size() == 2);
  REQUIRE(all[0].along.size() == size);
  for (const std::size_t i : {std::size_t{0}, std::size_t{7}, size / 2, size - 1}) {
    CHECK(all[0].along[i] == "单位" + std::to_string(i));
    CHECK(all[0].series[0].values[i] == static_cast<double>(i));
  }
  std::map<std::string, double> lights;
  for (const auto& series : all[1].series) lights[series.name] = series.values[0].value_or(0);
  CHECK(lights == std::map<std::string, double>{{"红", size / 4.0}, {"绿", size * 3 / 4.0}});
}

}  // namespace
}  // namespace ducha::tools
