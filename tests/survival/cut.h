// The disk as a power cut may leave it, at an instant of what was worked over it.

#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "tests/survival/history.h"
#include "tests/survival/trial.h"
#include "tests/survival/volume.h"

namespace ducha::survival {

// Laid down in the place of the bench's own disk.
class Cut {
 public:
  // `instant`: after so many notes of the history's journal.
  Cut(const Bench& bench, const History& history, std::size_t instant, support::Chance& chance);

  const History::Progress& progress() const { return progress_; }
  // Does what is asked of the disk after it. What is found then says which cut it was, and the disk stays for whoever
  // looks into it.
  void examine(const Bench& bench, const Told& told, const std::string& name, const std::function<void()>& ask) const;
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
