#include "tools/output_file.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <utility>

#include "ledger/base/fault.h"

namespace ducha::tools {

namespace fs = std::filesystem;

OutputFile::OutputFile(fs::path path) : path_(std::move(path)), beside_(path_) {
  std::error_code error;
  const auto status = fs::status(path_, error);
  errno = EISDIR;
  if (fs::is_directory(status)) fail();
  if (fs::is_regular_file(status) || !fs::exists(status)) beside_ += ".part";
  errno = 0;
  stream_.open(beside_, std::ios::binary);
  if (!stream_) fail();
}

OutputFile::~OutputFile() {
  stream_.close();
  std::error_code left_behind;
  if (beside_ != path_) fs::remove(beside_, left_behind);
}

void OutputFile::finish() {
  errno = 0;
  stream_.close();
  if (!stream_) fail();
  if (beside_ == path_) return;
  if (std::rename(beside_.c_str(), path_.c_str()) != 0) fail();
  beside_ = path_;
}

void OutputFile::fail() const {
  const int reason = errno;
  throw Fault(
      Fault::Kind::disk,
      "cannot write " + path_.string() + (reason == 0 ? std::string() : std::string(": ") + std::strerror(reason)),
      path_.string());
}

}  // namespace ducha::tools
