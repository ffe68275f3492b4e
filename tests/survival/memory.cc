// There is too little memory for an import: a sentence and exit code 3, or the process is ended by the system; the
// ledger is as it was or has all of the file.

#include <string>

#include <signal.h>

#include "tests/survival/history.h"
#include "tests/survival/office.h"
#include "tests/survival/trial.h"

namespace ducha::survival {

void memory_short(const Told& told) {
  const Bench bench;
  support::Chance chance(told.seed);
  Office office(bench, chance);
  answer(bench, Office::founding());
  answer(bench, office.batch(10));
  const auto kept = bench.path("kept");
  copy_folder(bench.disk(), kept);
  const auto before = state_of(bench);
  const auto command = told.thorough > 1 && chance.percent(50) ? office.district(15'000) : office.batch(200);
  answer(bench, command);
  const auto lines = [](const std::string& text) { return std::count(text.begin(), text.end(), '\n'); };
  const auto after = lines(answer(bench, {"log"}));

  for (unsigned i = 0; i < 4 * told.thorough; ++i) {
    copy_folder(kept, bench.disk());
    // Half of the times close to what the program needs to begin: there every opening can fail.
    const auto megabytes = static_cast<std::uint64_t>(chance.between(40, chance.percent(50) ? 80 : 500));
    const auto ran = bench.run(command, Around{{}, megabytes << 20, 0});
    const auto at = "with " + std::to_string(megabytes) + " MB of address space: ";
    // Below that the program itself cannot be loaded.
    const bool never_began = ran.exit == 127 && ran.out.empty();
    const bool aborted = ran.signal == SIGABRT || ran.signal == SIGKILL;
    if (ran.signal != 0 && !aborted) throw Found(at + "ended by signal " + std::to_string(ran.signal));
    if (ran.signal == 0 && ran.exit != 0 && !never_began) {
      try {
        need_sentence(ran, line_of(command));
      } catch (const Found& found) {
        throw Found(at + found.what());
      }
    }
    const auto log = answer(bench, {"log"});
    const bool there = lines(log) == after;
    if (!log.starts_with(before.log) || (!there && log.size() != before.log.size()))
      throw Found(at + "half of it is there");
    if (ran.out.find("recorded") != std::string::npos && !there) throw Found(at + "acknowledged, and not there");
    answer(bench, {"verify"});
    if (lines(answer(bench, command)) == 0 || lines(answer(bench, {"log"})) != after)
      throw Found(at + "given again, it did not lead to what it leads to undisturbed");
    told.count("memory", never_began ? "never began" : aborted ? "ended" : ran.exit == 0 ? "done" : "a sentence");
  }
}

}  // namespace ducha::survival
