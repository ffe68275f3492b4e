#include "ledger/store/synced_file.h"

#include <cerrno>
#include <cstring>
#include <string>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

#include "ledger/base/fault.h"

namespace ducha::store {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void fail(const fs::path& path) {
  throw Fault(Fault::Kind::disk, "cannot write " + path.string() + ": " + std::strerror(errno), path.string());
}

}  // namespace

SyncedFile::SyncedFile(fs::path path) : path_(std::move(path)) {
  ::unlink(part().c_str());
  file_ = ::open(part().c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (file_ < 0) fail(part());
}

SyncedFile::SyncedFile(SyncedFile&& other) noexcept
    : path_(std::move(other.path_)),
      file_(std::exchange(other.file_, -1)),
      there_(std::exchange(other.there_, false)) {}

SyncedFile::~SyncedFile() { discard(); }

fs::path SyncedFile::part() const { return path_.string() + ".part"; }

void SyncedFile::discard() {
  if (file_ >= 0) ::close(std::exchange(file_, -1));
  if (std::exchange(there_, false)) ::unlink(part().c_str());
}

void SyncedFile::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto wrote = ::write(file_, bytes.data(), bytes.size());
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote < 0) fail(part());
    bytes.remove_prefix(static_cast<std::size_t>(wrote));
  }
}

void SyncedFile::sync() {
  if (file_ < 0) return;
  if (::fsync(file_) != 0) fail(part());
  ::posix_fadvise(file_, 0, 0, POSIX_FADV_DONTNEED);
  if (::close(std::exchange(file_, -1)) != 0) fail(part());
}

void SyncedFile::put_in_place() {
  sync();
  if (::rename(part().c_str(), path_.c_str()) != 0) fail(path_);
  there_ = false;
}

}  // namespace ducha::store
