#include "projections/course.h"

#include "ledger/base/fault.h"
#include "tests/catch.h"

namespace ducha::projections {
namespace {

struct Told {
  Seq seq;
  Day on;  // or on_any_day
};

Course course_of(const std::vector<Told>& told) {
  Course course;
  for (const auto& each : told) course.add(each.seq, each.on);
  return course;
}

TEST_CASE("a course tells which entries are in sight of any day and any state of knowledge", "[projections]") {
  const Day began{19'000};
  const std::vector<std::vector<Told>> courses{
      {{0, began}},
      {{7, began}, {8, began + 1}, {200, began + 30}, {70'000, began + 400}},
      {{7, began}, {300, began - 20}, {301, began + 9'000}, {302, began - 20'000}},  // paper that arrives late
      {{1, began}, {5, began + 10}, {9, on_any_day}, {12, began + 2}},
      {{1, began}, {2, on_any_day}},  // an opening that was corrected
      {{Seq{1} << 40, Day{-5}}, {(Seq{1} << 40) + 1, Day{0}}, {(Seq{1} << 41), Day{5}}},
  };
  for (const auto& told : courses) {
    const auto row = course_of(told).bytes();
    std::vector<Day> days;
    std::vector<Seq> lasts;
    for (const auto& each : told) {
      if (each.on != on_any_day)
        for (const int near : {-1, 0, 1}) days.push_back(each.on + near);
      lasts.push_back(each.seq);
      lasts.push_back(each.seq + 1);
      if (each.seq > 0) lasts.push_back(each.seq - 1);
    }
    for (const Day on : days)
      for (const Seq last : lasts) {
        bool all = true, any = false;
        std::vector<Seq> seen;
        for (const auto& each : told) {
          const bool sees = each.seq <= last && (each.on == on_any_day || each.on <= on);
          all = all && sees;
          any = any || (sees && each.on != on_any_day);
          if (sees) seen.push_back(each.seq);
        }
        INFO("day " << on.number() << ", entry " << last);
        CHECK(in_sight(row, on, last) == all);
        CHECK(out_of_sight(row, on, last) == !any);
        CHECK(entries_in_sight(row, on, last) == seen);
      }
  }
}

TEST_CASE("a course that goes on behind what is stored is the course as a whole", "[projections]") {
  const Day began{18'990};
  const std::vector<Told> told{{3, began}, {4, began + 3}, {90, began - 2}, {91, on_any_day}, {500, began + 1}};
  const auto whole = course_of(told).bytes();
  for (std::size_t stored = 1; stored <= told.size(); ++stored) {
    Course course(course_of({told.begin(), told.begin() + static_cast<std::ptrdiff_t>(stored)}).bytes());
    for (auto i = stored; i < told.size(); ++i) course.add(told[i].seq, told[i].on);
    CHECK(course.bytes() == whole);
  }
}

TEST_CASE("a course that is cut is damage, or has fewer entries", "[projections][fault]") {
  const auto row = course_of({{3, Day{1}}, {40'000, Day{900}}, {50'000, on_any_day}}).bytes();
  for (std::size_t size = 0; size < row.size(); ++size) {
    try {
      const auto cut = entries_in_sight(row.substr(0, size), Day{1'000}, 60'000);
      CHECK(cut.size() < 3);
    } catch (const Fault& fault) {
      CHECK(fault.kind() == Fault::Kind::damaged);
    }
  }
  // A number without an end.
  CHECK_THROWS_AS(entries_in_sight(row + std::string(12, '\xff'), Day{1'000}, 60'000), Fault);
}

}  // namespace
}  // namespace ducha::projections
