// The disk as a power cut may leave it, at an instant of what was worked over it.

#pragma once

#include <cstddef>
#include <string>

#include "tests/survival/history.h"
#include "tests/survival/volume.h"

namespace ducha::survival {

// Laid down in the place of the bench's own disk.
class Cut {
 public:
  // `instant`: after so many notes of the history's journal.
  Cut(const Bench& bench, const History& history, std::size_t instant, support::Chance& chance);

  const History::Progress& progress() const { return progress_; }
  // When, how and with what luck: for whoever looks into a failure.
  std::string told() const;

 private:
  std::size_t instant_;
  History::Progress progress_;
  Manner manner_;
  Luck luck_;
  std::string last_;
};

}  // namespace ducha::survival
