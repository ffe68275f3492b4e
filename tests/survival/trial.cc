#include "tests/survival/trial.h"

#include <algorithm>

namespace ducha::survival {

const std::vector<Trial>& trials() {
  static const std::vector<Trial> all{
      {"power-cut", "the power fails at any instant of small commands and imports", power_cut},
      {"power-cut-bulk", "the power fails at any instant of a large import", power_cut_in_bulk},
      {"power-cut-twice", "the power fails, and fails again while the ledger recovers", power_cut_twice},
      {"kill", "a writer of many small commands is killed at random", killed_writer},
      {"power-cut-backup", "the power fails at any instant of a backup", power_cut_in_backup},
      {"kill-backup", "backups are killed at random", killed_backup},
      {"disk-full", "the disk is full after so many bytes", disk_full},
      {"read-only", "the disk may only be read", disk_read_only},
      {"disk-failing", "the n-th sync, write, creation, move or removal fails", disk_failing},
      {"memory", "there is too little memory for an import", memory_short},
      {"altered", "files are flipped, cut short, removed, or put back as they were", files_altered},
  };
  return all;
}

const Trial* trial_named(const std::string& name) {
  const auto found =
      std::find_if(trials().begin(), trials().end(), [&](const auto& each) { return each.name == name; });
  return found == trials().end() ? nullptr : &*found;
}

std::optional<std::string> failure_of(const Trial& trial, const Told& told) {
  try {
    trial.play(told);
    return {};
  } catch (const std::exception& found) {
    return trial.name + ", seed " + std::to_string(told.seed) + ": " + found.what();
  }
}

}  // namespace ducha::survival
