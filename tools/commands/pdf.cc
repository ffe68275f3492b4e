#include "tools/commands/pdf.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <system_error>
#include <vector>

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "ledger/base/fault.h"

extern char** environ;

namespace ducha::tools {

namespace fs = std::filesystem;

namespace {

constexpr std::array names{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge",
                           "msedge"};

// A folder of the browser's own, gone at the end: nothing of the reader's is touched, nothing stays.
class Workshop {
 public:
  Workshop() {
    auto name = (fs::temp_directory_path() / "ducha-XXXXXX").string();
    if (!::mkdtemp(name.data())) throw Fault(Fault::Kind::disk, name + ": " + std::strerror(errno));
    folder_ = name;
  }
  ~Workshop() {
    std::error_code nobody_asks;
    fs::remove_all(folder_, nobody_asks);
  }
  Workshop(const Workshop&) = delete;
  Workshop& operator=(const Workshop&) = delete;

  fs::path operator/(const char* name) const { return folder_ / name; }

 private:
  fs::path folder_;
};

// Runs it silently to its end; its exit code.
int run(const fs::path& program, std::vector<std::string> words) {
  std::vector<char*> argv;
  auto name = program.string();
  argv.push_back(name.data());
  for (auto& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    posix_spawn_file_actions_addopen(&files, descriptor, "/dev/null", descriptor == STDIN_FILENO ? O_RDONLY : O_WRONLY,
                                     0);
  pid_t child = 0;
  const int error = ::posix_spawn(&child, name.c_str(), &files, nullptr, argv.data(), environ);
  posix_spawn_file_actions_destroy(&files);
  if (error != 0) throw Fault(Fault::Kind::disk, name + ": " + std::strerror(error));
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

std::optional<fs::path> chromium_at_hand() {
  const char* path = std::getenv("PATH");
  if (!path) return {};
  for (const auto* name : names) {
    std::string_view rest(path);
    while (!rest.empty()) {
      const auto end = std::min(rest.find(':'), rest.size());
      const auto program = fs::path(rest.substr(0, end)) / name;
      if (::access(program.c_str(), X_OK) == 0 && fs::is_regular_file(program)) return program;
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return {};
}

std::string chromium_names() { return fmt::format("{}", fmt::join(names, ", ")); }

std::string pdf_of(std::string_view html, const fs::path& chromium, Day day) {
  const Workshop workshop;
  const auto page = workshop / "page.html", pdf = workshop / "page.pdf";
  std::ofstream(page, std::ios::binary) << html;
  // Nothing leaves this machine and nothing comes: the page is whole.
  std::vector<std::string> words{"--headless",
                                 "--disable-gpu",
                                 "--no-first-run",
                                 "--disable-background-networking",
                                 "--disable-component-update",
                                 "--disable-sync",
                                 "--disable-extensions",
                                 "--no-pdf-header-footer",
                                 "--host-resolver-rules=MAP * ~NOTFOUND",
                                 "--user-data-dir=" + (workshop / "profile").string(),
                                 "--print-to-pdf=" + pdf.string(),
                                 "file://" + page.string()};
  // The superuser's browser does not start in its sandbox.
  if (::geteuid() == 0) words.insert(words.begin(), "--no-sandbox");
  const int exit = run(chromium, std::move(words));
  std::ifstream in(pdf, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), {}};
  if (!bytes.starts_with("%PDF"))
    throw Fault(Fault::Kind::disk, fmt::format("{}: no PDF (exit code {})", chromium.string(), exit));
  date_pdf(bytes, day);
  return bytes;
}

void date_pdf(std::string& pdf, Day day) {
  // (D:20261126231002+00'00')
  const auto date = civil(day);
  const auto digits = fmt::format("{:04}{:02}{:02}000000+08'00'", date.year, date.month, date.day);
  for (const std::string_view key : {"/CreationDate (D:", "/ModDate (D:"}) {
    for (auto at = pdf.find(key); at != std::string::npos; at = pdf.find(key, at)) {
      at += key.size();
      const auto end = pdf.find(')', at);
      if (end != std::string::npos && end - at <= digits.size()) pdf.replace(at, end - at, digits, 0, end - at);
    }
  }
}

}  // namespace ducha::tools
