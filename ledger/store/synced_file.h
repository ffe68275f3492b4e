// A file that appears whole or not at all, whenever the power fails: written beside its place, synced, moved there.

#pragma once

#include <filesystem>
#include <string_view>

namespace ducha::store {

class SyncedFile {
 public:
  // Begins `path` with ".part" added (mode 0600), in place of what a stopped one left there. Throws Fault::disk, as
  // everything below.
  explicit SyncedFile(std::filesystem::path path);
  // What was not put in place is removed.
  ~SyncedFile();
  SyncedFile(SyncedFile&& other) noexcept;
  SyncedFile(const SyncedFile&) = delete;
  SyncedFile& operator=(const SyncedFile&) = delete;

  void write(std::string_view bytes);
  // All of it is on the disk, and not in memory only: who reads it next reads the disk.
  void sync();
  // Synced and moved to its place. That it is found there after a power cut takes `sync_folder` (folder.h).
  void put_in_place();
  // Taken away again.
  void discard();

  const std::filesystem::path& place() const { return path_; }
  // Where it lies now.
  std::filesystem::path part() const;

 private:
  std::filesystem::path path_;
  int file_ = -1;
  bool there_ = true;
};

}  // namespace ducha::store
