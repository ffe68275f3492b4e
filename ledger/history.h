// The history of a stream, read from the log.

#pragma once

#include <cstddef>
#include <functional>
#include <string_view>
#include <vector>

#include "ledger/record/history.h"
#include "ledger/store/log.h"

namespace ducha {

// An entry as the office's rows keep it side by side: its number, then its bytes.
record::KeptEntry office_entry(std::string_view row);

// All entries of a stream, in the order of the log.
record::History history_of(const store::Log& log, StreamNo stream);

// The history of each of these streams (the `i`-th of them), in the order they are given. For many: the log is swept
// where their entries lie, instead of being asked for one entry after another, and no more than some thousands of
// histories are held at a time.
void each_history(const store::Log& log, const std::vector<StreamNo>& streams,
                  const std::function<void(std::size_t i, const record::History& history)>& visit);

}  // namespace ducha
