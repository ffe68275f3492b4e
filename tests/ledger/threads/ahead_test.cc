#include "ledger/threads/ahead.h"

#include <algorithm>
#include <atomic>
#include <functional>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "tests/catch.h"

namespace ducha {
namespace {

struct Piece {
  std::vector<int> numbers;
  bool last = false;
};

// Pieces of one number each, so many.
auto counting(int count) {
  return [next = 0, count](Piece& piece) mutable {
    piece.numbers.assign(1, next++);
    piece.last = next == count;
  };
}

TEST_CASE("pieces that are read ahead are used in their order, each once", "[threads]") {
  std::vector<int> used;
  auto read = counting(1000);
  read_ahead<Piece>([&](Piece& piece) { read(piece); },
                    [&](const Piece& piece) { used.insert(used.end(), piece.numbers.begin(), piece.numbers.end()); });
  REQUIRE(used.size() == 1000);
  for (int i = 0; i < 1000; ++i) CHECK(used[static_cast<std::size_t>(i)] == i);
}

TEST_CASE("of one piece only there is no other thread", "[threads]") {
  const auto here = std::this_thread::get_id();
  std::thread::id read_in;
  auto read = counting(1);
  int used = 0;
  read_ahead<Piece>(
      [&](Piece& piece) {
        read_in = std::this_thread::get_id();
        read(piece);
      },
      [&](const Piece&) { ++used; });
  CHECK(read_in == here);
  CHECK(used == 1);
}

TEST_CASE("what reading or using throws comes out", "[threads]") {
  for (const int at : {0, 1, 7}) {
    auto read = counting(20);
    std::vector<int> used;
    CHECK_THROWS_AS(read_ahead<Piece>(
                        [&](Piece& piece) {
                          read(piece);
                          if (piece.numbers.front() == at) throw std::runtime_error("unreadable");
                        },
                        [&](const Piece& piece) { used.push_back(piece.numbers.front()); }),
                    std::runtime_error);
    CHECK(static_cast<int>(used.size()) == at);  // those before it were read, and are used
    auto again = counting(20);
    CHECK_THROWS_AS(read_ahead<Piece>([&](Piece& piece) { again(piece); },
                                      [&](const Piece& piece) {
                                        if (piece.numbers.front() == at) throw std::logic_error("of no use");
                                      }),
                    std::logic_error);
  }
}

TEST_CASE("jobs done at once are all done, each once, also when one of them throws", "[threads]") {
  for (const int count : {0, 1, 2, 5, 40}) {
    std::vector<std::atomic<int>> done(static_cast<std::size_t>(count));
    std::vector<std::function<void()>> jobs;
    for (auto& each : done) jobs.emplace_back([&each] { ++each; });
    all_at_once(jobs);
    CHECK(std::all_of(done.begin(), done.end(), [](const auto& each) { return each == 1; }));
  }
  for (const std::size_t bad : {0, 1, 3}) {
    std::atomic<int> others = 0;
    std::vector<std::function<void()>> jobs(4, [&others] {
      std::this_thread::yield();
      ++others;
    });
    jobs[bad] = [] { throw std::runtime_error("cannot be done"); };
    CHECK_THROWS_AS(all_at_once(jobs), std::runtime_error);
    CHECK(others == 3);
  }
}

TEST_CASE("two jobs side by side both end before what one throws comes out", "[threads]") {
  bool ended = false;
  CHECK_THROWS_AS(side_by_side(
                      [&] {
                        std::this_thread::yield();
                        ended = true;
                      },
                      [] { throw std::runtime_error("here"); }),
                  std::runtime_error);
  CHECK(ended);
  int acted = 0;
  CHECK_THROWS_AS(side_by_side([] { throw std::runtime_error("there"); }, [&] { ++acted; }), std::runtime_error);
  CHECK(acted == 1);
}

}  // namespace
}  // namespace ducha
