#include "ledger/store/options.h"

#include <cstdarg>
#include <iterator>
#include <memory>

#include <rocksdb/cache.h>
#include <rocksdb/filter_policy.h>
#include <rocksdb/table.h>

#include "ledger/store/file_sums.h"

namespace ducha::store {
namespace {

// No file LOG of RocksDB's own: a reader leaves nothing in the writer's folder, and to a writer the file is a danger.
// 7.8 writes on in it after a write that failed, and asserts: on a full disk the program would end without a word. What
// it would say of a fault is in the status.
class Silence : public rocksdb::Logger {
 public:
  using rocksdb::Logger::Logv;
  void Logv(const char*, va_list) override {}
};

}  // namespace

// Durability first: engineering of the log is in README.md beside this file.
rocksdb::DBOptions database_options() {
  rocksdb::DBOptions options;
  options.info_log = std::make_shared<Silence>();
  options.wal_recovery_mode = rocksdb::WALRecoveryMode::kTolerateCorruptedTailRecords;
  options.track_and_verify_wals_in_manifest = true;
  options.paranoid_checks = true;
  options.max_total_wal_size = 64u << 20;
  options.max_background_jobs = 2;
  // One, this one: threads that cannot be had end the program without a word, and our files are few.
  options.max_file_opening_threads = 1;
  options.file_checksum_gen_factory = file_sums();
  options.stats_dump_period_sec = 0;
  return options;
}

rocksdb::ColumnFamilyOptions family_options(Family family) {
  rocksdb::BlockBasedTableOptions table;
  table.checksum = rocksdb::kXXH3;
  table.format_version = 5;
  rocksdb::ColumnFamilyOptions options;
  options.paranoid_file_checks = true;
  options.force_consistency_checks = true;
  options.write_buffer_size = 16u << 20;
  if (family == Family::entries || family == Family::office) {
    table.block_size = 64u << 10;
    options.compression = rocksdb::kZSTD;
  } else {
    table.block_size = 16u << 10;
    options.compression = family == Family::decisions ? rocksdb::kZSTD : rocksdb::kLZ4Compression;
    if (family == Family::tree) options.compression = rocksdb::kNoCompression;  // digests do not get smaller
    if (family == Family::commands || family == Family::dockets)
      table.filter_policy.reset(rocksdb::NewRibbonFilterPolicy(10));
  }
  // What grows with the log and is seldom needed whole is found in two steps: an opening reads the first one only. Who
  // asks for every receipt keeps the parts of the second.
  if (family == Family::entries || family == Family::commands) {
    table.index_type = rocksdb::BlockBasedTableOptions::kTwoLevelIndexSearch;
    table.metadata_block_size = 16u << 10;
  }
  if (family == Family::commands) {
    table.partition_filters = true;
    table.block_cache = rocksdb::NewLRUCache(32u << 20);
  }
  options.table_factory.reset(rocksdb::NewBlockBasedTableFactory(table));
  return options;
}

std::vector<rocksdb::ColumnFamilyDescriptor> families() {
  std::vector<rocksdb::ColumnFamilyDescriptor> list{{rocksdb::kDefaultColumnFamilyName, {}}};
  for (std::size_t i = 0; i < std::size(family_names); ++i)
    list.emplace_back(std::string(family_names[i]), family_options(static_cast<Family>(i)));
  return list;
}

}  // namespace ducha::store
