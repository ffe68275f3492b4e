// A file of input, whole, or a sentence saying why it cannot be had.

#pragma once

#include <cstddef>
#include <optional>
#include <string>

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

}  // namespace ducha::tools
