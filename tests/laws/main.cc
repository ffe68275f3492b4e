// ducha-model FROM TO: holds the program against the second model, one random history a seed, and prints the smallest
// history that fails as batch lines. Without a failure it prints what the histories reached.
//
//   ducha-model 1 2000           reports and refusals
//   ducha-model --all 1 200      and every other law
//   ducha-model --on 1 200       goes on after a failure
//   ducha-model --lines F DAY [ID]   the batch lines of a file, looked at from a day (as known at a command)

#include <fstream>
#include <iostream>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/laws/trial.h"

namespace {

using namespace ducha::laws;

int tell(const Failure& failure, const std::string& of) {
  std::cout << of << ": " << failure.law << ": " << failure.found << '\n';
  if (failure.look) std::cout << "on " << failure.look->on << " known at " << failure.look->known << '\n';
  for (const auto& line : failure.lines) std::cout << line.dump() << '\n';
  return 1;
}

int run(std::vector<std::string> words) {
  auto thorough = Thorough::reports_only;
  bool goes_on = false;
  for (; !words.empty() && (words[0] == "--all" || words[0] == "--on"); words.erase(words.begin())) {
    if (words[0] == "--all") thorough = Thorough::every_law;
    if (words[0] == "--on") goes_on = true;
  }
  if (words.size() >= 3 && words[0] == "--lines") {
    std::ifstream file(words[1]);
    std::vector<Json> lines;
    for (std::string line; std::getline(file, line);) lines.push_back(Json::parse(line));
    const auto failure = try_lines(lines, {{words[2], words.size() > 3 ? words[3] : ""}}, thorough);
    return failure ? tell(*failure, words[1]) : 0;
  }
  if (words.size() != 2) {
    std::cerr << "ducha-model [--all] [--on] FROM TO | [--all] --lines FILE DAY [COMMAND]\n";
    return 2;
  }
  int failed = 0;
  for (auto seed = std::stoull(words[0]); seed <= std::stoull(words[1]); ++seed) {
    auto failure = try_seed(seed, thorough);
    if (!failure) continue;
    failed = tell(smallest(std::move(*failure)), "seed " + std::to_string(seed));
    if (!goes_on) return failed;
    std::cout << std::endl;
  }
  std::cout << reached();
  return failed;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run({argv + 1, argv + argc});
  } catch (const std::exception& fault) {
    std::cerr << fault.what() << '\n';
    return 3;
  }
}
