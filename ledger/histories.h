// The histories of many streams at once.

#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

#include "ledger/record/history.h"
#include "ledger/store/log.h"

namespace ducha {

// Of the `i`-th stream.
using VisitHistory = std::function<void(std::size_t i, const record::History& history)>;

// The history of each of these streams, in the order they are given. The log is swept where their entries lie, by two
// threads, instead of being asked for one entry after another; no more than some thousands of histories are held at a
// time.
void each_history(const store::Log& log, const std::vector<StreamNo>& streams, const VisitHistory& visit);

// The same for who works on one history without regard to others, and wants these entries of each alone, in the order
// of the log: `visit` is called by two threads, once for each, in no order.
void each_history_at_once(const store::Log& log, std::span<const std::vector<Seq>> wanted, const VisitHistory& visit);

}  // namespace ducha
