// Facts to bytes and back, and their digests.

#include <benchmark/benchmark.h>

#include "ledger/record/digest.h"
#include "ledger/record/entry.h"
#include "ledger/record/merkle.h"
#include "projections/rows.h"
#include "tests/bench/sample.h"

namespace ducha::bench {
namespace {

// An entry as an import makes it: a feedback with its text, its request and its origin.
struct Sample {
  record::Envelope envelope;
  domain::Fact fact;
};

Sample entry() {
  Sample sample;
  sample.envelope.seq = 123456;
  sample.envelope.recorded_at = 1'656'000'000'000;
  sample.envelope.on = day("2022-06-24");
  sample.envelope.stream = 77;
  sample.envelope.version = 9;
  sample.envelope.command = "2022-100001";
  sample.envelope.request.bytes[5] = std::byte{7};
  sample.envelope.actor = "区政府办公室";
  sample.envelope.origin = {sample.envelope.request, "2022-06.jsonl", 4711, {}};
  domain::FeedbackGiven given;
  given.unit = "QZJJ";
  given.progress = 40;
  given.text = "已完成主体工程,正在收尾;因管线迁改协调,进度略有滞后,已与产权单位对接。";
  sample.fact = given;
  return sample;
}

std::vector<std::byte> stored() {
  std::vector<std::byte> bytes;
  const auto sample = entry();
  record::write_entry(sample.envelope, sample.fact, bytes);
  return bytes;
}

void sized(benchmark::State& state, std::size_t bytes) {
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes) * static_cast<std::int64_t>(state.iterations()));
}

void write_entry(benchmark::State& state) {
  const auto sample = entry();
  std::vector<std::byte> bytes;
  for (auto _ : state) {
    bytes.clear();
    record::write_entry(sample.envelope, sample.fact, bytes);
    benchmark::DoNotOptimize(bytes.data());
  }
  sized(state, bytes.size());
}
BENCHMARK(write_entry);

void read_entry(benchmark::State& state) {
  const auto bytes = stored();
  record::EntryReader reader;
  for (auto _ : state) benchmark::DoNotOptimize(reader.read(bytes, 123456));
  sized(state, bytes.size());
}
BENCHMARK(read_entry);

void leaf_hash(benchmark::State& state) {
  record::Hasher hasher(static_cast<record::DigestAlgorithm>(state.range(0)));
  const auto bytes = stored();
  for (auto _ : state) benchmark::DoNotOptimize(hasher.leaf(bytes));
  state.SetLabel(std::string(record::name(hasher.algorithm())));
  sized(state, bytes.size());
}
BENCHMARK(leaf_hash)
    ->Arg(static_cast<std::int64_t>(record::DigestAlgorithm::sha256))
    ->Arg(static_cast<std::int64_t>(record::DigestAlgorithm::sm3));

void grow_tree(benchmark::State& state) {
  record::Hasher hasher(record::DigestAlgorithm::sha256);
  record::Tree tree;
  const Digest leaf{};
  for (auto _ : state) tree.append(hasher, leaf, [](record::NodeId, const Digest&) {});
}
BENCHMARK(grow_tree);

void write_duties_row(benchmark::State& state) {
  const auto row = projections::duties_row(docket(office()));
  for (auto _ : state) benchmark::DoNotOptimize(projections::bytes_of(row));
}
BENCHMARK(write_duties_row);

void read_duties_row(benchmark::State& state) {
  const auto bytes = projections::bytes_of(projections::duties_row(docket(office())));
  for (auto _ : state) benchmark::DoNotOptimize(projections::parse_duties(bytes));
}
BENCHMARK(read_duties_row);

void write_card(benchmark::State& state) {
  const auto row = projections::card(docket(office()));
  for (auto _ : state) benchmark::DoNotOptimize(projections::bytes_of(row));
}
BENCHMARK(write_card);

void read_card(benchmark::State& state) {
  const auto bytes = projections::bytes_of(projections::card(docket(office())));
  for (auto _ : state) benchmark::DoNotOptimize(projections::parse_card(bytes));
}
BENCHMARK(read_card);

}  // namespace
}  // namespace ducha::bench
