// What an import has to complain of, as it is shown.

#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "tools/commands/commands.h"
#include "tools/context.h"
#include "tools/import/draft.h"

namespace ducha::tools {

// No more are shown on the terminal; all are counted.
inline constexpr std::size_t complaints_shown_max = 200;

// Why a row was refused, in one cell.
std::string reason_of(const Complaint& complaint);

// Each with its place and cell, in the order given, the first two hundred of them.
void list_complaints(const Context& context, const std::string& file, const std::vector<Complaint>& complaints);

// The same, and then what became of the rows that were left out.
void tell_skipped(const Context& context, const ImportOptions& options, const std::string& file,
                  const std::vector<Complaint>& complaints, std::size_t skipped);

// The same, and then how many there are and that nothing was recorded.
void show_complaints(const Context& context, const std::string& file, const std::vector<Complaint>& complaints);

}  // namespace ducha::tools
