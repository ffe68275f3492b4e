// 时间线: a docket's life on one axis of days, to be drawn.

#pragma once

#include <vector>

#include "ledger/domain/docket.h"
#include "ledger/record/entry.h"
#include "projections/books.h"
#include "projections/report.h"

namespace ducha::projections {

// `docket` as its facts up to the books' day have made it, `entries` those facts in the order they were read. The
// docket's lane comes first, then a lane a unit and role, in the order the roles began.
reports::Timeline timeline_of(const domain::Docket& docket, const std::vector<const record::Entry*>& entries,
                              const Books& books);

}  // namespace ducha::projections
