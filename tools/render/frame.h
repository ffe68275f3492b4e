// What stands around the table when a report is shown to people: title, question, and what it was computed from.
//
// Text and Markdown differ in how they set these lines, not in what the lines say.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "projections/report.h"
#include "tools/language.h"

namespace ducha::tools {

std::string_view title(const reports::Report& report, Language language);

// What was asked, "至 2022-06-30" each; empty when nothing was.
std::vector<std::string> question(const reports::Report& report, Language language);

// The sentence that takes the place of an empty table.
std::string_view nothing_to_report(Language language);

// Day, head, rules, calendars, number of rows in all tables.
std::vector<std::string> basis(const reports::Report& report, Language language);

// The whole digest of the head, to be compared with a signed one: "sha256:…".
std::string digest(const reports::Report& report);

// Editions of calendars, a run of years under the same edition as one: "2021-2026@edition".
std::vector<std::string> compressed(const std::vector<std::string>& calendars);

}  // namespace ducha::tools
