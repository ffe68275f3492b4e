// A writer of its own gives command after command; it is killed with whatever it has started, at any instant, and
// begins again on the same ledger. What it wrote down as acknowledged is the record held against the ledger.

#include <chrono>
#include <string>
#include <thread>

#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/survival/history.h"
#include "tests/survival/office.h"
#include "tests/survival/trial.h"

namespace ducha::survival {
namespace {

std::string name_of(int number) { return "given-" + std::to_string(number); }

// The writer: commands from number `from` on, until it is killed.
[[noreturn]] void write_on(const Bench& bench, int from) {
  ::setpgid(0, 0);
  for (int number = from;; ++number) {
    const auto n = std::to_string(number);
    Words words{"record", "register-unit", "id=k" + n, "on=2022-01-04", "unit=K" + n, "name=第" + n + "组"};
    if (number % 3 == 0) {
      std::string text;
      for (int part = 0; part < 40; ++part)
        text += R"({"do":"register-unit","id":"k)" + n + "." + std::to_string(part) +
                R"(","on":"2022-01-04","unit":"K)" + n + "-" + std::to_string(part) + R"(","name":"第)" + n + "组" +
                std::to_string(part) + "\"}\n";
      write(bench.in() / (name_of(number) + ".jsonl"), text);
      words = {"import", name_of(number) + ".jsonl"};
    }
    // Of the same group as the writer, so that both are killed at once.
    const pid_t child = bench.start(words, name_of(number), Around{{}, 0, ::getpid()});
    int status = 0;
    ::waitpid(child, &status, 0);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) ::_exit(1);
  }
}

bool acknowledged(const Bench& bench, int number) {
  return contents(bench.path(name_of(number) + ".out")).find("recorded") != std::string::npos;
}

std::size_t times_in(const std::string& log, const std::string& words) {
  std::size_t times = 0;
  for (auto at = log.find(words); at != std::string::npos; at = log.find(words, at + 1)) ++times;
  return times;
}

}  // namespace

void killed_writer(const Told& told) {
  ::prctl(PR_SET_CHILD_SUBREAPER, 1);
  const Bench bench;
  support::Chance chance(told.seed);
  answer(bench, Office::founding());
  std::string log = answer(bench, {"log"});
  int next = 1;
  for (unsigned round = 0; round < 3 * told.thorough; ++round) {
    const pid_t writer = ::fork();
    if (writer == 0) write_on(bench, next);
    ::setpgid(writer, writer);
    std::this_thread::sleep_for(std::chrono::milliseconds(chance.between(20, 700)));
    ::kill(-writer, SIGKILL);
    int status = 0;
    ::waitpid(writer, &status, 0);
    // The process of ducha it had started comes to us, and is gone when it has been waited for.
    while (::waitpid(-writer, nullptr, 0) > 0) {
    }
    if (WIFEXITED(status)) throw Found("a command of the writer failed");

    const auto now = answer(bench, {"log"});
    if (!now.starts_with(log)) throw Found("the log does not go on from where it was");
    bool in_flight = false;
    for (;; ++next) {
      const bool sure = acknowledged(bench, next);
      const bool batch = next % 3 == 0;
      const auto n = std::to_string(next);
      const auto there = times_in(now, batch ? "\tk" + n + "." : "\tk" + n + "\t");
      if (there != 0 && there != (batch ? 40u : 1u))
        throw Found("command " + n + " is half there: " + std::to_string(there) + " entries");
      if (sure && there == 0) throw Found("command " + n + " was acknowledged and is not there");
      if (there == 0) break;
      if (!sure) {
        if (in_flight) throw Found("command " + n + " is there, and the one before it was never acknowledged");
        in_flight = true;
      }
    }
    answer(bench, {"verify"});
    told.count("kill", in_flight ? "with the command" : "without it");
    log = now;
  }
}

}  // namespace ducha::survival
