// The program as a person runs it: a command line, what appears, and the exit code.

#pragma once

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <random>
#include <sstream>
#include <string>

#include <sys/wait.h>

#include "tests/catch.h"

namespace ducha::cases {

struct Ran {
  int exit;
  std::string out;      // standard output
  std::string remarks;  // standard error
};

inline std::string contents(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

// A folder of its own with a ledger in it, gone at the end.
class Desk {
 public:
  Desk() : folder_(std::filesystem::temp_directory_path() / ("ducha-case-" + std::to_string(std::random_device{}()))) {
    std::filesystem::create_directories(folder_);
  }
  ~Desk() { std::filesystem::remove_all(folder_); }
  Desk(const Desk&) = delete;
  Desk& operator=(const Desk&) = delete;

  Ran run(const std::string& words, const std::string& language = "en") const {
    const auto remarks = folder_ / "remarks", out = folder_ / "out";
    const auto line = "cd '" + folder_.string() + "' && " DUCHA_PROGRAM " --lang " + language + " --ledger L " + words +
                      " >'" + out.string() + "' 2>'" + remarks.string() + "'";
    const int status = std::system(line.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), contents(out), contents(remarks)};
  }
  void write(const std::string& name, const std::string& text) const {
    std::ofstream(folder_ / name, std::ios::binary) << text;
  }
  std::filesystem::path path(const std::string& name) const { return folder_ / name; }

 private:
  std::filesystem::path folder_;
};

// Three units, a group, a decision and a docket with feedback due each month.
inline constexpr const char* beginning =
    R"({"do":"register-unit","id":"u1","on":"2022-01-01","unit":"QZJJ","name":"区住建局","aliases":["区住房和城乡建设局"]}
{"do":"register-unit","id":"u2","on":"2022-01-01","unit":"QCZJ","name":"区财政局"}
{"do":"register-unit","id":"u3","on":"2022-01-01","unit":"NHL","name":"宁海路街道","kind":"subdistrict"}
{"do":"define-group","id":"g1","on":"2022-01-01","name":"各街道","members":["宁海路街道"]}
{"do":"decide","id":"d1","on":"2022-01-10","decision":"常2022-1","title":"常务会议","source":"executive"}
{"do":"open","id":"o1","docket":"2022-001","on":"2022-01-10","title":"老旧小区改造","decision":"常2022-1"}
{"do":"assign","id":"a1","docket":"2022-001","on":"2022-01-11","lead":"区住建局","joint":["QCZJ"],"supporting":["各街道"],"due":"2022-06-30","supportingDue":"3wd","cadence":"monthly:25"}
{"do":"accept","id":"c1","docket":"2022-001","on":"2022-01-12","unit":"QZJJ"}
{"do":"feedback","id":"f1","docket":"2022-001","on":"2022-01-24","unit":"QZJJ","progress":10,"text":"已进场"}
)";

// A ledger with these in it; the file, a.jsonl, stays.
inline void import_beginning(const Desk& desk, const std::string& options = {}) {
  desk.write("a.jsonl", beginning);
  REQUIRE(desk.run("init " + options).exit == 0);
  REQUIRE(desk.run("import a.jsonl").exit == 0);
}

}  // namespace ducha::cases
