// A file of input, whole, or a sentence saying why it cannot be had.

#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "ledger/base/id.h"
#include "ledger/record/digest.h"
#include "tools/import/draft.h"
#include "tools/language.h"

namespace ducha::tools {

// What is read whole may not be larger; JSON Lines are read in pieces (pieces.h) and may be of any size.
inline constexpr std::size_t file_mib_max = 256;

struct FileBytes {
  std::string bytes;
  std::optional<Complaint> complaint;  // missing, a directory, unreadable, empty, too large
};

FileBytes read_file(const std::string& path, Language language);

// Whether a file on the disk begins as an XLSX workbook or as what Excel wrote before there was XLSX, whatever it is
// called.
bool begins_as_workbook(const std::string& path);

// Of its bytes, read piece by piece. Throws Fault::disk when they cannot be read.
Digest digest_of_file(const std::string& path, record::DigestAlgorithm algorithm);

}  // namespace ducha::tools
