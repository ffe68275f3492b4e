#include "tools/render/json.h"

#include <nlohmann/json.hpp>

#include "tests/catch.h"
#include "tests/tools/render/sample.h"

namespace ducha::tools {
namespace {

using namespace sample;

// What a table of one cell says its cell is.
std::string member_of(Cell cell) {
  const auto text = rendered(of_one(std::move(cell)), Format::json);
  const std::string before = "\"rows\":[{\"cell\":";
  const std::string after = "}]}\n";
  const auto at = text.find(before);
  REQUIRE(at != std::string::npos);
  REQUIRE(text.ends_with(after));
  return text.substr(at + before.size(), text.size() - at - before.size() - after.size());
}

TEST_CASE("a report is one object on one line, its members in the contract's order", "[json]") {
  auto standing = overdue();
  standing.name = "standing";
  standing.asked = {{"from", day(2022, 1, 1)}, {"to", day(2022, 6, 30)}};
  CHECK(rendered(standing, Format::json) ==
        "{\"report\":\"standing\",\"from\":\"2022-01-01\",\"to\":\"2022-06-30\",\"on\":\"2022-07-01\","
        "\"head\":{\"seq\":412,\"digest\":\"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\"},"
        "\"rules\":\"gulou-2022\",\"calendar\":[\"2021@gov-1\",\"2022@gov-1\"],"
        "\"rows\":[{\"docket\":\"2022-001\",\"title\":\"修复城北桥并恢复两侧绿化\",\"days\":12,\"light\":\"red\"},"
        "{\"docket\":\"2022-014\",\"title\":\"老旧小区加装电梯\",\"days\":1,\"light\":\"yellow\"}]}\n");
}

TEST_CASE("every kind of cell has its form", "[json]") {
  CHECK(member_of({}) == "null");
  CHECK(member_of("") == "\"\"");
  CHECK(member_of(Word{"on_time"}) == "\"on_time\"");
  CHECK(member_of(std::int64_t{-3}) == "-3");
  CHECK(member_of(false) == "false");
  CHECK(member_of(day(2022, 6, 30)) == "\"2022-06-30\"");
  CHECK(member_of(Decimal{93'500}) == "93.5");
  CHECK(member_of(Decimal{100'000}) == "100");
  CHECK(member_of(Rate{3, 4}) == "0.75");
  CHECK(member_of(Counts{{"red", 2}, {"blue", 1}}) == R"({"blue":1,"red":2})");
  CHECK(member_of(Counts{}) == "{}");
  CHECK(member_of(Texts{"a", "b"}) == R"(["a","b"])");
  CHECK(member_of(Texts{}) == "[]");
}

TEST_CASE("quotation marks and control characters are escaped, other scripts are not", "[json]") {
  CHECK(member_of("他说\"好\"\\") == R"("他说\"好\"\\")");
  CHECK(member_of("一\n二\t\x01\x1f") == R"("一\n二\t\u0001\u001f")");
  CHECK(member_of(std::string("a\0b", 3)) == R"("a\u0000b")");
  CHECK(member_of("\U00020BB7") == "\"\U00020BB7\"");
}

TEST_CASE("bytes that are not UTF-8 never make invalid JSON", "[json]") {
  const std::string torn = "桥\xE6\xA1";
  auto broken = of_one(torn);
  broken.asked = {{"unit", torn}, {"units", Texts{torn}}};
  broken.footer.rules = "\xFF";
  broken.footer.calendar = {"\xC0\x80"};
  const auto text = rendered(broken, Format::json);
  CHECK(nlohmann::json::accept(text));
  CHECK(text.find("桥\uFFFD") != std::string::npos);
}

TEST_CASE("an empty report has no rows and all the rest", "[json]") {
  const auto text = rendered(report({{.name = "docket", .zh = "编号", .en = "Docket"}}, {}), Format::json);
  CHECK(text.ends_with(",\"rows\":[]}\n"));
  CHECK(nlohmann::json::accept(text));
}

}  // namespace
}  // namespace ducha::tools
