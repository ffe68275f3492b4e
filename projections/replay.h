// 回放: a docket's history, entry by entry, with what each changed in what is owed.

#pragma once

#include "ledger/domain/docket.h"
#include "ledger/store/log.h"
#include "projections/books.h"
#include "projections/report.h"

namespace ducha::projections {

// Entries in the order they are read (by day, then by the log), corrected ones among them, marked. Nothing
// when no docket has that number.
std::optional<reports::Report> replay(const store::Log& log, const Books& books, const std::string& docket);

// The docket as it stood then, everything its facts said; nothing when there was none of that number.
std::optional<domain::Docket> docket_then(const store::Log& log, const Books& books, const std::string& docket);

// A notice (督办单) as it was issued.
struct Notice {
  Day on;
  std::string unit, requirement;
  domain::Colour colour;
  std::optional<Day> due;
  bool provisional = false;
  std::string limit;
};
// Those of a docket that count, in the order they are read.
std::vector<Notice> notices_of(const store::Log& log, const Books& books, const std::string& docket);

}  // namespace ducha::projections
