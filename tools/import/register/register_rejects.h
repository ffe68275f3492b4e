// Rows of a register that are left out of an import: which leave together, and how they are written to be mended.

#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "tools/import/register/register_file.h"
#include "tools/import/rejects.h"

namespace ducha::tools {

// The lines of the rows complained of, and of those that share a merged number with one: they are told apart by their
// order, which is kept only when they stay together. Nothing when the rest cannot be recorded without them: something
// is wrong with the file as a whole, or a row is merged with others and bears no number, which is complained of too.
std::optional<std::set<std::size_t>> leaving(const OpenedRegister& opened, std::vector<Complaint>& complaints,
                                             Language language);

// The file as write_rejects takes it, and what those rows are written with: headings, what merges left empty, and for
// rows under one number the number each stands for.
Batch as_batch(const OpenedRegister& opened);
Borrowed borrowed_by(const OpenedRegister& opened, const std::set<std::size_t>& lines, const std::string& prefix);

}  // namespace ducha::tools
