#include "ledger/store/lock.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <string>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "ledger/base/fault.h"

namespace ducha::store {

WriterLock::WriterLock(const std::filesystem::path& ledger)
    : file_(::open((ledger / "writer").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)) {
  if (file_ < 0)
    throw Fault(Fault::Kind::disk, "cannot open " + (ledger / "writer").string() + ": " + std::strerror(errno),
                (ledger / "writer").string());
  if (::flock(file_, LOCK_EX | LOCK_NB) != 0) {
    std::array<char, 32> holder{};
    const auto size = ::pread(file_, holder.data(), holder.size() - 1, 0);
    ::close(file_);
    const std::string process(holder.data());
    throw Fault(Fault::Kind::locked,
                "another process writes this ledger" + (size > 0 ? " (process " + process + ")" : std::string()),
                process);
  }
  // Only told to whoever finds the lock held: that it could not be written is no reason to stop.
  const auto me = std::to_string(::getpid());
  if (::ftruncate(file_, 0) == 0) [[maybe_unused]]
    const auto told = ::pwrite(file_, me.data(), me.size(), 0);
}

WriterLock::~WriterLock() { ::close(file_); }

}  // namespace ducha::store
