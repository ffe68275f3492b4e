#include "ledger/base/sorted_in_passes.h"

#include <random>
#include <utility>

#include "tests/catch.h"

namespace ducha {
namespace {

using Row = std::pair<int, std::size_t>;

// What is taken, of rows that are held in no more than twice so many places.
std::vector<Row> taken(const std::vector<Row>& rows, std::size_t at_once, int& passes) {
  std::vector<Row> all;
  passes = 0;
  sorted_in_passes<Row>(
      [&](const auto& visit) {
        ++passes;
        for (const auto& row : rows) visit(row);
      },
      [&](const Row& row) { all.push_back(row); }, at_once);
  return all;
}

TEST_CASE("rows come in order, however few of them are held at once", "[base]") {
  std::minstd_rand chance(5);
  for (const std::size_t count : {0u, 1u, 5u, 6u, 7u, 100u, 1000u}) {
    std::vector<Row> rows;
    for (std::size_t i = 0; i < count; ++i) rows.emplace_back(static_cast<int>(chance() % 40), i);
    for (const bool backwards : {false, true}) {
      auto expected = rows;
      std::sort(expected.begin(), expected.end());
      if (backwards) rows.assign(expected.rbegin(), expected.rend());
      for (const std::size_t at_once : {1u, 3u, 50u, 5000u}) {
        int passes = 0;
        CHECK(taken(rows, at_once, passes) == expected);
        CHECK(passes <= static_cast<int>(count / at_once) + 1);
        if (count < at_once) CHECK(passes == 1);
      }
    }
  }
}

}  // namespace
}  // namespace ducha
