// Reading ahead: the next piece is read in another thread while the last one is worked on.

#pragma once

#include <future>
#include <utility>

namespace ducha::projections {

// `read` gives piece after piece and says of the last that it is (`piece.last`); `use` gets them in that order, in this
// thread. When there is one piece only, there is no other thread. What either throws comes out, after the other ended.
template <class Read, class Use>
void read_ahead(const Read& read, const Use& use) {
  for (auto piece = read();;) {
    std::future<decltype(piece)> next;
    if (!piece.last) next = std::async(std::launch::async, read);
    use(piece);
    if (!next.valid()) return;
    piece = next.get();
  }
}

// Both at once, `aside` in another thread. What either throws comes out, after the other ended.
template <class Aside, class Act>
void side_by_side(const Aside& aside, const Act& act) {
  auto done = std::async(std::launch::async, aside);
  act();
  done.get();
}

}  // namespace ducha::projections
