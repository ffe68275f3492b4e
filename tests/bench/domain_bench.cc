// The pure functions: decide, evolve, duties.

#include <benchmark/benchmark.h>

#include "ledger/domain/duty.h"
#include "tests/bench/sample.h"

namespace ducha::bench {
namespace {

void decide_feedback(benchmark::State& state) {
  const auto desk = office();
  const auto before = docket(desk);
  const auto given = feedback("2022-06-24");
  for (auto _ : state) benchmark::DoNotOptimize(domain::decide(desk, before, given));
}
BENCHMARK(decide_feedback);

// Taking one fact in costs a copy of the docket here; `copy_docket` says how much of it that is.
void evolve_feedback(benchmark::State& state) {
  const auto desk = office();
  const auto before = docket(desk);
  const auto given = feedback("2022-06-24");
  const auto decision = domain::decide(desk, before, given);
  const auto& fact = std::get<domain::Facts>(decision).facts.front();
  for (auto _ : state) {
    auto after = before;
    domain::evolve(after, given.on, fact);
    benchmark::DoNotOptimize(after);
  }
}
BENCHMARK(evolve_feedback);

void copy_docket(benchmark::State& state) {
  const auto desk = office();
  const auto before = docket(desk);
  for (auto _ : state) {
    auto after = before;
    benchmark::DoNotOptimize(after);
  }
}
BENCHMARK(copy_docket);

void live_a_docket(benchmark::State& state) {
  const auto desk = office();
  for (auto _ : state) benchmark::DoNotOptimize(docket(desk));
}
BENCHMARK(live_a_docket);

void dues_of_a_docket(benchmark::State& state) {
  const auto desk = office();
  const auto lived = docket(desk);
  for (auto _ : state) benchmark::DoNotOptimize(domain::dues_of(lived));
}
BENCHMARK(dues_of_a_docket);

void duties_of_a_docket(benchmark::State& state) {
  const auto desk = office();
  const auto dues = domain::dues_of(docket(desk));
  const auto on = day("2022-07-01");
  for (auto _ : state) benchmark::DoNotOptimize(domain::duties_on(dues, on));
}
BENCHMARK(duties_of_a_docket);

}  // namespace
}  // namespace ducha::bench
