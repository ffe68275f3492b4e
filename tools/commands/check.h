// `check`: what an office would want to know before it prints.

#pragma once

#include <functional>

#include "projections/books.h"
#include "projections/report.h"
#include "tools/context.h"

namespace ducha::tools {

// Writes the findings with `write`. Done with findings too; unverified only when the views differ from the entries.
Exit check(const Context& context, const store::Log& log, const projections::Books& books,
           const std::function<void(const reports::Report&)>& write);

}  // namespace ducha::tools
