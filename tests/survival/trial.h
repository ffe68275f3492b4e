// A trial: one way to bring a ledger into danger, played from a seed, with what may come of it.

#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/survival/run.h"

namespace ducha::survival {

// What must not be: lost, half, wrong, or no sentence.
class Found : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// How often what was tried, and what came of it.
using Tally = std::map<std::string, std::map<std::string, std::uint64_t>>;

struct Told {
  std::uint64_t seed = 0;
  unsigned thorough = 1;       // how many dangers are tried in one trial, roughly times five
  std::filesystem::path keep;  // where a folder that shows a failure is kept; nowhere when empty
  Tally& tally;

  void count(const std::string& what, const std::string& came) const { ++tally[what][came]; }
};

struct Trial {
  std::string name;
  std::string what;  // in a sentence
  std::function<void(const Told&)> play;
};

const std::vector<Trial>& trials();
const Trial* trial_named(const std::string& name);

// Each in a file of its own. The power fails during small commands; during imports that are laid down in files of
// their own; again during recovery.
void power_cut(const Told& told);
void power_cut_in_bulk(const Told& told);
void power_cut_twice(const Told& told);
// A writer that gives command after command is killed, again and again on one ledger.
void killed_writer(const Told& told);
// The power fails, or the process is killed, while a backup is written.
void power_cut_in_backup(const Told& told);
void killed_backup(const Told& told);
// The disk is full, refuses to be written, or fails to sync, write, make, move or remove at the n-th time.
void disk_full(const Told& told);
void disk_read_only(const Told& told);
void disk_failing(const Told& told);
// Too little memory for an import.
void memory_short(const Told& told);
// Files flipped, cut short, removed, or put back as they were earlier.
void files_altered(const Told& told);

// Plays it; what was found, and how to see it again.
std::optional<std::string> failure_of(const Trial& trial, const Told& told);

}  // namespace ducha::survival
