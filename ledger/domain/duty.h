// 责任: everything owed on a docket, each with one owner, one role and one clock.
//
// `dues_of` gives what does not depend on the day of asking; it is what views keep. `state_on` and
// `duties_on` bring the day in. Together they are the pure function
//
//   duties : docket (facts up to X) × X → duties

#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "ledger/base/day.h"
#include "ledger/domain/docket.h"

namespace ducha::domain {

// One duty, all but the day of asking.
struct Due {
  // How it ended, or that it has not.
  enum class Fate : std::uint8_t { open, done, missed, excused };
  DutyKind kind;
  std::string unit;
  Role role;
  Day due;    // the day it is assessed by
  Day first;  // the first due day it had; of a completion, the docket's first
  std::optional<Day> done;
  bool provisional = false;
  Fate fate = Fate::open;
  bool operator==(const Due&) const = default;
};

// Feedback that goes on being owed: the cadence's days after `after`, by this unit in this role.
struct Running {
  std::string unit;
  Role role;
  Cadence cadence;
  Day after;
  std::vector<Day> excused;  // days after it that are exempted already
  bool operator==(const Running&) const = default;
};

struct Dues {
  std::vector<Due> dues;  // void ones are left out
  std::vector<Running> running;
  // Since when the clock stands: acceptance, part and completion due then or later go on moving with the day
  // of asking, and feedback days from then to the day of asking are excused.
  std::optional<Day> suspended;
  bool operator==(const Dues&) const = default;
};

Dues dues_of(const Docket& docket);

// 容错: whether it excuses anything, a duty of that kind and unit that has had that due day (Art. 35).
bool excuses_any(const Docket& docket, const Exemption& exemption);

// A duty as it stands on a day.
struct Duty {
  DutyKind kind;
  std::string unit;
  Role role;
  Day due, first;
  std::optional<Day> done;
  DutyState state;
  int days = 0;  // X - due when overdue, done - due when late, else 0
  bool provisional = false;
  bool operator==(const Duty&) const = default;
};

// Every duty on day `on`, as they come; each is good for the call.
void each_duty(const Dues& dues, Day on, const std::function<void(const Duty&)>& visit);
// Every duty on day `on`; `dues` must come from the facts up to that day. Of the feedback days after it only
// the next is listed. Ordered by due day, unit, kind, role.
std::vector<Duty> duties_on(const Dues& dues, Day on);

}  // namespace ducha::domain
