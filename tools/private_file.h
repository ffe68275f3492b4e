// Files of a ledger that nobody else may read, and files that appear whole or not at all.

#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace ducha::tools {

// The whole file; nothing when it is not there. Throws Fault::disk when it cannot be read.
std::optional<std::string> read_file(const std::filesystem::path& path);

// Written beside, synced and put in place (mode 0600), so that a crash leaves the old file or the new one.
// Throws Fault::disk.
void write_private(const std::filesystem::path& path, std::string_view text);

}  // namespace ducha::tools
