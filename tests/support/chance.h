// Chance that falls the same on every machine and compiler: splitmix64, which the standard library's
// distributions are not. Never draw twice in one expression: its order is the compiler's.

#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>

namespace ducha::support {

class Chance {
 public:
  explicit Chance(std::uint64_t seed) : state_(seed) {}
  // Its own chance for the n-th of many: what one of them draws changes nothing for the others.
  Chance(std::uint64_t seed, std::uint64_t nth) : state_(seed * 0x2545f4914f6cdd1dull + nth * 0xd1342543de82ef95ull) {
    next();
  }

  std::uint64_t next() {
    auto z = (state_ += 0x9e3779b97f4a7c15ull);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ull;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebull;
    return z ^ (z >> 31);
  }
  // 0 to bound - 1; bound is not 0.
  std::size_t below(std::size_t bound) { return static_cast<std::size_t>(next() % bound); }
  // Both included.
  int between(int low, int high) { return low + static_cast<int>(below(static_cast<std::size_t>(high - low + 1))); }
  bool percent(unsigned share) { return below(100) < share; }
  template <class Some>
  const auto& one_of(const Some& some) {
    return *(std::begin(some) + static_cast<std::ptrdiff_t>(below(std::size(some))));
  }

 private:
  std::uint64_t state_;
};

}  // namespace ducha::support
