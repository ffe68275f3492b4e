// The calendar `init` adopts when it is given no other: the working days announced by the State Council
// (国务院办公厅节假日安排), as text in the form every calendar file has.
//
// Compiled in from data/cn-workdays.csv, so that a new ledger needs no file and no network.

#pragma once

#include <string_view>

namespace ducha::domain {

// CSV with the header `date,kind,name`; `kind` is `holiday` (休) or `workday` (补班). Days it does not name
// are Monday to Friday; years it does not touch are provisional.
extern const std::string_view default_calendar_csv;

}  // namespace ducha::domain
