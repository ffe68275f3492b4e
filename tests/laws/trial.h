// One history held against the program: the second model foresees what is refused and what the reports say.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "tests/model/calendar.h"
#include "tests/model/told.h"

namespace ducha::laws {

using model::Json;

// A look at three reports; what was known is named by the last command that was.
struct LookAt {
  std::string on;
  std::string known;  // a command's id, or empty: everything
};

struct Failure {
  std::string law;             // which one does not hold: refusals, duties, overdue, standing …
  std::string found;           // what the program says and what the model says
  std::vector<Json> lines;     // what was told
  std::optional<LookAt> look;  // from where it shows
};

enum class Thorough { reports_only, every_law };

// Tells so many random commands and looks from many days; nothing when every law holds.
std::optional<Failure> try_seed(std::uint64_t seed, Thorough thorough);
// The same lines told again, and looked at from there.
std::optional<Failure> try_lines(const std::vector<Json>& lines, const std::vector<LookAt>& looks, Thorough thorough);
// Drops commands while the same law still fails.
Failure smallest(Failure failure);

// How many commands were recorded and refused so far, by name: what the histories reach.
std::string reached();

}  // namespace ducha::laws
