#include "ledger/threads/handoff.h"

#include <future>
#include <vector>

#include "tests/catch.h"

namespace ducha {
namespace {

using Piece = std::vector<int>;

TEST_CASE("pieces come in their order, all of them, and used ones go back", "[threads]") {
  Handoff<Piece> handoff(2);
  std::size_t given_back = 0;
  auto making = std::async(std::launch::async, [&] {
    const ClosedAtEnd end(handoff);
    Piece piece;
    for (int i = 0; i < 1000; ++i) {
      given_back += !piece.empty();
      piece.assign(3, i);
      if (!handoff.give(piece)) return false;
    }
    return true;
  });
  std::vector<int> seen;
  for (Piece piece; handoff.next(piece);) seen.push_back(piece.at(2));
  CHECK(making.get());
  REQUIRE(seen.size() == 1000);
  for (int i = 0; i < 1000; ++i) CHECK(seen[static_cast<std::size_t>(i)] == i);
  CHECK(given_back > 900);
}

TEST_CASE("whoever wants no more stops the one who makes them", "[threads]") {
  Handoff<Piece> handoff(2);
  auto making = std::async(std::launch::async, [&] {
    Piece piece;
    int made = 0;
    for (piece = {0}; handoff.give(piece); piece = {0}) ++made;
    return made;
  });
  {
    const ClosedAtEnd end(handoff);
    Piece piece;
    REQUIRE(handoff.next(piece));
  }
  CHECK(making.get() < 10);
}

TEST_CASE("what lies ready when the end comes is still handed over", "[threads]") {
  Handoff<Piece> handoff(2);
  Piece piece{7};
  REQUIRE(handoff.give(piece));
  handoff.close();
  CHECK_FALSE(handoff.give(piece));
  REQUIRE(handoff.next(piece));
  CHECK(piece == Piece{7});
  CHECK_FALSE(handoff.next(piece));
}

}  // namespace
}  // namespace ducha
