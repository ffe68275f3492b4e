// What the district writes: reports, reasons, notes. Put together by chance from pieces that fit.

#pragma once

#include <string>

#include "tests/support/chance.h"

namespace ducha::support {

// How a matter goes, as its lead tells it.
enum class Pace { steady, behind, stuck };

// A report of progress at so many percent (0-100) of a matter with so many sites (点位).
std::string progress_text(Chance& chance, int percent, int sites, Pace pace);
// A supporting unit's report, and what it says when there is nothing to report.
std::string support_text(Chance& chance, bool subdistrict);
std::string nothing_text(Chance& chance);
// Why something is behind, or will take longer.
std::string cause_text(Chance& chance);
std::string part_text(Chance& chance);
std::string done_text(Chance& chance);
std::string return_text(Chance& chance);
std::string objection_text(Chance& chance);
std::string channel_text(Chance& chance);

// So many more sentences, as long-winded writers add them.
std::string padding(Chance& chance, int sentences);
// A SHA-256 as an attachment's would look.
std::string attachment(Chance& chance);

}  // namespace ducha::support
