// What an import has to complain of, as it is shown.

#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "tools/context.h"
#include "tools/import/draft.h"

namespace ducha::tools {

// No more are shown on the terminal; all are counted.
inline constexpr std::size_t complaints_shown_max = 200;

// Each with its place and cell, in the order given, the first two hundred of them.
void list_complaints(const Context& context, const std::string& file, const std::vector<Complaint>& complaints);

// The same, and then how many there are and that nothing was recorded.
void show_complaints(const Context& context, const std::string& file, const std::vector<Complaint>& complaints);

}  // namespace ducha::tools
