// The power fails, or the process is killed, while a backup is written. What an earlier one acknowledged can be
// restored and is the ledger as it was then; one that was under way is there whole or not at all; and the next one
// succeeds.

#include <chrono>
#include <string>
#include <thread>
#include <vector>

#include <signal.h>

#include "tests/survival/cut.h"
#include "tests/survival/office.h"
#include "tests/survival/trial.h"

namespace ducha::survival {
namespace {

namespace fs = std::filesystem;

// By the whole path, as the watched disk knows its folder.
std::string backups_of(const Bench& bench) { return (bench.disk() / "B").string(); }

// Logs that a restoring may give; whether one of them must come.
struct Expected {
  std::vector<std::string> logs;
  bool sure = false;
};

// What the backups give now; nothing when there is none that is whole.
std::string restore(const Bench& bench, const Expected& expected) {
  const auto restored = bench.path("restored").string();
  fs::remove_all(restored);
  const auto ran = bench.run({"restore", backups_of(bench), "--ledger", restored});
  if (ran.exit != 0) {
    if (expected.sure) throw Found("an acknowledged backup is not restored: " + ran.remarks);
    const bool none = ran.exit == 1 && ran.remarks.find("holds no backup") != std::string::npos;
    if (!none) need_sentence(ran, "restore");
    if (fs::exists(restored)) throw Found("a restoring that failed left a ledger behind");
    return "nothing to restore";
  }
  const auto log = answer(bench, {"log", "--ledger", restored});
  answer(bench, {"verify", "--ledger", restored});
  for (const auto& may_be : expected.logs)
    if (log == may_be) return &may_be == &expected.logs.front() && expected.sure ? "the one before" : "the new one";
  throw Found("what is restored is none of what was backed up: " + log.substr(0, 1000));
}

// The next backup holds the ledger as it is, whatever the one before left behind.
void go_on(const Bench& bench) {
  const auto log = answer(bench, {"log"});
  answer(bench, {"backup", backups_of(bench)});
  answer(bench, {"backup", "list", backups_of(bench)});
  restore(bench, {{log}, true});
}

// The logs of the last backup that was acknowledged, and of the one that was begun after it.
Expected expected_of(const History& history, const History::Progress& progress) {
  Expected expected;
  for (std::size_t i = 0; i < progress.begun; ++i) {
    if (history.steps()[i].front() != "backup") continue;
    const auto& log = history.states()[i + 1].log;
    if (i < progress.acknowledged)
      expected = {{log}, true};
    else
      expected.logs.push_back(log);
  }
  return expected;
}

}  // namespace

void power_cut_in_backup(const Told& told) {
  const Bench bench;
  support::Chance chance(told.seed);
  Office office(bench, chance);
  answer(bench, Office::founding());
  const Words backup{"backup", backups_of(bench)};
  const History history(bench, {office.batch(1 + chance.below(30)), backup, office.fact(), backup,
                                office.batch(1 + chance.below(5)), backup});
  const auto instants = history.journal().notes().size() + 1;
  for (unsigned i = 0; i < 4u * told.thorough; ++i) {
    const Cut cut(bench, history, chance.below(instants), chance);
    cut.examine(bench, told, "power-cut-backup", [&] {
      const auto came = restore(bench, expected_of(history, cut.progress()));
      go_on(bench);
      told.count("power-cut-backup", came);
    });
  }
}

void killed_backup(const Told& told) {
  const Bench bench;
  support::Chance chance(told.seed);
  Office office(bench, chance);
  answer(bench, Office::founding());
  Expected expected;
  for (unsigned round = 0; round < 3 * told.thorough; ++round) {
    answer(bench, chance.percent(50) ? office.batch(1 + chance.below(200)) : office.fact());
    const auto log = answer(bench, {"log"});
    const pid_t child = bench.start({"backup", backups_of(bench)}, "backup");
    std::this_thread::sleep_for(std::chrono::milliseconds(chance.between(5, 150)));
    ::kill(child, SIGKILL);
    const auto ran = bench.wait(child, "backup");
    if (ran.signal == 0 && ran.exit != 0) throw Found("backup: " + ran.remarks);
    if (ran.exit == 0)
      expected = {{log}, true};
    else
      expected.logs.push_back(log);
    told.count("kill-backup", restore(bench, expected));
    if (chance.percent(40)) {
      go_on(bench);
      expected = {{log}, true};
    }
  }
}

}  // namespace ducha::survival
