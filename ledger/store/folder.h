// A folder's names on the disk: a file that was made or moved survives a power cut once its folder is synced.

#pragma once

#include <filesystem>

namespace ducha::store {

// The empty path is the folder the program runs in, as it is what `parent_path` gives. Throws Fault::disk.
void sync_folder(const std::filesystem::path& folder);

}  // namespace ducha::store
