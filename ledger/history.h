// The history of a stream, read from the log.

#pragma once

#include <vector>

#include "ledger/record/history.h"
#include "ledger/store/log.h"

namespace ducha {

// All entries of a stream, in the order of the log.
record::History history_of(const store::Log& log, StreamNo stream);

// Of each of these streams, in the order they are given. For many: the log is swept where their entries lie, instead
// of being asked for one entry after another.
std::vector<record::History> histories_of(const store::Log& log, const std::vector<StreamNo>& streams);

}  // namespace ducha
