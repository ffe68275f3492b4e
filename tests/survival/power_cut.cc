// The power fails. The ledger is worked on over a watched disk; then its folder is laid down as the disk may hold it
// at instants drawn by chance, and each time what was acknowledged must be there, and nothing half.

#include <algorithm>
#include <string>

#include "tests/survival/cut.h"
#include "tests/survival/office.h"
#include "tests/survival/trial.h"

namespace ducha::survival {
namespace {

namespace fs = std::filesystem;

// The ledger was being made: it may be there or not, and `init` makes it or finds it made.
void examine_birth(const Bench& bench, const History& history, const Told& told, const std::string& name) {
  const auto& whole = history.states()[1].log;
  const auto lines = [](const std::string& log) { return std::count(log.begin(), log.end(), '\n'); };
  const auto before = bench.run({"log"});
  if (before.exit != 0) need_sentence(before, "log");
  if (before.exit == 0 && before.out != whole && !before.out.empty()) throw Found("half a beginning: " + before.out);
  const auto made = bench.run({"init"});
  const bool was_made = before.exit == 0 && before.out == whole;
  if (was_made)
    need_sentence(made, "init of what is there");
  else if (made.exit != 0)
    throw Found("init after it: exit " + std::to_string(made.exit) + ": " + made.remarks);
  if (lines(answer(bench, {"log"})) != lines(whole)) throw Found("the beginning is not whole after init");
  answer(bench, {"verify"});
  answer(bench, {"record", "register-unit", "id=after", "on=2022-01-04", "unit=NEW", "name=新的专班"});
  told.count(name, was_made ? "with the command" : "as before it");
}

void examine_cut(const Bench& bench, const History& history, const Cut& cut, const Told& told, const std::string& name,
                 support::Chance& chance) {
  cut.examine(bench, told, name, [&] {
    const auto [acknowledged, begun] = cut.progress();
    if (!history.states()[acknowledged].there) return examine_birth(bench, history, told, name);
    const auto at = examine(bench, history, acknowledged, begun, chance);
    told.count(name, begun == acknowledged ? "between commands" : at == begun ? "with the command" : "as before it");
  });
}

// Laid down with nothing lost, the folder is the folder: the watched disk has seen every change.
void need_whole_journal(const Bench& bench, const History& history, support::Chance& chance) {
  Volume volume(fs::canonical(bench.disk()).string(), history.before(), Manner::journalled);
  for (const auto& noted : history.journal().notes()) volume.follow(noted);
  const auto again = bench.path("again");
  volume.lay_down(again, Luck::everything, chance);
  for (const auto& [one, other] : {std::pair{bench.disk(), again}, std::pair{again, bench.disk()}})
    for (const auto& file : fs::recursive_directory_iterator(one)) {
      const auto there = other / fs::relative(file.path(), one);
      if (!fs::exists(there) || (file.is_regular_file() && contents(file.path()) != contents(there)))
        throw Found("the watched disk has missed a change of " + there.string());
    }
}

void cut_often(const Bench& bench, const History& history, const Told& told, const std::string& name, std::size_t times,
               support::Chance& chance) {
  need_whole_journal(bench, history, chance);
  const auto instants = history.journal().notes().size() + 1;
  for (std::size_t i = 0; i < times; ++i) {
    const Cut cut(bench, history, chance.below(instants), chance);
    examine_cut(bench, history, cut, told, name, chance);
  }
}

// The founding of the ledger, and so many steps of its office.
std::vector<Words> founded_and(int more, Office& office) {
  std::vector<Words> steps{Office::founding()};
  for (int i = 0; i < more; ++i) steps.push_back(office.next());
  return steps;
}

}  // namespace

void power_cut(const Told& told) {
  const Bench bench;
  support::Chance chance(told.seed);
  Office office(bench, chance);
  const History history(bench, founded_and(7, office));
  cut_often(bench, history, told, "power-cut", 5u * told.thorough, chance);
}

void power_cut_in_bulk(const Told& told) {
  const Bench bench;
  support::Chance chance(told.seed);
  Office office(bench, chance);
  answer(bench, Office::founding());
  answer(bench, office.batch(3));
  const History history(bench, {office.fact(), office.district(15'000), office.fact()});
  cut_often(bench, history, told, "power-cut-bulk", 3u * told.thorough, chance);
}

void power_cut_twice(const Told& told) {
  const Bench bench;
  support::Chance chance(told.seed);
  Office office(bench, chance);
  const History history(bench, founded_and(4, office));
  const auto instants = history.journal().notes().size() + 1;
  for (unsigned i = 0; i < told.thorough; ++i) {
    const Cut cut(bench, history, chance.below(instants), chance);
    const auto [acknowledged, begun] = cut.progress();
    if (!history.states()[acknowledged].there) continue;
    const auto first_told = cut.told();
    try {
      const History recovery(bench, {office.fact(), office.batch(2)});
      for (int twice = 0; twice < 4; ++twice) {
        const Cut second(bench, recovery, chance.below(recovery.journal().notes().size() + 1), chance);
        examine_cut(bench, recovery, second, told, "power-cut-twice", chance);
      }
    } catch (const Found& found) {
      throw Found(first_told + "; then " + found.what());
    }
  }
}

}  // namespace ducha::survival
