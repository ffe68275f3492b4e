#include "tools/private_file.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>

#include <fcntl.h>
#include <unistd.h>

#include "ledger/base/fault.h"
#include "ledger/store/folder.h"

namespace ducha::tools {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void fail(const fs::path& path) {
  throw Fault(Fault::Kind::disk, path.string() + ": " + std::strerror(errno), path.string());
}

}  // namespace

std::optional<std::string> read_file(const fs::path& path) {
  std::error_code error;
  if (!fs::exists(path, error)) return {};
  std::ifstream in(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), {}};
  if (!in.good() && !in.eof()) fail(path);
  return text;
}

void make_private_folder(const fs::path& path) {
  std::error_code error;
  fs::create_directories(path, error);
  if (!error) fs::permissions(path, fs::perms::owner_all, error);
  if (error) throw Fault(Fault::Kind::disk, "cannot make " + path.string() + ": " + error.message(), path.string());
}

void write_private(const fs::path& path, std::string_view text) {
  auto beside = path;
  beside += ".new";
  ::unlink(beside.c_str());
  const int file = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (file < 0) fail(beside);
  for (std::size_t at = 0; at < text.size();) {
    const auto wrote = ::write(file, text.data() + at, text.size() - at);
    if (wrote < 0) {
      ::close(file);
      fail(beside);
    }
    at += static_cast<std::size_t>(wrote);
  }
  const bool synced = ::fsync(file) == 0;
  if (::close(file) != 0 || !synced || ::rename(beside.c_str(), path.c_str()) != 0) fail(path);
  const auto folder = path.parent_path();
  store::sync_folder(folder.empty() ? fs::path(".") : folder);
}

}  // namespace ducha::tools
