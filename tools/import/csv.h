// Batch rows in CSV: a header, then one draft per row.
//
// The header names the fields of the contract, in English or Chinese; `do` may be the office's word for
// the command. Columns are parted by commas, or by semicolons or tabs when the header is. A row keeps
// the line it begins on, however many lines its quoted cells run over; the column of a place is the
// number of the cell. Empty cells are left out, rows of nothing but empty cells are skipped.

#pragma once

#include <string_view>

#include "tools/import/reading.h"
#include "tools/language.h"

namespace ducha::tools {

// `text`: UTF-8, as `decode_text` gives it.
Reading read_csv(std::string_view text, Language language);

}  // namespace ducha::tools
