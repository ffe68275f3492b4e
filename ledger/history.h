// The history of a stream, read from the log.

#pragma once

#include "ledger/record/history.h"
#include "ledger/store/log.h"

namespace ducha {

// All entries of a stream, in the order of the log.
record::History history_of(const store::Log& log, StreamNo stream);

}  // namespace ducha
