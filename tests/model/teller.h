// Tells random histories, on purpose nasty ones: few units and dockets so that they collide, many commands on the same
// day, on a due day or the day after, around suspensions, holidays and year ends, paper that arrives late, corrections.
//
// It proposes one command after the other and looks at what became of the ones before; most of what it proposes is
// lawful, some is not. The same seed and the same answers give the same proposals.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tests/model/calendar.h"
#include "tests/model/course.h"
#include "tests/model/told.h"
#include "tests/support/chance.h"

namespace ducha::model {

class Teller {
 public:
  explicit Teller(std::uint64_t seed, const Calendar& calendar);

  // The units, groups, posts and decisions of the district.
  std::vector<Json> office();
  // A next command, after those that were recorded.
  Json next(const History& so_far);
  // A day worth looking from.
  Day look(const History& so_far);

 private:
  Json about_office(const History& so_far);
  Json correction(const History& so_far);
  Json opening(const History& so_far);
  Json about(const std::string& docket, const Course& course);
  void assignment(Json& json);
  void reassignment(Json& json, const Course& course);
  void report(Json& json, const Course& course, std::size_t stay);

  Day some_day(const History& so_far);
  std::vector<Day> days_that_matter(const Course& course) const;
  std::string limit();
  std::string date();
  std::string unit();
  std::string unit_or_group();
  std::vector<std::string> some_units(std::size_t most);

  support::Chance chance_;
  const Calendar& calendar_;
  Day today_;
  int told_ = 0;
};

}  // namespace ducha::model
