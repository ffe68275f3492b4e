#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "tests/catch.h"
#include "tests/support/district.h"

namespace ducha::support {
namespace {

TEST_CASE("the sample in the repository is what the generator makes", "[sample]") {
  std::map<std::string, std::string> made;
  write_office(*parse_day("2022-01-04"), [&](Day, const std::string& json) { made["00-office.jsonl"] += json + "\n"; });
  YearPlan plan;
  plan.from = *parse_day("2022-01-04");
  plan.to = *parse_day("2022-12-31");
  write_year(plan,
             [&](Day on, const std::string& json) { made[to_string(on).substr(0, 7) + ".jsonl"] += json + "\n"; });
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(DUCHA_SOURCE_DIR "/tests/samples")) {
    if (entry.path().extension() != ".jsonl") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    INFO(entry.path());
    CHECK(text.str() == made[entry.path().filename().string()]);
    ++files;
  }
  CHECK(files == 13);
}

TEST_CASE("another seed makes another year", "[sample]") {
  const auto year = [](std::uint64_t seed) {
    std::string text;
    YearPlan plan;
    plan.seed = seed;
    plan.dockets = 10;
    plan.from = *parse_day("2022-01-04");
    plan.to = *parse_day("2022-12-31");
    write_year(plan, [&](Day, const std::string& json) { text += json; });
    return text;
  };
  CHECK(year(1) == year(1));
  CHECK(year(1) != year(2));
}

}  // namespace
}  // namespace ducha::support
