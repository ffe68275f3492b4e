#include "ledger/store/folder.h"

#include <cerrno>
#include <cstring>
#include <string>

#include <fcntl.h>
#include <unistd.h>

#include "ledger/base/fault.h"

namespace ducha::store {

namespace fs = std::filesystem;

namespace {

// From the root, and without a slash at its end: its parent is the folder that names it.
fs::path spelt_out(const fs::path& folder) {
  auto whole = fs::absolute(folder).lexically_normal();
  return whole.has_filename() ? whole : whole.parent_path();
}

// The nearest folder above that is there already.
fs::path nearest_that_is(const fs::path& folder) {
  auto above = spelt_out(folder).parent_path();
  while (!fs::exists(above) && above.has_relative_path()) above = above.parent_path();
  return above;
}

void need_made(const std::error_code& error, const fs::path& folder) {
  if (error) throw Fault(Fault::Kind::disk, "cannot make " + folder.string() + ": " + error.message(), folder.string());
}

}  // namespace

void sync_folder(const fs::path& folder) {
  const auto name = folder.empty() ? fs::path(".") : folder;
  const int opened = ::open(name.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  // A folder one may pass through and not read cannot be opened; nor do some file systems sync one (EINVAL).
  if (opened < 0 && errno == EACCES) return;
  const bool synced = opened >= 0 && (::fsync(opened) == 0 || errno == EINVAL);
  const int why = errno;
  if (opened >= 0) ::close(opened);
  if (!synced)
    throw Fault(Fault::Kind::disk, "cannot sync " + name.string() + ": " + std::strerror(why), name.string());
}

bool make_private_folder(const fs::path& folder) {
  const auto above = nearest_that_is(folder);
  std::error_code error;
  const bool made = fs::create_directories(folder, error);
  if (made) fs::permissions(folder, fs::perms::owner_all, error);
  need_made(error, folder);
  // One that was there may have been made by a process that was stopped before this.
  for (auto each = spelt_out(folder); each != above && each.has_relative_path();) {
    each = each.parent_path();
    sync_folder(each);
  }
  return made;
}

FolderAside::FolderAside(fs::path place, std::string_view ending) : place_(std::move(place)), aside_(place_) {
  aside_ += ending;
  std::error_code error;
  fs::remove_all(aside_, error);
  need_made(error, aside_);
  make_private_folder(aside_);
}

FolderAside::~FolderAside() {
  std::error_code left_behind;  // goes with the next one of that name
  if (!moved_) fs::remove_all(aside_, left_behind);
}

void FolderAside::move_in() {
  sync_folder(aside_);
  std::error_code error;
  fs::rename(aside_, place_, error);
  need_made(error, place_);
  moved_ = true;
  sync_folder(place_.parent_path());
}

}  // namespace ducha::store
