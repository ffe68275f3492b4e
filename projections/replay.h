// 回放: a docket's history, entry by entry, with what each changed in what is owed.

#pragma once

#include "ledger/store/log.h"
#include "projections/books.h"
#include "projections/report.h"

namespace ducha::projections {

// Entries in the order they are read (by day, then by the log), corrected ones among them, marked. Nothing
// when no docket has that number.
std::optional<reports::Report> replay(const store::Log& log, const Books& books, const std::string& docket);

}  // namespace ducha::projections
