// A file of results: it appears whole or not at all, so that a full disk leaves no half of a report behind.

#pragma once

#include <filesystem>
#include <fstream>
#include <ostream>

namespace ducha::tools {

class OutputFile {
 public:
  // Written beside its place; what is no plain file (a pipe, a device) is written as it is. Throws Fault::disk.
  explicit OutputFile(std::filesystem::path path);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  std::ostream& stream() { return stream_; }
  // Everything is written: puts it in place. Throws Fault::disk.
  void finish();

 private:
  [[noreturn]] void fail() const;

  std::filesystem::path path_, beside_;
  std::ofstream stream_;
};

}  // namespace ducha::tools
