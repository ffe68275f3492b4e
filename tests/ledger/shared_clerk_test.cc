// Many threads, one clerk: everyone gets their own answer, everything answered is on the disk, a group that fails
// leaves nothing behind.

#include "ledger/shared_clerk.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <filesystem>
#include <functional>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "ledger/base/fault.h"
#include "tests/catch.h"
#include "tests/ledger/counter.h"

namespace ducha {
namespace {

class Counter {
 public:
  Counter() {
    make_ledger(ledger(), onlooker);
    open();
    onlooker.appends = 0;
    shared_.emplace(*log_, onlooker);
  }

  Answer open_docket(const std::string& id) { return shared_->record(opening(id), {now, content_of(id), {}}); }
  void begin_again() {
    shared_.reset();
    log_.reset();
    open();
    shared_.emplace(*log_, onlooker);
  }
  SharedClerk& shared() { return *shared_; }
  std::uint64_t size() const { return log_->head().size; }

  Onlooker onlooker;

 private:
  std::filesystem::path ledger() const { return folder_.path() / "ledger"; }
  void open() { log_.emplace(ledger(), store::Access::write); }
  store::Folder folder_;
  std::optional<store::Log> log_;
  std::optional<SharedClerk> shared_;
};

std::string id_of(int thread, int i) { return "c" + std::to_string(thread) + "-" + std::to_string(i); }

// Each thread in turn is `act(number of the thread)`.
void at_once(int threads, const std::function<void(int)>& act) {
  std::vector<std::thread> all;
  for (int i = 0; i < threads; ++i) all.emplace_back(act, i);
  for (auto& each : all) each.join();
}

TEST_CASE("what many threads record is there once each, and each has its own receipt", "[ledger][shared]") {
  Counter counter;
  const auto founded = counter.size();
  constexpr int threads = 8, each = 40;
  std::vector<std::vector<Seq>> seqs(threads);
  at_once(threads, [&](int thread) {
    for (int i = 0; i < each; ++i)
      seqs[static_cast<std::size_t>(thread)].push_back(
          std::get<Recorded>(counter.open_docket(id_of(thread, i))).receipt.first);
  });
  std::set<Seq> all;
  for (const auto& own : seqs) {
    CHECK(std::is_sorted(own.begin(), own.end()));
    all.insert(own.begin(), own.end());
  }
  REQUIRE(counter.size() == founded + threads * each);
  CHECK(all.size() == threads * each);
  CHECK(*all.begin() == founded);
  CHECK(*all.rbegin() == founded + threads * each - 1);

  counter.begin_again();
  for (int thread = 0; thread < threads; ++thread)
    for (int i = 0; i < each; ++i) {
      const auto again = counter.open_docket(id_of(thread, i));
      REQUIRE(std::holds_alternative<Repeated>(again));
      CHECK(std::get<Repeated>(again).receipt.first ==
            seqs[static_cast<std::size_t>(thread)][static_cast<std::size_t>(i)]);
    }
}

TEST_CASE("of the same command from many threads one is recorded and the others are repeated", "[ledger][shared]") {
  Counter counter;
  std::atomic<int> recorded = 0, repeated = 0;
  at_once(12, [&](int) {
    const auto answer = counter.open_docket("same");
    recorded += std::holds_alternative<Recorded>(answer);
    repeated += std::holds_alternative<Repeated>(answer);
  });
  CHECK(recorded == 1);
  CHECK(repeated == 11);
}

TEST_CASE("commands that come while one is being written are appended together", "[ledger][shared]") {
  Counter counter;
  constexpr int threads = 16;
  std::atomic<int> asking = 0;
  // The first append goes on only when all the others have come.
  counter.onlooker.at_append = [&](int nth) {
    if (nth != 1) return;
    while (asking < threads) std::this_thread::yield();
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  };
  const auto founded = counter.size();
  at_once(threads, [&](int thread) {
    ++asking;
    CHECK(std::holds_alternative<Recorded>(counter.open_docket(id_of(thread, 0))));
  });
  CHECK(counter.size() == founded + threads);
  CHECK(counter.onlooker.appends < threads);
}

TEST_CASE("an append that fails is told to all whose command it held, and leaves nothing", "[ledger][shared][fault]") {
  Counter counter;
  const auto founded = counter.size();
  counter.onlooker.at_append = [](int nth) {
    if (nth % 2 == 1) throw Fault(Fault::Kind::disk, "the disk is full");
  };
  std::atomic<int> recorded = 0, told = 0;
  at_once(8, [&](int thread) {
    for (int i = 0; i < 10; ++i) try {
        recorded += std::holds_alternative<Recorded>(counter.open_docket(id_of(thread, i)));
      } catch (const Fault& fault) {
        told += fault.kind() == Fault::Kind::disk;
      }
  });
  CHECK(told > 0);
  CHECK(recorded + told == 80);
  CHECK(counter.size() == founded + static_cast<std::uint64_t>(recorded));

  // Given again, those that were refused are recorded and the others repeated.
  counter.onlooker.at_append = nullptr;
  int anew = 0;
  for (int thread = 0; thread < 8; ++thread)
    for (int i = 0; i < 10; ++i) anew += std::holds_alternative<Recorded>(counter.open_docket(id_of(thread, i)));
  CHECK(anew == told);
  CHECK(counter.size() == founded + 80);
}

TEST_CASE("who is refused is so alone", "[ledger][shared]") {
  Counter counter;
  CHECK(std::holds_alternative<Recorded>(counter.open_docket("A")));
  std::atomic<int> refused = 0, recorded = 0;
  at_once(8, [&](int thread) {
    if (thread % 2 == 0) {
      recorded += std::holds_alternative<Recorded>(counter.open_docket(id_of(thread, 0)));
      return;
    }
    const auto id = id_of(thread, 0);
    const domain::Command again{id, "A", *parse_day("2022-03-01"),
                                {}, {},  domain::Open{"雨污分流", {}, {}, {}, {}, {}, {}}};
    const auto answer = counter.shared().record(again, {now, {}, {}});
    refused += std::get<domain::No>(answer).refusal == domain::Refusal::docket_exists;
  });
  CHECK(recorded == 4);
  CHECK(refused == 4);
}

}  // namespace
}  // namespace ducha
