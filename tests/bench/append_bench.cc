// Durable commands: one after another and from many threads, beside what the disk asks for one sync.
//
// Works in $TMPDIR, which must lie on the disk that is meant: in memory a sync costs nothing.

#include <atomic>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>

#include <benchmark/benchmark.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "ledger/shared_clerk.h"
#include "projections/views.h"
#include "tests/bench/sample.h"

namespace ducha::bench {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t now = 1'672'000'000'000;  // in December 2022

class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "ducha-bench-XXXXXX").string();
    if (!::mkdtemp(name.data())) throw std::runtime_error("no temporary folder");
    path_ = name;
  }
  ~Folder() {
    std::error_code left_behind;
    fs::remove_all(path_, left_behind);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

// A ledger with two units, and the clerk that many threads share.
class Office {
 public:
  Office() {
    store::Log::create(folder_.path() / "ledger", record::DigestAlgorithm::sha256, record::edition);
    log_ = std::make_unique<store::Log>(folder_.path() / "ledger", store::Access::write);
    Clerk clerk(*log_, views_);
    clerk.found("区政府督查室", now);
    for (const char* unit : {"区住建局", "区财政局"})
      clerk.take({unit, {}, day("2022-01-04"), {}, {}, domain::RegisterUnit{unit, unit, {}, {}, {}}}, {now, {}, {}});
    clerk.commit();
    shared_ = std::make_unique<SharedClerk>(*log_, views_);
  }

  // The next command of a thread's docket: it is opened, assigned, accepted, and feedback is given on it.
  void next(int thread, std::uint64_t i) {
    const auto docket = std::to_string(thread) + "-" + std::to_string(i / 4);
    const auto id = docket + "-" + std::to_string(i % 4);
    const auto record = [&](std::string_view on, domain::Body body) {
      const domain::Command command{id, docket, day(on), {}, {}, std::move(body)};
      if (!std::holds_alternative<Recorded>(shared_->record(command, {now, {}, {}})))
        throw std::logic_error("a command of the benchmark was not recorded");
    };
    if (i % 4 == 0) return record("2022-01-10", domain::Open{"湖南路商圈雨污分流整治", {}, {}, {}, {}, "副区长一", {}});
    if (i % 4 == 1) {
      domain::Assign assign;
      assign.lead = "区住建局";
      assign.supporting = {"区财政局"};
      assign.due = domain::parse_limit("2022-09-30");
      assign.cadence = domain::parse_cadence("monthly:25");
      return record("2022-01-11", std::move(assign));
    }
    if (i % 4 == 2) return record("2022-01-12", domain::Accept{"区住建局"});
    domain::Feedback feedback;
    feedback.unit = "区住建局";
    feedback.progress = 10;
    feedback.text = "已进场施工,管线迁改正在协调。";
    record("2022-01-24", std::move(feedback));
  }

 private:
  Folder folder_;
  projections::Views views_;
  std::unique_ptr<store::Log> log_;
  std::unique_ptr<SharedClerk> shared_;
};

std::unique_ptr<Office> desk;
std::atomic<std::uint64_t> threads_so_far;
void open_desk(const benchmark::State&) { desk = std::make_unique<Office>(); }
void close_desk(const benchmark::State&) { desk.reset(); }

void durable_commands(benchmark::State& state) {
  const auto thread = static_cast<int>(threads_so_far++);
  std::uint64_t i = 0;
  for (auto _ : state) desk->next(thread, i++);
  state.SetItemsProcessed(static_cast<std::int64_t>(i));
}
BENCHMARK(durable_commands)->Setup(open_desk)->Teardown(close_desk)->UseRealTime()->Threads(1)->Threads(8)->Threads(32);

// What one sync costs here: a little more at the end of a file, as a write-ahead log grows.
void one_sync(benchmark::State& state) {
  const Folder folder;
  const int file = ::open((folder.path() / "file").c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  const std::string bytes(1000, 'x');
  for (auto _ : state)
    if (::write(file, bytes.data(), bytes.size()) < 0 || ::fdatasync(file) != 0) state.SkipWithError("no sync");
  ::close(file);
}
BENCHMARK(one_sync)->UseRealTime();

}  // namespace
}  // namespace ducha::bench
