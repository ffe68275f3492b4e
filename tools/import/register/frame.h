// Which day and which year a register speaks of, and how that is known.

#pragma once

#include <string>

#include "ledger/base/day.h"
#include "tools/import/register/rows.h"

namespace ducha::tools {

struct RegisterFrame {
  std::string title;    // the longest line over the header that is no remark about the table
  std::string by;       // 填报单位, when a line says so
  Day on;               // what is found in the register counts as told on this day
  std::string on_from;  // where that day is from, for the reader
  int year = 0;         // of days without one
  std::string year_from;
};

// The day: `asked` (--on, may be empty), else one in full over the header, else the end of the month named there, never
// after today; else today. The year: of the title, else of --on, else of most of the days in full, else of today.
RegisterFrame frame_of(const RegisterSheet& sheet, const std::string& asked, Day today, Language language);

}  // namespace ducha::tools
