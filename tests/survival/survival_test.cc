// Each trial for a short while; scripts/soak plays them for as long as one likes.

#include "tests/catch.h"
#include "tests/survival/trial.h"

namespace ducha::survival {
namespace {

// How often each is played here: what takes seconds each time has one turn.
void play(const std::string& name, std::uint64_t seeds) {
  const auto* trial = trial_named(name);
  REQUIRE(trial);
  Tally tally;
  for (std::uint64_t seed = 1; seed <= seeds; ++seed)
    CHECK(failure_of(*trial, {seed, 1, {}, tally}).value_or("") == "");
  CHECK_FALSE(tally.empty());
}

TEST_CASE("after a power cut what was acknowledged is there, and nothing is half", "[survival]") {
  play("power-cut", 3);
}

TEST_CASE("after a power cut a large import is there whole or not at all", "[survival]") { play("power-cut-bulk", 1); }

TEST_CASE("a power cut while a ledger recovers loses nothing either", "[survival]") { play("power-cut-twice", 1); }

TEST_CASE("a writer killed at any instant leaves what it was acknowledged", "[survival]") { play("kill", 1); }

TEST_CASE("a backup that is stopped leaves those before it, and the next one succeeds", "[survival]") {
  play("power-cut-backup", 1);
  play("kill-backup", 1);
}

TEST_CASE("on a full disk there is a sentence, and with room again the command succeeds", "[survival]") {
  play("disk-full", 2);
}

TEST_CASE("on a disk that may only be read nothing is written, and everything can be read", "[survival]") {
  play("read-only", 1);
}

TEST_CASE("a disk that fails a call gets a sentence, and nothing is half", "[survival]") { play("disk-failing", 2); }

// The watchers of memory take more of it than any limit here leaves.
#if !defined(__SANITIZE_ADDRESS__)
TEST_CASE("an import without memory leaves the ledger as it was or has all of the file", "[survival]") {
  play("memory", 1);
}
#endif

TEST_CASE("of an altered file comes the true answer or a named fault", "[survival]") { play("altered", 2); }

}  // namespace
}  // namespace ducha::survival
