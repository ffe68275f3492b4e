#include "ledger/store/folder.h"

#include <cerrno>
#include <cstring>
#include <string>

#include <fcntl.h>
#include <unistd.h>

#include "ledger/base/fault.h"

namespace ducha::store {

void sync_folder(const std::filesystem::path& folder) {
  const auto name = folder.empty() ? std::filesystem::path(".") : folder;
  const int opened = ::open(name.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  // A folder one may pass through and not read cannot be opened; nor do some file systems sync one (EINVAL).
  if (opened < 0 && errno == EACCES) return;
  const bool synced = opened >= 0 && (::fsync(opened) == 0 || errno == EINVAL);
  const int why = errno;
  if (opened >= 0) ::close(opened);
  if (!synced)
    throw Fault(Fault::Kind::disk, "cannot sync " + name.string() + ": " + std::strerror(why), name.string());
}

}  // namespace ducha::store
