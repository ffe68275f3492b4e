// An office at work: commands in the order in which it gives them, each with its batch file, drawn by chance.

#pragma once

#include <string>

#include "tests/support/chance.h"
#include "tests/survival/run.h"

namespace ducha::survival {

class Office {
 public:
  Office(const Bench& bench, support::Chance& chance) : bench_(bench), chance_(chance) {}

  // The first of all: `init`.
  static Words founding() { return {"init"}; }
  // Any command that writes: mostly recorded, now and then repeated, refused, or a rebuilding.
  Words next();
  // One fact in a command of its own.
  Words fact();
  // A batch of so many dockets, five lines each.
  Words batch(std::size_t dockets);
  // Some years of the made-up district, so many lines or more; once in a ledger.
  Words district(std::size_t lines);

 private:
  std::string number() { return std::to_string(++count_); }

  const Bench& bench_;
  support::Chance& chance_;
  std::size_t count_ = 0;
  std::string last_batch_;
  bool sealed_ = false;  // whether there is a key
};

}  // namespace ducha::survival
