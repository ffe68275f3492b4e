// What a ledger lives through while it is written: a kill at any instant, a second writer, a reader.

#include <chrono>
#include <thread>

#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/cases/program.h"
#include "tests/catch.h"
#include "tests/support/chance.h"
#include "tests/support/district.h"

namespace ducha::cases {
namespace {

using Clock = std::chrono::steady_clock;

// Some years of the made-up district in one file; how many lines.
std::size_t write_district(const Desk& desk, std::size_t events) {
  std::string text;
  std::size_t lines = 0;
  const auto plan = support::plan_of_events(events, *parse_day("2022-12-31"));
  const auto line = [&](Day, const std::string& json) {
    text += json + "\n";
    ++lines;
  };
  support::write_office(plan.from, line);
  support::write_year(plan, line);
  desk.write("big.jsonl", text);
  return lines;
}

// An import in a process of its own, its answers in files.
class Importing {
 public:
  explicit Importing(const Desk& desk, const std::string& name = "import") : desk_(desk), name_(name) {
    const auto ledger = desk.path("L").string(), file = desk.path("big.jsonl").string();
    const auto out = desk.path(name + ".out").string(), remarks = desk.path(name + ".remarks").string();
    child_ = ::fork();
    if (child_ != 0) return;
    for (const auto& [file_name, stream] : {std::pair{out, STDOUT_FILENO}, std::pair{remarks, STDERR_FILENO}}) {
      const int opened = ::open(file_name.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
      ::dup2(opened, stream);
    }
    ::execl(DUCHA_PROGRAM, "ducha", "--lang", "en", "--ledger", ledger.c_str(), "import", file.c_str(), nullptr);
    ::_exit(127);
  }
  void kill() const { ::kill(child_, SIGKILL); }
  Ran wait() const {
    int status = 0;
    ::waitpid(child_, &status, 0);
    return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), contents(desk_.path(name_ + ".out")),
            contents(desk_.path(name_ + ".remarks"))};
  }

 private:
  const Desk& desk_;
  std::string name_;
  pid_t child_ = 0;
};

std::size_t entries(const Desk& desk) {
  const auto stats = desk.run("stats");
  INFO(stats.remarks);
  REQUIRE(stats.exit == 0);
  return std::stoul(stats.out.substr(stats.out.find('\t') + 1));
}

TEST_CASE("killed at any instant of an import, a ledger holds all of the file or none", "[survival]") {
  // A small file lands as one batch of the write-ahead log, a large one in files of its own.
  const std::size_t events = GENERATE(std::size_t{3000}, std::size_t{15000});
  const Desk whole, desk;
  for (const auto* each : {&whole, &desk}) {
    write_district(*each, events);
    REQUIRE(each->run("init").exit == 0);
  }
  const auto none = entries(desk);
  const auto began = Clock::now();
  REQUIRE(Importing(whole).wait().exit == 0);
  const auto takes = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - began);
  const auto all = entries(whole);
  REQUIRE((all > none + events));

  support::Chance chance(events);
  std::size_t now = none;
  for (int tries = 0; tries < 5 && now == none; ++tries) {
    const Importing importing(desk);
    std::this_thread::sleep_for(takes * chance.between(10, 1050) / 1000);
    importing.kill();
    importing.wait();
    now = entries(desk);
    CHECK((now == none || now == all));
    const auto verified = desk.run("verify");
    INFO(verified.out << verified.remarks);
    CHECK(verified.exit == 0);
  }
  // And whatever was left behind, the file is taken whole afterwards.
  const auto again = Importing(desk).wait();
  INFO(again.remarks);
  CHECK(again.exit == 0);
  CHECK(entries(desk) == all);
  CHECK(desk.run("report duties --on 2022-12-31 --format csv").out ==
        whole.run("report duties --on 2022-12-31 --format csv").out);
}

TEST_CASE("killed at its birth, a ledger is there or can be made", "[survival]") {
  support::Chance chance(7);
  for (int tries = 0; tries < 6; ++tries) {
    const Desk desk;
    const pid_t child = ::fork();
    if (child == 0) {
      const int nowhere = ::open("/dev/null", O_WRONLY);
      ::dup2(nowhere, STDOUT_FILENO);
      const auto ledger = desk.path("L").string();
      ::execl(DUCHA_PROGRAM, "ducha", "--ledger", ledger.c_str(), "init", nullptr);
      ::_exit(127);
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(chance.between(1, 80)));
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    if (desk.run("verify").exit != 0) {
      const auto made = desk.run("init");
      INFO(made.remarks);
      CHECK(made.exit == 0);
    }
    CHECK(desk.run("verify").exit == 0);
    CHECK(desk.run("report overdue").exit == 0);
  }
}

TEST_CASE("of two imports at once one is told to wait, and nothing is lost", "[survival]") {
  const Desk desk;
  write_district(desk, 3000);
  REQUIRE(desk.run("init").exit == 0);
  const Importing one(desk, "one"), other(desk, "other");
  const auto first = one.wait(), second = other.wait();
  INFO(first.remarks << second.remarks);
  REQUIRE((first.exit == 0 || second.exit == 0));
  // They may have followed one another: then the later one adds nothing.
  for (const auto& ran : {first, second})
    if (ran.exit != 0) {
      CHECK(ran.exit == 3);
      CHECK(ran.remarks.find("another process writes this ledger") != std::string::npos);
    }
  CHECK(Importing(desk).wait().out.find("nothing added") != std::string::npos);
  CHECK(desk.run("verify").exit == 0);
}

TEST_CASE("who holds a ledger is named in both languages, and readers are not kept waiting", "[survival]") {
  const Desk desk;
  REQUIRE(desk.run("init").exit == 0);
  // Held as a writer holds it.
  const int held = ::open(desk.path("L/writer").c_str(), O_RDWR | O_CREAT, 0600);
  REQUIRE(::flock(held, LOCK_EX | LOCK_NB) == 0);
  REQUIRE(::ftruncate(held, 0) == 0);
  REQUIRE(::pwrite(held, "4711", 4, 0) == 4);
  desk.write("a.jsonl", beginning);
  const auto english = desk.run("import a.jsonl"), chinese = desk.run("import a.jsonl", "zh");
  CHECK(english.exit == 3);
  CHECK(english.remarks ==
        "ducha: fault: another process writes this ledger (process 4711). Wait until it has ended.\n");
  CHECK(chinese.exit == 3);
  CHECK(chinese.remarks == "ducha: 故障：另一个进程（进程号 4711）正在写这个台账。请等它结束再试。\n");
  CHECK(desk.run("report overdue").exit == 0);
  CHECK(desk.run("verify").exit == 0);
  ::close(held);
  CHECK(desk.run("import a.jsonl").exit == 0);
}

TEST_CASE("a reader beside an import sees all of the file or none", "[survival]") {
  const Desk desk;
  write_district(desk, 15000);
  REQUIRE(desk.run("init").exit == 0);
  const auto rows = [&] { return desk.run("report duties --on 2022-12-31 --format csv"); };
  const auto none = rows().out;
  const Importing importing(desk);
  std::vector<std::string> seen;
  for (int looks = 0; looks < 6; ++looks) {
    const auto looked = rows();
    INFO(looked.remarks);
    CHECK(looked.exit == 0);
    seen.push_back(looked.out);
  }
  REQUIRE(importing.wait().exit == 0);
  const auto all = rows().out;
  CHECK(all.size() > none.size());
  for (const auto& each : seen) CHECK((each == none || each == all));
}

}  // namespace
}  // namespace ducha::cases
