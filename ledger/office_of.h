// The office as the log has made it.

#pragma once

#include "ledger/domain/office.h"
#include "ledger/record/history.h"
#include "ledger/store/log.h"

namespace ducha {

// Reads what every question needs; decisions, to which there is no end, are read when they are asked for. So the log
// must outlive the office and its copies.
domain::Office office_of(const store::Log& log, const record::Sight& sight = {});

}  // namespace ducha
