// 时限重计: which due days another calendar would move.
//
// A due day told to a unit is a decision and stays what it was when a new calendar is adopted. What the count would
// give by the calendar as it is now stands here; it holds only once the office has recorded it (`DueMoved`).

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ledger/domain/calendar.h"
#include "ledger/domain/docket.h"

namespace ducha::domain {

// What the limit of the clock gives now, with the days it stood since. Nothing when its present due day is no limit's:
// a fixed date, or one that an extension named.
std::optional<DueDay> recount(const Clock& clock, const Calendar& calendar);

// An open duty whose count gives another day now, or the same day that was provisional and is so no longer (or is now).
struct Move {
  DutyKind duty = DutyKind::completion;
  std::string unit;  // by code; empty: the due day of a docket that nobody leads at present
  Day from, to;
  bool provisional = false;  // `to`, still
  Day start;                 // the day that starts the count
  Limit limit;
  int stood = 0;  // plain days of suspension in `to`
  bool operator==(const Move&) const = default;
};

// In the order of units' roles; rectifications last. None for what is done, over, or owed by nobody; of a docket that
// is finished, its rectifications only.
std::vector<Move> moves_of(const Docket& docket, const Calendar& calendar);

// Whether the unit (anybody, when empty) has an open duty of that kind that is due on `day`. A docket's own due day is
// anybody's.
bool open_on(const Docket& docket, DutyKind duty, std::string_view unit, Day day);

}  // namespace ducha::domain
