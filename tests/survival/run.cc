#include "tests/survival/run.h"

#include <cstdlib>
#include <fstream>
#include <random>
#include <sstream>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/survival/disk/note.h"

namespace ducha::survival {

namespace fs = std::filesystem;

std::string line_of(const Words& words) {
  std::string line = "ducha";
  for (const auto& word : words) line += " " + word;
  return line;
}

std::string contents(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

void write(const fs::path& file, const std::string& text) { std::ofstream(file, std::ios::binary) << text; }

void copy_folder(const fs::path& from, const fs::path& to) {
  fs::remove_all(to);
  fs::create_directories(to.parent_path());
  fs::copy(from, to, fs::copy_options::recursive);
}

Bench::Bench() : folder_(fs::temp_directory_path() / ("ducha-survival-" + std::to_string(std::random_device{}()))) {
  fs::create_directories(disk());
  fs::create_directories(in());
}

Bench::~Bench() {
  std::error_code left_behind;
  fs::remove_all(folder_, left_behind);
}

pid_t Bench::start(const Words& words, const std::string& name, const Around& around) const {
  // All that needs memory comes before the fork.
  const auto ledger = (disk() / "L").string(), from = in().string();
  const auto out = path(name + ".out").string(), remarks = path(name + ".remarks").string();
  std::vector<std::string> line{"ducha", "--lang", "en", "--ledger", ledger};
  line.insert(line.end(), words.begin(), words.end());
  std::vector<char*> arguments;
  for (auto& word : line) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  const pid_t child = ::fork();
  if (child != 0) return child;
  ::setpgid(0, around.group);
  for (const auto& [file_name, stream] : {std::pair{out, STDOUT_FILENO}, std::pair{remarks, STDERR_FILENO}})
    ::dup2(::open(file_name.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600), stream);
  if (::chdir(from.c_str()) != 0) ::_exit(126);
  for (const auto& [variable, value] : around.environment) ::setenv(variable.c_str(), value.c_str(), 1);
  const rlimit no_core{0, 0}, seconds{600, 600};
  ::setrlimit(RLIMIT_CORE, &no_core);
  ::setrlimit(RLIMIT_CPU, &seconds);  // a process that never ends is a finding as well
  if (around.memory_max > 0) {
    const rlimit memory{around.memory_max, around.memory_max};
    ::setrlimit(RLIMIT_AS, &memory);
  }
  ::execv(DUCHA_PROGRAM, arguments.data());
  ::_exit(127);
}

Ran Bench::wait(pid_t child, const std::string& name) const {
  int status = 0;
  ::waitpid(child, &status, 0);
  Ran ran{-1, 0, contents(path(name + ".out")), contents(path(name + ".remarks"))};
  if (WIFEXITED(status)) ran.exit = WEXITSTATUS(status);
  if (WIFSIGNALED(status)) ran.signal = WTERMSIG(status);
  return ran;
}

Ran Bench::run(const Words& words, const Around& around) const { return wait(start(words, "ran", around), "ran"); }

Around Bench::watched(const std::string& journal) const {
  Around around{{{"LD_PRELOAD", DUCHA_WATCHED_DISK}, {folder_variable, fs::canonical(disk()).string()}}};
  if (!journal.empty()) around.environment.emplace_back(journal_variable, path(journal).string());
  return around;
}

Around Bench::with_room(std::uint64_t bytes) const {
  auto around = watched();
  around.environment.emplace_back(room_variable, std::to_string(bytes));
  return around;
}

Around Bench::with_fault(const std::string& fault) const {
  auto around = watched();
  around.environment.emplace_back(fault_variable, fault);
  return around;
}

}  // namespace ducha::survival
