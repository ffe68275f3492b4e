// One process writes a ledger. The lock is the operating system's and goes with the process.

#pragma once

#include <filesystem>

namespace ducha::store {

class WriterLock {
 public:
  // Throws Fault::locked, naming the process that holds it.
  explicit WriterLock(const std::filesystem::path& ledger);
  ~WriterLock();
  WriterLock(const WriterLock&) = delete;
  WriterLock& operator=(const WriterLock&) = delete;

 private:
  int file_;
};

}  // namespace ducha::store
