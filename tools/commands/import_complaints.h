// What an import has to complain of, as it is shown.

#pragma once

#include <string>
#include <vector>

#include "tools/context.h"
#include "tools/import/draft.h"

namespace ducha::tools {

// Each with its place and cell, in the order given, the first two hundred of them.
void list_complaints(const Context& context, const std::string& file, const std::vector<Complaint>& complaints);

// The same, and then how many there are and that nothing was recorded.
void show_complaints(const Context& context, const std::string& file, const std::vector<Complaint>& complaints);

}  // namespace ducha::tools
