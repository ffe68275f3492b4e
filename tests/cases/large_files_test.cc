// Files beyond what is kept at hand: more dockets than the clerk holds folded, and the very same file once more.

#include <nlohmann/json.hpp>

#include "tests/cases/program.h"
#include "tests/catch.h"

using namespace ducha::cases;

namespace {

std::string number(std::size_t i) { return "D" + std::to_string(i); }

// Opened and assigned one after the other, and only then accepted: by then the first ones have been let go.
std::string many_dockets(std::size_t dockets) {
  std::string lines;
  for (std::size_t i = 0; i < dockets; ++i) {
    lines += R"({"do":"open","id":"o)" + number(i) + R"(","docket":")" + number(i) +
             R"(","on":"2022-02-01","title":"事项","decision":"常2022-1"})"
             "\n";
    lines += R"({"do":"assign","id":"a)" + number(i) + R"(","docket":")" + number(i) +
             R"(","on":"2022-02-02","lead":"QZJJ","due":"2022-06-30"})"
             "\n";
  }
  for (std::size_t i = 0; i < dockets; i += 97)
    lines += R"({"do":"accept","id":"c)" + number(i) + R"(","docket":")" + number(i) +
             R"(","on":"2022-02-03","unit":"QZJJ"})"
             "\n";
  return lines;
}

nlohmann::json told(const Ran& ran) { return nlohmann::json::parse(ran.out); }

}  // namespace

TEST_CASE("of more dockets than are kept at hand each is taken as if it had been", "[import][large]") {
  constexpr std::size_t dockets = 21'000;
  const Desk desk;
  import_beginning(desk);
  desk.write("many.jsonl", many_dockets(dockets));
  const auto imported = desk.run("import many.jsonl --json");
  REQUIRE(imported.exit == 0);
  CHECK(told(imported)["recorded"] == 2 * dockets + (dockets + 96) / 97);

  // The rows are those that the entries give, and nothing of the work is left behind.
  CHECK(desk.run("verify").exit == 0);
  for (const auto& file : std::filesystem::directory_iterator(desk.path("L")))
    CHECK(file.path().filename().string().find("aside") == std::string::npos);
  const auto rows = told(desk.run("report overdue --on 2022-02-10 --format json"))["rows"];
  CHECK(rows.size() >= dockets - (dockets + 96) / 97);

  // A refused line further on: nothing of the file is recorded, however much of it had been laid aside.
  desk.write("more.jsonl", R"({"do":"accept","id":"x1","docket":"D1","on":"2022-02-04","unit":"QZJJ"})"
                           "\n"
                           R"({"do":"accept","id":"x2","docket":"D2","on":"2022-02-04","unit":"QCZJ"})"
                           "\n");
  CHECK(desk.run("import more.jsonl").exit == 1);
  CHECK(desk.run("import more.jsonl --on-error skip --json").out.find(R"("recorded":1)") != std::string::npos);
}

