#include "tools/private_file.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>

#include "ledger/base/fault.h"
#include "ledger/store/folder.h"
#include "ledger/store/synced_file.h"

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

void write_private(const fs::path& path, std::string_view text) {
  store::SyncedFile file(path);
  file.write(text);
  file.put_in_place();
  store::sync_folder(path.parent_path());
}

}  // namespace ducha::tools
