#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "tests/catch.h"
#include "tests/support/csv_form.h"
#include "tests/support/district.h"
#include "tests/support/stories.h"
#include "tests/support/year.h"

namespace ducha::support {
namespace {

Day day(const char* text) { return *parse_day(text); }

YearPlan sample_plan() {
  YearPlan plan;
  plan.from = day("2022-01-04");
  plan.to = day("2022-12-31");
  return plan;
}

std::string text_of(const YearPlan& plan) {
  std::string text;
  write_year(plan, [&](Day, const std::string& json) { text += json + '\n'; });
  return text;
}

TEST_CASE("the sample in the repository is what the generator makes", "[sample]") {
  std::map<std::string, std::string> made;
  write_files(sample_plan(), [&](const std::string& file, const std::string& bytes) { made[file] += bytes; });
  std::set<std::string> found;
  for (const auto& entry : std::filesystem::directory_iterator(DUCHA_SOURCE_DIR "/tests/samples")) {
    const auto name = entry.path().filename().string();
    if (name == "README.md") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    INFO(name);
    CHECK((text.str() == made[name]));  // in brackets: a difference is not printed whole
    found.insert(name);
  }
  CHECK(found.size() == 13);
  CHECK(found.size() == made.size());
}

TEST_CASE("another seed makes another year, the same seed the same", "[sample]") {
  auto plan = sample_plan();
  plan.dockets = 10;
  const auto one = text_of(plan);
  CHECK(one == text_of(plan));
  plan.seed = 1;
  CHECK(one != text_of(plan));
}

TEST_CASE("lines come in the order of the days they are brought, within the plan", "[sample]") {
  const auto plan = sample_plan();
  Day last = plan.from;
  std::size_t late_papers = 0;
  tell_year(plan, [&](const Command& command) {
    const Day on = *parse_day(command.json["on"].get<std::string>());
    CHECK(command.at >= last);
    CHECK(command.at <= plan.to);
    CHECK(on <= command.at);
    late_papers += on < command.at;
    last = command.at;
  });
  CHECK(late_papers > 10);
}

TEST_CASE("every id is used once", "[sample]") {
  std::set<std::string> ids;
  std::size_t lines = 0;
  const auto take = [&](const Command& command) {
    ids.insert(command.json["id"].get<std::string>());
    ++lines;
  };
  const auto plan = sample_plan();
  tell_office(plan.from, take);
  tell_year(plan, take);
  CHECK(ids.size() == lines);
}

TEST_CASE("the stories of the deck are each told", "[sample]") {
  // As many dockets as the deck has cards, and the eventful first.
  std::size_t cards = 0;
  for (const auto& story : stories()) cards += story.weight;
  CHECK(sample_plan().dockets > cards);
}

TEST_CASE("a year of so many events has so many, of about 500 bytes, about ten a docket", "[sample]") {
  constexpr std::size_t wanted = 20000;
  const auto plan = plan_of_events(wanted, day("2022-12-31"));
  std::size_t lines = 0, bytes = 0, opened = 0;
  write_year(plan, [&](Day, const std::string& json) {
    ++lines;
    bytes += json.size() + 1;
    opened += json.starts_with(R"({"do":"open")");
  });
  CHECK(lines > wanted * 95 / 100);
  CHECK(lines <= wanted);
  CHECK(bytes / lines > 450);
  CHECK(bytes / lines < 550);
  CHECK(lines / opened >= 9);
  CHECK(lines / opened <= 11);
}

TEST_CASE("the long-winded form, too, is the same under every compiler", "[sample]") {
  std::uint64_t digest = 0xcbf29ce484222325ull;  // FNV-1a
  write_year(plan_of_events(3000, day("2022-12-31")), [&](Day, const std::string& json) {
    for (const char byte : json) digest = (digest ^ static_cast<unsigned char>(byte)) * 0x100000001b3ull;
  });
  // Written down from what was seen; a changed story changes it.
  CHECK(digest == 0x38e986f401d8146aull);
}

TEST_CASE("many events take many years, at the same pace, to the end of the last", "[sample]") {
  const auto few = plan_of_events(1000, day("2022-12-31")), many = plan_of_events(1'000'000, day("2022-12-31"));
  CHECK(few.from == day("2022-01-04"));
  CHECK(many.from == day("2014-01-04"));
  CHECK(many.dockets > 88'000);
  CHECK(many.dockets <= 90'000);
  for (const std::size_t wanted : {110'000u, 230'000u}) {
    std::size_t lines = 0;
    Day last;
    write_year(plan_of_events(wanted, day("2022-12-31")), [&](Day on, const std::string&) {
      ++lines;
      last = on;
    });
    CHECK(lines > wanted * 99 / 100);
    CHECK(last >= day("2022-12-15"));
  }
}

TEST_CASE("a row of CSV has a cell for every column, quoted where it must be", "[sample]") {
  const Json json{{"do", "feedback"},   {"id", "i"},      {"docket", "2022-1"},   {"on", "2022-07-01"},
                  {"unit", "区住建局"}, {"progress", 40}, {"text", "a \"b\", c"}, {"nothing", true}};
  const auto english = csv_row(json, Headers::english);
  CHECK(english.starts_with("i,2022-07-01,feedback,2022-1,区住建局,"));
  CHECK(english.find(",40,\"a \"\"b\"\", c\",,true,") != std::string::npos);
  CHECK(english.ends_with(",\n"));
  const auto chinese = csv_row(json, Headers::chinese);
  CHECK(chinese.starts_with("i,2022-07-01,反馈,2022-1,区住建局,"));
  CHECK(chinese.find(",40%,") != std::string::npos);
  CHECK(chinese.find(",是,") != std::string::npos);
  CHECK(chinese.ends_with(",\r\n"));
  const auto header = csv_header(Headers::chinese);
  CHECK(header.starts_with("\xEF\xBB\xBF流水号,"));
  CHECK_THROWS(csv_row(Json{{"do", "feedback"}, {"colour", "red"}}, Headers::english));
}

}  // namespace
}  // namespace ducha::support
