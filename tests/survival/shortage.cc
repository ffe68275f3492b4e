// The disk is full, may only be read, or fails: always a sentence and exit code 3, nothing acknowledged lost, nothing
// half; and once the disk is as it should be, the same command succeeds.

#include <algorithm>
#include <cerrno>
#include <string>

#include <fcntl.h>

#include "tests/survival/history.h"
#include "tests/survival/office.h"
#include "tests/survival/trial.h"

namespace ducha::survival {
namespace {

std::size_t lines(const std::string& log) { return static_cast<std::size_t>(std::count(log.begin(), log.end(), '\n')); }

// A command in danger: what it asks of the disk, and the ledger before it and with it.
class Danger {
 public:
  Danger(const Bench& bench, Words command) : bench_(bench), command_(std::move(command)), kept_(bench.path("kept")) {
    copy_folder(bench.disk(), kept_);
    const History undisturbed(bench, {command_});
    before_ = undisturbed.states().front();
    lines_after_ = lines(undisturbed.states().back().log);
    for (const auto& noted : undisturbed.journal().notes()) {
      const auto change = noted.note.change;
      if (change == Change::wrote) bytes += noted.data.size(), ++writes;
      if (change == Change::synced) ++syncs;
      if ((change == Change::opened && (noted.note.at & O_CREAT) != 0) || change == Change::made_folder) ++makes;
      if (change == Change::moved) ++moves;
      if (change == Change::removed) ++removals;
    }
    bytes += static_cast<std::uint64_t>(name_takes) * (makes + moves);
  }

  // At most so many, and not fewer of bytes, calls to write, and so on.
  std::uint64_t bytes = 0, writes = 0, syncs = 0, makes = 0, moves = 0, removals = 0;

  // Gives the command in the danger, looks, and gives it again out of danger; what came of it.
  std::string befall(const Around& around, support::Chance& chance) const {
    copy_folder(kept_, bench_.disk());
    const auto ran = bench_.run(command_, around);
    if (ran.exit != 0) need_sentence(ran, line_of(command_));
    std::string came = ran.exit == 0 ? "done" : "a sentence";
    if (ran.exit == 0 || chance.percent(70)) came += look(ran.exit == 0);
    const auto again = bench_.run(command_);
    const bool there_already = command_ == Office::founding() && again.exit == 3;
    if (again.exit != 0 && !there_already) throw Found("again, with the disk in order: " + again.remarks);
    const auto log = answer(bench_, {"log"});
    if (!log.starts_with(before_.log) || lines(log) != lines_after_)
      throw Found("given again, it did not lead to what it leads to undisturbed: " + log.substr(0, 2000));
    answer(bench_, {"verify"});
    return came;
  }

 private:
  std::string look(bool must_be_there) const {
    const auto looked = bench_.run({"log"});
    if (!before_.there && !must_be_there && looked.exit == 3) return ", no ledger yet";
    if (looked.exit != 0) throw Found("afterwards the log is not to be had: " + looked.remarks);
    if (!looked.out.starts_with(before_.log)) throw Found("the log does not go on from where it was");
    const bool before = looked.out.size() == before_.log.size();
    if (!before && lines(looked.out) != lines_after_) throw Found("half of it is there: " + looked.out);
    if (before && must_be_there && lines_after_ != lines(before_.log)) throw Found("done, and not there");
    answer(bench_, {"verify"});
    return must_be_there ? "" : before ? ", as before it" : ", with the command";
  }

  const Bench& bench_;
  Words command_;
  std::filesystem::path kept_;
  State before_;
  std::size_t lines_after_ = 0;
};

// A danger drawn by chance: mostly an import or a fact, now and then the making of the ledger or a large import.
Danger any_danger(const Bench& bench, const Told& told, support::Chance& chance) {
  Office office(bench, chance);
  const auto drawn = chance.below(10);
  if (drawn == 0) return {bench, Office::founding()};
  answer(bench, Office::founding());
  for (std::size_t i = chance.below(5); i > 0; --i) answer(bench, office.batch(5));
  if (drawn == 1 && told.thorough > 1) return {bench, office.district(15'000)};
  if (drawn == 2) return {bench, {"rebuild"}};
  return {bench, drawn < 6 ? office.fact() : office.batch(1 + chance.below(60))};
}

}  // namespace

void disk_full(const Told& told) {
  const Bench bench;
  support::Chance chance(told.seed);
  const auto danger = any_danger(bench, told, chance);
  const auto points = 5 * told.thorough;
  for (std::uint64_t point = 0; point < points; ++point) {
    // One place in each of as many stretches, so that none is left out.
    const auto room = danger.bytes * point / points + chance.below(danger.bytes / points + 1);
    try {
      told.count("disk-full", danger.befall(bench.with_room(room), chance));
    } catch (const Found& found) {
      throw Found("with room for " + std::to_string(room) + " bytes: " + found.what());
    }
  }
}

void disk_failing(const Told& told) {
  const Bench bench;
  support::Chance chance(told.seed);
  const auto danger = any_danger(bench, told, chance);
  struct Kind {
    const char* word;
    std::uint64_t calls;
  };
  const Kind kinds[] = {{"sync", danger.syncs},   {"sync", danger.syncs},   {"write", danger.writes},
                        {"create", danger.makes}, {"rename", danger.moves}, {"remove", danger.removals}};
  for (unsigned i = 0; i < 5 * told.thorough; ++i) {
    const auto& kind = chance.one_of(kinds);
    if (kind.calls == 0) continue;
    const auto nth = 1 + chance.below(kind.calls);
    const bool ever = chance.percent(50);
    const auto fault =
        std::string(kind.word) + " " + std::to_string(nth) + " " + std::to_string(EIO) + " " + (ever ? "ever" : "once");
    try {
      told.count("disk-failing", std::string(kind.word) + ": " + danger.befall(bench.with_fault(fault), chance));
    } catch (const Found& found) {
      throw Found("with the fault \"" + fault + "\": " + found.what());
    }
  }
}

void disk_read_only(const Told& told) {
  const Bench bench;
  support::Chance chance(told.seed);
  const auto only_read = bench.with_fault("change 1 " + std::to_string(EROFS) + " ever");
  const auto danger = any_danger(bench, told, chance);
  told.count("read-only", danger.befall(only_read, chance));
  // Who only reads notices nothing.
  const auto state = state_of(bench);
  for (const Words& words : {Words{"log"}, Words{"verify"}, Words{"report", "duties", "--on", "2022-12-31"}}) {
    const auto ran = bench.run(words, only_read);
    if (ran.exit != 0) throw Found("on a disk that may only be read, " + line_of(words) + ": " + ran.remarks);
    if (words.front() == "log" && ran.out != state.log) throw Found("on a disk that may only be read another log");
    told.count("read-only", "read all the same");
  }
}

}  // namespace ducha::survival
