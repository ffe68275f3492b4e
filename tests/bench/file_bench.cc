// A batch file's bytes and a table file's, gone through once: what each way of knowing them again costs.

#include <vector>

#include <benchmark/benchmark.h>
#include <rocksdb/file_checksum.h>

#include "ledger/record/digest.h"
#include "ledger/store/file_sums.h"

namespace ducha::bench {
namespace {

// A piece as files are read by.
std::vector<std::byte> piece() {
  std::vector<std::byte> bytes(1u << 18);
  for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<std::byte>(i * 31 + i / 7);
  return bytes;
}

template <class Add>
void go_through(benchmark::State& state, Add add) {
  const auto bytes = piece();
  for (auto _ : state) add(bytes);
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * bytes.size()));
}

void file_digest(benchmark::State& state) {
  record::Hasher hasher(record::DigestAlgorithm::sha256);
  hasher.begin();
  go_through(state, [&](const auto& bytes) { hasher.add(bytes); });
}
BENCHMARK(file_digest);

void file_authenticator(benchmark::State& state) {
  record::Authenticator authenticator(record::Authenticator::draw());
  go_through(state, [&](const auto& bytes) { authenticator.add(bytes); });
}
BENCHMARK(file_authenticator);

void sum_with(benchmark::State& state, rocksdb::FileChecksumGenFactory& factory) {
  const auto sum = factory.CreateFileChecksumGenerator({});
  go_through(state, [&](const auto& bytes) { sum->Update(reinterpret_cast<const char*>(bytes.data()), bytes.size()); });
}
void file_sum(benchmark::State& state) { sum_with(state, *store::file_sums()); }
BENCHMARK(file_sum);
void file_sum_of_the_database(benchmark::State& state) { sum_with(state, *rocksdb::GetFileChecksumGenCrc32cFactory()); }
BENCHMARK(file_sum_of_the_database);

}  // namespace
}  // namespace ducha::bench
