// An entry as it lies, on one line, its fields apart by tabs: of `log`, and of what `salvage` found.

#pragma once

#include <iosfwd>

#include "ledger/domain/office.h"
#include "ledger/record/entry.h"

namespace ducha::tools {

void print_entry(std::ostream& out, Seq seq, const record::Entry& entry, const domain::Office& office);

}  // namespace ducha::tools
