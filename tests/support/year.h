// The year as commands, before they have a form.

#pragma once

#include <functional>

#include "tests/support/district.h"
#include "tests/support/life.h"

namespace ducha::support {

using Take = std::function<void(const Command&)>;
void tell_office(Day on, const Take& take);
void tell_year(const YearPlan& plan, const Take& take);

}  // namespace ducha::support
