// One cell of CSV that this program writes for its own import, and what a cell says that somebody's spreadsheet wrote.
//
// A text that begins like a formula would be computed by the spreadsheet that opens the file. An apostrophe in front
// tells it not to, and is no part of the text; so a text that begins with apostrophes before such a sign gets one more.
// `unguarded` takes back exactly what `guarded` adds.

#pragma once

#include <string>
#include <string_view>

namespace ducha::tools {

std::string guarded(std::string_view text);
std::string_view unguarded(std::string_view cell);

// In quotation marks where the text needs them.
std::string csv_field(std::string_view text, char delimiter);

}  // namespace ducha::tools
