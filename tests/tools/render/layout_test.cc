#include "tools/render/layout.h"

#include <numeric>

#include "tests/catch.h"

namespace ducha::tools {
namespace {

using Widths = std::vector<std::size_t>;

TEST_CASE("columns that fit keep their width", "[layout]") {
  CHECK(share_line({{10, 0}, {20, 1}}, 32) == Widths{10, 20});
  CHECK(share_line({}, 0) == Widths{});
}

TEST_CASE("only columns with a weight give way", "[layout]") {
  CHECK(share_line({{10, 0}, {20, 1}}, 25) == Widths{10, 13});
  CHECK(share_line({{10, 0}, {10, 0}}, 21) == std::nullopt);
}

TEST_CASE("who has more gives more, and so does who weighs more", "[layout]") {
  CHECK(share_line({{16, 1}, {36, 1}}, 34) == Widths{11, 21});  // spare 10 and 30, excess 20
  CHECK(share_line({{26, 1}, {26, 3}}, 34) == Widths{21, 11});  // excess 20
}

TEST_CASE("nobody is made narrower than six columns, nor wider than before", "[layout]") {
  CHECK(share_line({{40, 1}, {4, 1}}, 12) == Widths{6, 4});
  CHECK(share_line({{40, 1}, {4, 1}}, 11) == std::nullopt);
  CHECK(share_line({{6, 9}, {40, 1}}, 20) == Widths{6, 12});
}

TEST_CASE("a column keeps what it was promised at least", "[layout]") {
  CHECK(share_line({{40, 1, 20}, {40, 0}}, 62) == Widths{20, 40});
  CHECK(share_line({{40, 1, 20}, {40, 0}}, 61) == std::nullopt);
}

TEST_CASE("a line that is too short is filled to its last column", "[layout]") {
  const std::vector<Room> columns{{13, 1}, {29, 2}, {7, 0}, {41, 3}, {17, 1}};
  for (std::size_t line = 39; line <= 115; ++line) {
    INFO(line);
    const auto widths = share_line(columns, line);
    REQUIRE(widths);
    CHECK(std::accumulate(widths->begin(), widths->end(), 4 * column_gap) == line);
    CHECK(widths->at(2) == 7);
  }
  CHECK_FALSE(share_line(columns, 38));
}

}  // namespace
}  // namespace ducha::tools
