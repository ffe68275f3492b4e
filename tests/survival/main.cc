// ducha-soak: plays the trials in turn, seed after seed, and says what was tried and what came of it.
//
//   ducha-soak --minutes 10 [--seed S]        all trials in turn, from that seed on
//   ducha-soak --only power-cut --seed 17     one trial of that seed, as a failure names it
//   ducha-soak --keep DIR …                   folders that show a failure stay there

#include <chrono>
#include <iostream>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "tests/survival/trial.h"

namespace {

using namespace ducha::survival;
using Clock = std::chrono::steady_clock;

struct Asked {
  double minutes = 0;  // 0: each trial once
  std::uint64_t seed = 1;
  std::string only;
  std::string keep;
};

int usage() {
  std::cerr << "usage: ducha-soak [--minutes N] [--seed S] [--only TRIAL] [--keep DIR]\ntrials:\n";
  for (const auto& each : trials()) std::cerr << fmt::format("  {:16} {}\n", each.name, each.what);
  return 2;
}

void print(const Tally& tally) {
  fmt::print("\n{:16} {:48} {:>8}\n", "tried", "what came of it", "times");
  for (const auto& [what, came] : tally) {
    std::uint64_t all = 0;
    for (const auto& [outcome, times] : came) {
      fmt::print("{:16} {:48} {:>8}\n", what, outcome, times);
      all += times;
    }
    fmt::print("{:16} {:48} {:>8}\n", what, "together", all);
  }
}

int soak(const Asked& asked) {
  const auto began = Clock::now();
  const auto ends = began + std::chrono::duration<double, std::ratio<60>>(asked.minutes);
  Tally tally;
  std::vector<std::string> failures;
  std::uint64_t played = 0;
  for (auto seed = asked.seed;; ++seed) {
    for (const auto& trial : trials()) {
      if (!asked.only.empty() && trial.name != asked.only) continue;
      if (seed != asked.seed && Clock::now() >= ends) break;
      ++played;
      if (const auto failure = failure_of(trial, {seed, 5, asked.keep, tally})) {
        failures.push_back(*failure);
        fmt::print("FAILED {}\n", *failure);
        std::cout << std::flush;
      }
    }
    if (Clock::now() >= ends) {
      fmt::print("{} trials, seeds {} to {}, {:.1f} minutes, {} failed\n", played, asked.seed, seed,
                 std::chrono::duration<double, std::ratio<60>>(Clock::now() - began).count(), failures.size());
      break;
    }
  }
  print(tally);
  for (const auto& failure : failures) fmt::print("FAILED {}\n", failure.substr(0, 160));
  return failures.empty() ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    Asked asked;
    for (int i = 1; i < argc; ++i) {
      const std::string option = argv[i];
      if (i + 1 == argc) return usage();
      const std::string value = argv[++i];
      if (option == "--minutes") {
        asked.minutes = std::stod(value);
      } else if (option == "--seed") {
        asked.seed = std::stoull(value);
      } else if (option == "--only" && trial_named(value)) {
        asked.only = value;
      } else if (option == "--keep") {
        asked.keep = value;
      } else {
        return usage();
      }
    }
    return soak(asked);
  } catch (const std::exception& fault) {
    std::cerr << fault.what() << '\n';
    return 3;
  }
}
