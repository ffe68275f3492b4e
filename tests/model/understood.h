// A batch line as the office understands it: units by their codes, groups expanded on the day and frozen.

#pragma once

#include <string>
#include <variant>

#include "tests/model/told.h"

namespace ducha::model {

// After the commands that were recorded; or the name of the refusal when it speaks of what nobody knows.
std::variant<Told, std::string> understood(const History& so_far, const Json& line, Day recorded);

}  // namespace ducha::model
