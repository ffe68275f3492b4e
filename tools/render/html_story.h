// A history as a list on a page: each entry with its day, what it says and what it changed.

#pragma once

#include <iosfwd>

#include "projections/report.h"
#include "tools/language.h"

namespace ducha::tools {

// The report has the columns that story.h names. What no longer counts is struck through and marked.
void put_story_list(const reports::Report& report, Language language, std::ostream& out);

}  // namespace ducha::tools
