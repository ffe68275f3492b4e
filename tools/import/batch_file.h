// A file of input, whole, or a sentence saying why it cannot be had.

#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "tools/import/draft.h"
#include "tools/language.h"

namespace ducha::tools {

// A batch is planned in memory before any of it is recorded; a larger file is split by its owner.
inline constexpr std::size_t file_mib_max = 256;

struct FileBytes {
  std::string bytes;
  std::optional<Complaint> complaint;  // missing, a directory, unreadable, empty, too large
};

FileBytes read_file(const std::string& path, Language language);

}  // namespace ducha::tools
