// A clock's moves: told, told anew, stood still.

#pragma once

#include <optional>

#include "ledger/domain/deadline.h"
#include "ledger/domain/docket.h"

namespace ducha::domain {

// A due day told on `start`, as the limit it was told as, if it was one.
Clock begin(DueDay due, std::optional<Limit> told, Day start);
// What a written limit says when it is counted; nothing for a date.
std::optional<Limit> counted_limit(std::string_view written);
// The due day is another from now on.
void move(Clock& clock, DueDay to);
// The due days a clock passes while it stands for so many days are days it has had (容错 may name them).
void pass(Clock& clock, int days);
// The clock stood for so many plain days from `since`: what was due then or later is due later.
void stand(Clock& clock, Day since, int days);

// Each active leading tenure of the docket.
template <class Visit>
void each_leading(Docket& docket, Visit visit) {
  for (Tenure& tenure : docket.tenures)
    if (tenure.active() && tenure.led) visit(tenure);
}

inline Tenure* active(Docket& docket, std::string_view unit) { return const_cast<Tenure*>(docket.tenure_of(unit)); }

// The docket's own due day is told, or told anew.
void set_due(Docket& docket, Day on, DueDay due, std::optional<Limit> told);

}  // namespace ducha::domain
