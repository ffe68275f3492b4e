// Questions to a ledger, inside the process: DUCHA_BENCH_LEDGER names its folder. They are asked for the end of
// the year of what was recorded last.

#include <cstdlib>
#include <memory>
#include <random>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include "ledger/history.h"
#include "ledger/record/entry.h"
#include "ledger/store/log.h"
#include "projections/books.h"
#include "projections/replay.h"
#include "projections/reports/reports.h"

namespace ducha::bench {
namespace {

using store::Family;

const char* folder() { return std::getenv("DUCHA_BENCH_LEDGER"); }

struct Asked {
  Asked() : log(folder(), store::Access::read) {
    log.database().scan(Family::dockets, {}, {}, [&](std::string_view code, std::string_view stream) {
      codes.emplace_back(code);
      streams.push_back(store::keys::big_endian<StreamNo>(stream));
      return true;
    });
    if (codes.empty()) throw std::runtime_error("nothing has happened in this ledger");
    // The last thing recorded; the day its office was founded may be later than all of them.
    const auto seq = log.head().size - 1;
    const auto last = log.read(seq);
    const auto day = record::EntryReader().read(std::as_bytes(std::span(last)), seq).envelope.on;
    on = *day_of({civil(day).year, 12, 31});
  }
  Day year_begins() const { return *day_of({civil(on).year, 1, 1}); }

  store::Log log;
  std::vector<std::string> codes;
  std::vector<StreamNo> streams;
  Day on;
};

Asked& the_ledger() {
  static Asked asked;
  return asked;
}

template <class Act>
void ask(benchmark::State& state, Act act) {
  if (!folder()) return state.SkipWithError("name a ledger's folder in DUCHA_BENCH_LEDGER");
  auto& asked = the_ledger();
  for (auto _ : state) act(asked);
}

void open_a_ledger(benchmark::State& state) {
  if (!folder()) return state.SkipWithError("name a ledger's folder in DUCHA_BENCH_LEDGER");
  for (auto _ : state) benchmark::DoNotOptimize(store::Log(folder(), store::Access::read).head().size);
}
BENCHMARK(open_a_ledger)->Unit(benchmark::kMillisecond);

void open_the_books(benchmark::State& state) {
  ask(state, [](Asked& asked) { benchmark::DoNotOptimize(projections::Books(asked.log, {asked.on, {}}).last()); });
}
BENCHMARK(open_the_books)->Unit(benchmark::kMillisecond);

// One after the other, taken at random.
void entries_of_a_docket(benchmark::State& state) {
  std::minstd_rand chance(1);
  ask(state, [&](Asked& asked) {
    benchmark::DoNotOptimize(history_of(asked.log, asked.streams[chance() % asked.streams.size()]).size());
  });
}
BENCHMARK(entries_of_a_docket)->Unit(benchmark::kMicrosecond);

void replay_a_docket(benchmark::State& state) {
  std::minstd_rand chance(1);
  std::unique_ptr<projections::Books> books;
  ask(state, [&](Asked& asked) {
    if (!books) books = std::make_unique<projections::Books>(asked.log, projections::AsOf{asked.on, {}});
    benchmark::DoNotOptimize(projections::replay(asked.log, *books, asked.codes[chance() % asked.codes.size()]));
  });
}
BENCHMARK(replay_a_docket)->Unit(benchmark::kMicrosecond);

void rows_of_overdue(benchmark::State& state, int days_ago, bool known_half) {
  std::size_t rows = 0;
  ask(state, [&](Asked& asked) {
    projections::AsOf as_of{asked.on - days_ago, {}};
    if (known_half) as_of.known_at = asked.log.head().size / 2;
    rows = reports::overdue(projections::Books(asked.log, as_of), {}, {}).rows.size();
  });
  state.counters["rows"] = static_cast<double>(rows);
}
BENCHMARK_CAPTURE(rows_of_overdue, today, 0, false)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(rows_of_overdue, a_year_ago, 365, false)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(rows_of_overdue, known_half_way, 0, true)->Unit(benchmark::kMillisecond);

void standing_of_the_year(benchmark::State& state) {
  ask(state, [](Asked& asked) {
    const projections::Books books(asked.log, {asked.on, {}});
    benchmark::DoNotOptimize(reports::standing(books, {asked.year_begins(), asked.on}, reports::By::unit, {}));
  });
}
BENCHMARK(standing_of_the_year)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace ducha::bench
