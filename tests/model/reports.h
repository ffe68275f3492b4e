// The rows of three reports, as the JSON of the contract has them, each from the whole list of commands.

#pragma once

#include <string>

#include "tests/model/calendar.h"
#include "tests/model/told.h"

namespace ducha::model {

Json duties(const History& history, const Calendar& calendar, const Look& look);
Json overdue(const History& history, const Calendar& calendar, const Look& look);
Json standing(const History& history, const Calendar& calendar, const Look& look, Day from, Day to);

// The commands that concern a docket in the order they are read, up to a day; mergers of units concern every one.
History steps_of(const History& known, const std::string& docket, Day upto);
// The dockets there are, by code point.
std::vector<std::string> dockets_of(const History& known);

// Why the contract refuses a command at the end of that list, or nothing.
std::optional<std::string> refused(const History& history, const Calendar& calendar, const Told& told);

// The same with what it decides for good, as it is recorded at the end of that list.
Told decided(const History& history, const Calendar& calendar, Told told);

}  // namespace ducha::model
