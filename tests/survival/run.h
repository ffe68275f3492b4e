// One process of ducha, as a person starts it, and what is done to it.

#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include <sys/types.h>

namespace ducha::survival {

using Words = std::vector<std::string>;
std::string line_of(const Words& words);

struct Ran {
  int exit = 0;              // -1 when a signal ended it
  int signal = 0;            // which one
  std::string out, remarks;  // standard output, standard error
};

// What the process runs under; nothing by default.
struct Around {
  std::vector<std::pair<std::string, std::string>> environment;  // the watched disk's (disk/note.h)
  std::uint64_t memory_max = 0;                                  // bytes of address space
  pid_t group = 0;                                               // of processes; a new one when 0
};

// A folder for one trial: `disk/` holds the ledger and is what the watched disk watches, `in/` the batch files.
class Bench {
 public:
  Bench();
  ~Bench();
  Bench(const Bench&) = delete;
  Bench& operator=(const Bench&) = delete;

  std::filesystem::path disk() const { return folder_ / "disk"; }
  std::filesystem::path in() const { return folder_ / "in"; }
  std::filesystem::path path(const std::string& name) const { return folder_ / name; }

  // `ducha --ledger disk/L WORDS`, beginning in `in/`.
  Ran run(const Words& words, const Around& around = {}) const;
  // The same without waiting; its answers go to files `name`.out and `name`.remarks.
  pid_t start(const Words& words, const std::string& name, const Around& around = {}) const;
  Ran wait(pid_t child, const std::string& name) const;

  // The environment that puts the watched disk under a process.
  Around watched(const std::string& journal = {}) const;
  Around with_room(std::uint64_t bytes) const;
  Around with_fault(const std::string& fault) const;

 private:
  std::filesystem::path folder_;
};

std::string contents(const std::filesystem::path& file);
void write(const std::filesystem::path& file, const std::string& text);
void copy_folder(const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace ducha::survival
