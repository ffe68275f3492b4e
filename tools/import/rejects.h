// Refused rows, written again in the form and the encoding they came in, each with the reason.
//
//   JSON Lines   the line with a member 不予记录的原因 at its end; a line that is no object stays as it is
//   CSV          everything down to the header, then the rows as written, with a column for the reason before all
//   others:
//                there it stands in its place even where a row has too few cells or a quotation mark too many
//   XLSX         the same as a sheet; days and numbers stay days and numbers, a cell with an error stays one
//
// The reason's column or member is passed over by an import (headers.h), so the file is imported as it is once it is
// mended.

#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "ledger/record/digest.h"
#include "tools/import/batch.h"
#include "tools/import/draft.h"
#include "tools/language.h"

namespace ducha::tools {

// Why, by the line or row.
using Refused = std::map<std::size_t, std::string>;

// What rows take from others, so that they can be read without them: the lines of headings, which stay, and what stands
// in cells that a merge left empty, by line and place.
struct Borrowed {
  std::set<std::size_t> headings = {};
  std::map<std::size_t, std::map<std::size_t, std::string>> cells = {};
  std::optional<char> delimiter = {};  // of CSV, when its first line does not tell
};

// Reads `from`, which `batch` was read from, once more. The new file appears whole or not at all; nothing that is there
// already is written over. A complaint says why not.
std::optional<Complaint> write_rejects(const std::string& from, const BatchOptions& options, const Batch& batch,
                                       const Refused& refused, record::DigestAlgorithm algorithm, const std::string& to,
                                       Language language, const Borrowed& borrowed = {});

}  // namespace ducha::tools