TEST_CASE("the very same file once more adds nothing and is counted line by line", "[import]") {
  const Desk desk;
  import_beginning(desk);
  const auto head = [&] { return told(desk.run("report overdue --on 2022-02-10 --format json"))["head"]; };
  const auto before = head();
  const auto again = told(desk.run("import a.jsonl --json"));
  CHECK(again["recorded"] == 0);
  CHECK(again["repeated"] == 9);
  CHECK(again["refused"] == 0);
  CHECK(head() == before);

  SECTION("a line that was corrected since is told of") {
    REQUIRE(desk.run("correct entry=f1 reason=误报 on=2022-02-01").exit == 0);
    const auto ran = desk.run("import a.jsonl");
    CHECK(ran.exit == 0);
    CHECK(ran.out.find("repeated 9") != std::string::npos);
    CHECK(ran.remarks.find("1 were recorded before and corrected since") != std::string::npos);
  }
  SECTION("the same lines in another file are told one by one, and what is new is recorded") {
    desk.write("longer.jsonl", std::string(beginning) +
                                   R"({"do":"accept","id":"c2","docket":"2022-001","on":"2022-01-12","unit":"QCZJ"})"
                                   "\n");
    const auto longer = told(desk.run("import longer.jsonl --json"));
    CHECK(longer["repeated"] == 9);
    CHECK(longer["recorded"] == 1);
    const auto once_more = told(desk.run("import longer.jsonl --json"));
    CHECK(once_more["repeated"] == 10);
    CHECK(once_more["recorded"] == 0);
  }
  SECTION("a file of which a line was left out is judged line by line again") {
    desk.write("faulty.jsonl", R"({"do":"accept","id":"c2","docket":"2022-001","on":"2022-01-12","unit":"QCZJ"})"
                               "\n"
                               R"({"do":"accept","id":"c3","docket":"2022-009","on":"2022-01-12","unit":"QCZJ"})"
                               "\n");
    REQUIRE(told(desk.run("import faulty.jsonl --on-error skip --json"))["recorded"] == 1);
    const auto once_more = told(desk.run("import faulty.jsonl --json"));
    CHECK(once_more["repeated"] == 1);
    CHECK(once_more["refused"] == 1);
  }
}

TEST_CASE("a letter written as two is recorded as one, wherever in a large file", "[import][large]") {
  const Desk desk;
  import_beginning(desk);
  auto lines = many_dockets(3'000);  // more than one piece
  lines += R"({"do":"feedback","id":"f-e","docket":"D0","on":"2022-02-04","unit":"QZJJ","text":"Cafe)"
           "\xCC\x81\"}\n";
  desk.write("many.jsonl", lines);
  REQUIRE(desk.run("import many.jsonl").exit == 0);
  const auto history = desk.run("history D0");
  CHECK(history.out.find("Caf\xC3\xA9") != std::string::npos);
  CHECK(history.out.find("Cafe") == std::string::npos);
}

TEST_CASE("of a docket of which very much is told late or corrected the rows are those that its entries give",
          "[import][large]") {
  const Desk desk;
  import_beginning(desk);
  std::string lines = R"({"do":"open","id":"o","docket":"D","on":"2022-02-01","title":"事项","decision":"常2022-1"}
{"do":"assign","id":"a","docket":"D","on":"2022-02-02","lead":"QZJJ","due":"2022-06-30"}
)";
  const auto urge = [&](std::size_t i, std::size_t day) {
    const auto on =
        "2022-0" + std::to_string(3 + day / 28) + "-" + (day % 28 < 9 ? "0" : "") + std::to_string(day % 28 + 1);
    lines += R"({"do":"urge","id":"urge)" + std::to_string(i) + R"(","docket":"D","unit":"QZJJ","on":")" + on + "\"}\n";
  };
  for (std::size_t i = 0; i < 400; ++i) {
    urge(i, i % 3 == 1 ? i / 7 : i / 4);  // every third belongs before those that came before it
    if (i % 20 == 19)
      lines += R"({"do":"correct","id":"k)" + std::to_string(i) + R"(","entry":"urge)" + std::to_string(i / 2) +
               R"(","on":"2022-06-10","reason":"误录"})"
               "\n";
    if (i % 133 != 100) continue;
    desk.write("some.jsonl", lines);
    REQUIRE(desk.run("import some.jsonl").exit == 0);
    CHECK(desk.run("verify").exit == 0);
    lines.clear();
  }
  desk.write("rest.jsonl", lines + R"({"do":"withdraw","id":"w","docket":"D","on":"2022-06-20"})"
                                   "\n"
                                   R"({"do":"urge","id":"late","docket":"D","on":"2022-06-01","unit":"QZJJ"})"
                                   "\n");
  REQUIRE(desk.run("import rest.jsonl").exit == 0);
  CHECK(desk.run("verify").exit == 0);
  const auto before = desk.run("report duties --on 2022-06-30 --format json").out;
  REQUIRE(desk.run("rebuild").exit == 0);
  CHECK(desk.run("verify").exit == 0);
  CHECK(desk.run("report duties --on 2022-06-30 --format json").out == before);
}
