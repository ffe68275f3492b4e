// The command line as a newcomer meets it: help, and what is said to what cannot be meant.

#include "tests/cases/program.h"
#include "tests/catch.h"

namespace ducha::cases {
namespace {

TEST_CASE("without a command one is told which there are", "[usage]") {
  const Desk desk;
  const auto nothing = desk.run("");
  CHECK(nothing.exit == 2);
  CHECK(nothing.out.empty());
  CHECK(nothing.remarks.find("Usage: ducha COMMAND") != std::string::npos);
  const auto report = desk.run("report");
  CHECK(report.exit == 2);
  CHECK(report.remarks.find("standing") != std::string::npos);
  CHECK(report.remarks.find("standing") < report.remarks.find("Options"));
}

TEST_CASE("help is an answer, however it is asked for", "[usage]") {
  const Desk desk;
  const auto page = desk.run("report overdue --help");
  CHECK(page.exit == 0);
  CHECK(page.out.starts_with("what is overdue\n\nUsage: ducha report overdue [OPTIONS]\n"));
  CHECK(desk.run("help report overdue").out == page.out);
  CHECK(desk.run("help").out == desk.run("--help").out);
  CHECK(desk.run("help urge").out.find("unit=") != std::string::npos);
  CHECK(desk.run("help frobnicate").exit == 2);
}

TEST_CASE("no help mixes the languages of the parser with the reader's", "[usage]") {
  const Desk desk;
  for (const char* words : {"--help", "import --help", "history --help", "report standing --help", "urge --help"}) {
    const auto page = desk.run("--lang zh " + std::string(words));
    INFO(page.out);
    CHECK(page.exit == 0);
    for (const char* english :
         {"OPTIONS", "REQUIRED", "TEXT", "Print", "Options", "Usage", "Positionals", "Subcommands"})
      CHECK(page.out.find(english) == std::string::npos);
  }
}

TEST_CASE("wrong usage is answered with a sentence, what would be right, and exit code 2", "[usage]") {
  const Desk desk;
  struct Wrong {
    const char* words;
    const char* says;
  };
  const auto wrong = GENERATE(
      Wrong{"reprot overdue", "nearest: report"}, Wrong{"report overdu", "nearest: overdue"},
      Wrong{"report overdue --unti x", "nearest: --unit"}, Wrong{"history", "still needed: DOCKET"},
      Wrong{"import", "still needed: FILE"}, Wrong{"record", "still needed: DO"},
      Wrong{"report cards --format pdf", "one of: text, json"}, Wrong{"report cards --on", "a value is missing: --on"},
      Wrong{"verify now", "one word too many: “now”"}, Wrong{"stats --encoding x", "no such option: “--encoding”"});
  const auto ran = desk.run(wrong.words);
  INFO(wrong.words << ": " << ran.remarks);
  CHECK(ran.exit == 2);
  CHECK(ran.out.empty());
  CHECK(ran.remarks.find(wrong.says) != std::string::npos);
  CHECK(ran.remarks.find("--help") != std::string::npos);
}

TEST_CASE("a word after a command is that command's, whatever else it could be", "[usage]") {
  const Desk desk;
  desk.run("init");
  CHECK(desk.run("import open").remarks.find("open") != std::string::npos);
  CHECK(desk.run("history verify").exit == 1);
}

}  // namespace
}  // namespace ducha::cases
