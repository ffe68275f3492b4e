// What a ledger must be after each of its commands, and whether a ledger is that.

#pragma once

#include <memory>
#include <string>
#include <vector>

#include "tests/support/chance.h"
#include "tests/survival/journal.h"
#include "tests/survival/run.h"

namespace ducha::survival {

// All that can be asked of a ledger, as far as these trials look: the entries as they lie, and a report on them with
// head and root; and the key and the checkpoints given out, as they lie beside the store.
struct State {
  bool there = false;  // whether there is a ledger at all
  std::string log, report, seals;
  bool operator==(const State&) const = default;
};
State state_of(const Bench& bench);
// The same, by a process that must answer; Found otherwise.
std::string answer(const Bench& bench, const Words& words);

// Runs the commands one after another under the watched disk, from what lies in the bench's disk now.
class History {
 public:
  History(const Bench& bench, std::vector<Words> steps);

  const std::vector<Words>& steps() const { return steps_; }
  // Before the first command, after the first, …
  const std::vector<State>& states() const { return states_; }
  const Journal& journal() const { return *journal_; }
  const std::filesystem::path& before() const { return before_; }

  // Of the commands before that place of the journal, how many were acknowledged and how many begun.
  struct Progress {
    std::size_t acknowledged = 0, begun = 0;
  };
  Progress progress_at(std::size_t note) const;

 private:
  std::vector<Words> steps_;
  std::vector<State> states_;
  std::filesystem::path before_;
  std::unique_ptr<Journal> journal_;
};

// Looks at the ledger in the bench's disk, which may be what any command of first … last left, and puts it to
// further use: the command that followed is given again, or a new fact. Throws Found. Which state it was in.
std::size_t examine(const Bench& bench, const History& history, std::size_t first, std::size_t last,
                    support::Chance& chance);

// A fault is told in a sentence, with exit code 3 or 4; Found otherwise.
void need_sentence(const Ran& ran, const std::string& of);

}  // namespace ducha::survival
