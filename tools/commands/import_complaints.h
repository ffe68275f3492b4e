// What an import has to complain of, as it is shown.

#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "ledger/clerk.h"
#include "tools/commands/commands.h"
#include "tools/context.h"
#include "tools/import/draft.h"
#include "tools/import/rejects.h"

namespace ducha::tools {

// No more are shown on the terminal; all are counted.
inline constexpr std::size_t complaints_shown_max = 200;

// Why each row was refused, in one cell, by its line.
Refused reasons_of(const std::vector<Complaint>& complaints);
// In the order of the file, each with the sheet it is of.
void put_in_order(std::vector<Complaint>& complaints, const std::string& sheet);
// Records what the clerk has taken, beside the file of what was left out: when it cannot be recorded, nothing was, so
// there is nothing that was left out either, and that file goes. `rejects` is empty when there is none.
void commit_beside(Clerk& clerk, const std::string& rejects);

// Each with its place and cell, in the order given, the first two hundred of them.
void list_complaints(const Context& context, const std::string& file, const std::vector<Complaint>& complaints);

// The same, and then what became of the rows that were left out.
void tell_skipped(const Context& context, const ImportOptions& options, const std::string& file,
                  const std::vector<Complaint>& complaints, std::size_t skipped);

// The same, and then how many there are and that nothing was recorded.
void show_complaints(const Context& context, const std::string& file, const std::vector<Complaint>& complaints);

}  // namespace ducha::tools
