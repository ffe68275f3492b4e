#include "tools/render/totals.h"

#include "tests/catch.h"
#include "tests/tools/render/sample.h"

namespace ducha::tools {
namespace {

using namespace sample;
using Lines = std::vector<std::string>;

Report standing() {
  return report({{.name = "name", .zh = "单位", .en = "Name", .weight = 1},
                 {.name = "role", .zh = "角色", .en = "Role", .total = Total::count},
                 {.name = "owed", .zh = "应办", .en = "Owed", .align = Align::right, .total = Total::sum},
                 {.name = "rate", .zh = "按期率", .en = "Rate", .align = Align::right, .total = Total::sum},
                 {.name = "score", .zh = "得分", .en = "Score", .align = Align::right}},
                {{"区住建局", Word{"lead"}, std::int64_t{9}, Rate{6, 8}, Decimal{93'500}},
                 {"区财政局", Word{"supporting"}, std::int64_t{3}, Cell{}, Decimal{100'000}},
                 {"区民政局", Word{"lead"}, std::int64_t{4}, Rate{1, 2}, Cell{}}});
}

TEST_CASE("what adds up is added, a rate over all that was settled, the rest is left open", "[totals]") {
  CHECK(sums(standing()) == std::vector<Cell>{Cell{}, Cell{}, std::int64_t{16}, Rate{7, 10}, Cell{}});
}

TEST_CASE("one row needs no sum, nor does a table where nothing adds up", "[totals]") {
  auto one = standing();
  one.rows = {one.rows.front()};
  CHECK(sums(one).empty());
  CHECK(sums(overdue()).empty());
}

TEST_CASE("words are counted in the order of the vocabulary", "[totals]") {
  CHECK(counts(standing(), Language::zh) == Lines{"角色：牵头 2、协办 1"});
  CHECK(counts(standing(), Language::en) == Lines{"Role: lead 2, supporting 1"});
  CHECK(counts(report({}, {}), Language::zh).empty());
}

TEST_CASE("the sums stand under the table", "[totals]") {
  CHECK(rendered(standing(), Format::text).find(R"(
--------  ----  ----  ------  ----
合计              16   70.0%

角色：牵头 2、协办 1
截至)") != std::string::npos);
  CHECK(rendered(standing(), Format::md).find("| **合计** |  | 16 | 70.0% |  |\n\n角色：") != std::string::npos);
}

}  // namespace
}  // namespace ducha::tools
