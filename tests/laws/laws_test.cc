// The laws the program is held to, on random histories from fixed seeds.

#include "tests/catch.h"
#include "tests/laws/trial.h"

namespace ducha::laws {
namespace {

std::string told(const std::optional<Failure>& failure) {
  if (!failure) return {};
  std::string all = failure->law + ": " + failure->found + "\n";
  for (const auto& line : failure->lines) all += line.dump() + "\n";
  return all;
}

TEST_CASE("who owes what and who is late comes out as a second, naive reckoning has it", "[laws]") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    INFO("seed " << seed);
    REQUIRE(told(try_seed(seed, Thorough::reports_only)) == "");
  }
}

TEST_CASE("rebuilt, taken in at one sitting, or exported and imported, a ledger gives the same reports", "[laws]") {
  for (std::uint64_t seed = 1001; seed <= 1015; ++seed) {
    INFO("seed " << seed);
    REQUIRE(told(try_seed(seed, Thorough::every_law)) == "");
  }
}

}  // namespace
}  // namespace ducha::laws
