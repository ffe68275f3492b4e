// Reading ahead: the next pieces are read in another thread while one is worked on.

#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <functional>
#include <future>
#include <thread>
#include <utility>
#include <vector>

#include "ledger/threads/handoff.h"

namespace ducha {

// `read(piece)` fills in piece after piece, a used one or an empty one, and says of the last that it is (`piece.last`);
// `use` gets them in that order, in this thread. When there is one piece only, there is no other thread. What either
// throws comes out, after the other ended.
template <class Piece, class Read, class Use>
void read_ahead(const Read& read, const Use& use) {
  Piece piece;
  read(piece);
  if (piece.last) return use(piece);
  constexpr std::size_t ahead_max = 3;
  Handoff<Piece> ready(ahead_max);
  auto reading = std::async(std::launch::async, [&] {
    const ClosedAtEnd end(ready);
    Piece next;
    for (bool last = false; !last;) {
      read(next);
      last = next.last;
      if (!ready.give(next)) return;
    }
  });
  {
    const ClosedAtEnd end(ready);
    do use(piece);
    while (ready.next(piece));
  }
  reading.get();
}

// All of them, as many at once as there are processors and no fewer than two, begun in this order: the longest first.
// What one of them throws comes out, after the others ended.
inline void all_at_once(const std::vector<std::function<void()>>& jobs) {
  const auto threads = std::min<std::size_t>(jobs.size(), std::max(2u, std::thread::hardware_concurrency()));
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (auto i = next++; i < jobs.size(); i = next++) jobs[i]();
  };
  std::vector<std::future<void>> others;
  for (std::size_t i = 1; i < threads; ++i) others.push_back(std::async(std::launch::async, work));
  work();
  for (auto& each : others) each.get();
}

// Both at once, `aside` in another thread. What either throws comes out, after the other ended.
template <class Aside, class Act>
void side_by_side(const Aside& aside, const Act& act) {
  auto done = std::async(std::launch::async, aside);
  act();
  done.get();
}

}  // namespace ducha
