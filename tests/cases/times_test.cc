// The two times, as their page explains them: its example is typed as it stands there.

#include "tests/cases/program.h"
#include "tests/catch.h"

namespace ducha::cases {
namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

TEST_CASE("the example of the two times comes out as the page says", "[times]") {
  const Desk desk;
  REQUIRE(desk.run("init").exit == 0);
  std::istringstream page(contents(std::filesystem::path(DUCHA_SOURCE_DIR) / "tools" / "commands" / "times.md"));
  const std::string prompt = "    $ ducha ";
  Ran printed{};
  for (std::string line; std::getline(page, line);) {
    if (!line.starts_with(prompt)) continue;
    const auto ran = desk.run(line.substr(prompt.size()));
    INFO(line << "\n" << ran.remarks);
    REQUIRE(ran.exit == 0);
    if (has(line, "report overdue")) printed = ran;
  }
  CHECK(has(printed.out, "2022-02-25     4"));
  CHECK(desk.run("report overdue --on 2022-03-01 --known-at 12").out == printed.out);
  CHECK(has(desk.run("report overdue --on 2022-03-01").out, "Nothing to report"));
  CHECK(has(desk.run("report duties --on 2022-02-23 --format csv").out, "feedback,QCZJ,lead,2022-02-25"));
  CHECK(has(desk.run("report duties --on 2022-02-23").out, "pending"));
  CHECK(has(desk.run("history 2022-001").out, "#13  2022-02-24  feedback"));
  CHECK_FALSE(has(desk.run("history 2022-001 --known-at 12").out, "#13"));
  CHECK_FALSE(has(desk.run("history 2022-001 --on 2022-02-23").out, "#13"));
}

TEST_CASE("a correction is shown struck through, cannot be corrected, and names what it would make unlawful",
          "[times][correct]") {
  const Desk desk;
  import_beginning(desk);
  REQUIRE(desk.run("extend id=e1 docket=2022-001 unit=QZJJ on=2022-03-01 to=2022-08-31 reason=雨季").exit == 0);
  REQUIRE(desk.run("grant id=x1 docket=2022-001 on=2022-03-05 approver=副区长一").exit == 0);
  REQUIRE(desk.run("complete id=k1 docket=2022-001 unit=QZJJ on=2022-08-01").exit == 0);
  REQUIRE(desk.run("return id=r1 docket=2022-001 on=2022-08-05").exit == 0);

  // The return would stand without the report it returned.
  const auto refused = desk.run("correct entry=k1 on=2022-08-06");
  CHECK(refused.exit == 1);
  CHECK(has(refused.remarks, "later_facts_unlawful"));
  CHECK(has(refused.remarks, "2022-08-05 r1 (no_report)"));

  std::vector<std::pair<std::string, std::string>> before;
  for (const char* words :
       {"report duties --on 2022-09-01", "report overdue --on 2022-09-01", "report cards --on 2022-09-01",
        "report standing --on 2022-09-01", "history 2022-001", "check --on 2022-09-01"})
    for (const char* format : {"text", "json", "csv", "md"}) {
      const auto asked = std::string(words) + " --format " + format;
      // The last entry so far: 8 of a new ledger, then what was told.
      before.emplace_back(asked, desk.run(asked).out);
    }
  const auto out = desk.run("report cards --format json").out;
  const auto seq = out.substr(out.find("\"seq\":") + 6, out.find(',', out.find("\"seq\":")) - out.find("\"seq\":") - 6);

  REQUIRE(desk.run("correct id=c9 entry=x1 on=2022-08-10 reason=未经批准").exit == 0);
  CHECK(has(desk.run("report cards --on 2022-09-01 --format json").out, R"("due":"2022-06-30")"));
  const auto history = desk.run("history 2022-001").out;
  CHECK(has(history, "extension granted [corrected]"));
  CHECK(has(history, "corrected command x1  reason 未经批准"));
  CHECK(has(desk.run("history 2022-001", "zh").out, "批准延期〔已更正〕"));
  CHECK(has(desk.run("correct entry=c9 on=2022-08-11").remarks, "correction_stands"));
  for (const auto& [asked, answer] : before) {
    INFO(asked);
    CHECK(desk.run(asked + " --known-at " + seq).out == answer);
  }
}

}  // namespace
}  // namespace ducha::cases
