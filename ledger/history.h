// The history of a stream, read from the log.

#pragma once

#include <string_view>

#include "ledger/record/history.h"
#include "ledger/store/log.h"

namespace ducha {

// An entry as the office's rows keep it side by side: its number, then its bytes.
record::KeptEntry office_entry(std::string_view row);

// All entries of a stream, in the order of the log.
record::History history_of(const store::Log& log, StreamNo stream);

}  // namespace ducha
