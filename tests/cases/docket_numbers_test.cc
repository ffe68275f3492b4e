// 编号: an opened docket that has none gets the next of its year.

#include <map>

#include <nlohmann/json.hpp>

#include "tests/cases/program.h"
#include "tests/catch.h"

namespace ducha::cases {
namespace {

using Json = nlohmann::json;

std::string open(const std::string& on, const std::string& title, const std::string& docket = {}) {
  return R"({"do":"open","on":")" + on + R"(","title":")" + title + R"(","decision":"常2022-1")" +
         (docket.empty() ? "" : R"(,"docket":")" + docket + "\"") + "}\n";
}

// Title → number, as the register has them.
std::map<std::string, std::string> numbers(const Desk& desk) {
  std::map<std::string, std::string> all;
  const auto report = Json::parse(desk.run("report cards --format json").out);
  for (const auto& row : report.at("rows"))
    all[row.at("title").get<std::string>()] = row.at("docket").get<std::string>();
  return all;
}

TEST_CASE("numbers are given year by year, in the order of opening, after the greatest there is", "[numbers]") {
  const Desk desk;
  REQUIRE(desk.run("init").exit == 0);
  desk.write("a.jsonl", beginning);  // opens 2022-001
  REQUIRE(desk.run("import a.jsonl").exit == 0);
  desk.write("b.jsonl", open("2022-12-30", "乙") + open("2022-12-31", "丙") + open("2023-01-01", "丁") +
                            open("2022-12-31", "戊") + open("2023-01-02", "己"));
  const auto imported = desk.run("import b.jsonl");
  INFO(imported.remarks);
  REQUIRE(imported.exit == 0);
  using Numbers = std::map<std::string, std::string>;
  const Numbers given{{"老旧小区改造", "2022-001"}, {"乙", "2022-002"}, {"丙", "2022-003"},
                      {"戊", "2022-004"},           {"丁", "2023-001"}, {"己", "2023-002"}};
  CHECK(numbers(desk) == given);

  SECTION("the same file again opens nothing") {
    CHECK(desk.run("import b.jsonl").exit == 0);
    CHECK(numbers(desk) == given);
  }
  SECTION("a later file goes on, also where years have passed since") {
    desk.write("c.jsonl", open("2022-12-31", "庚") + open("2024-02-29", "辛"));
    REQUIRE(desk.run("import c.jsonl").exit == 0);
    CHECK(numbers(desk).at("庚") == "2022-005");
    CHECK(numbers(desk).at("辛") == "2024-001");
  }
  SECTION("a number given by hand is not given again, other numbers of the year do not count") {
    desk.write("c.jsonl", open("2022-12-31", "庚", "2022-017") + open("2022-12-31", "辛", "2022-督-99") +
                              open("2022-12-31", "壬", "99") + open("2022-12-31", "癸"));
    REQUIRE(desk.run("import c.jsonl").exit == 0);
    CHECK(numbers(desk).at("癸") == "2022-018");
  }
}

TEST_CASE("after 999 the numbers go on with four digits", "[numbers]") {
  const Desk desk;
  REQUIRE(desk.run("init").exit == 0);
  desk.write("a.jsonl", std::string(beginning) + open("2022-02-01", "末", "2022-999") + open("2022-02-02", "千") +
                            open("2022-02-03", "千零一"));
  REQUIRE(desk.run("import a.jsonl").exit == 0);
  CHECK(numbers(desk).at("千") == "2022-1000");
  CHECK(desk.run("record open on=2022-02-04 title=千零二 decision=常2022-1").exit == 0);
  CHECK(numbers(desk).at("千零一") == "2022-1001");
  CHECK(numbers(desk).at("千零二") == "2022-1002");
}

TEST_CASE("a docket of last year stays in the register, and keeps its number", "[numbers]") {
  const Desk desk;
  REQUIRE(desk.run("init").exit == 0);
  desk.write("a.jsonl", std::string(beginning) + open("2023-01-03", "新"));
  REQUIRE(desk.run("import a.jsonl").exit == 0);
  for (const std::string on : {"2023-01-01", "2024-01-01", "2029-12-31"}) {
    const auto cards = Json::parse(desk.run("report cards --format json --on " + on).out).at("rows");
    REQUIRE_FALSE(cards.empty());
    CHECK(cards.at(0).at("docket") == "2022-001");
    CHECK(cards.at(0).at("opened") == "2022-01-10");
  }
}

}  // namespace
}  // namespace ducha::cases
