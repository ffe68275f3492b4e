// Folders on the disk: who may look into them, and their names. A file that was made or moved survives a power cut once
// its folder is synced.

#pragma once

#include <filesystem>
#include <string_view>

namespace ducha::store {

// The empty path is the folder the program runs in, as it is what `parent_path` gives. Throws Fault::disk.
void sync_folder(const std::filesystem::path& folder);

// Makes the folder, and those above it, unless it is there; nobody else may look into one that was made (mode 0700).
// Its name is synced, and those of the folders above that were made. Whether it was made. Throws Fault::disk.
bool make_private_folder(const std::filesystem::path& folder);

// A private folder that appears whole or not at all: filled beside its place and moved there.
class FolderAside {
 public:
  // Beside `place`, with `ending` at the end of its name, instead of what a stopped one left there. Throws Fault::disk,
  // as `move_in` does.
  FolderAside(std::filesystem::path place, std::string_view ending);
  // What was not moved in is removed.
  ~FolderAside();
  FolderAside(const FolderAside&) = delete;
  FolderAside& operator=(const FolderAside&) = delete;

  const std::filesystem::path& path() const { return aside_; }
  // Its own names are synced, not those in folders below it.
  void move_in();

 private:
  std::filesystem::path place_, aside_;
  bool moved_ = false;
};

}  // namespace ducha::store
