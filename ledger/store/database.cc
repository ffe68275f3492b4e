#include "ledger/store/database.h"

#include <array>
#include <cstdarg>
#include <iterator>
#include <vector>

#include <rocksdb/db.h>
#include <rocksdb/filter_policy.h>
#include <rocksdb/options.h>
#include <rocksdb/table.h>
#include <rocksdb/write_batch.h>
#include <sys/stat.h>

#include "ledger/base/fault.h"
#include "ledger/store/lock.h"

namespace ducha::store {
namespace {

namespace fs = std::filesystem;

rocksdb::Slice slice(std::string_view text) { return {text.data(), text.size()}; }
std::string_view view(const rocksdb::Slice& slice) { return {slice.data(), slice.size()}; }

void need(const rocksdb::Status& status) {
  if (status.ok()) return;
  throw Fault(status.IsCorruption() ? Fault::Kind::damaged : Fault::Kind::disk, status.ToString());
}

// Durability first: engineering of the log is in README.md beside this file.
rocksdb::DBOptions database_options() {
  rocksdb::DBOptions options;
  options.wal_recovery_mode = rocksdb::WALRecoveryMode::kTolerateCorruptedTailRecords;
  options.track_and_verify_wals_in_manifest = true;
  options.paranoid_checks = true;
  options.max_total_wal_size = 64u << 20;
  options.max_background_jobs = 2;
  options.file_checksum_gen_factory = rocksdb::GetFileChecksumGenCrc32cFactory();
  options.info_log_level = rocksdb::InfoLogLevel::ERROR_LEVEL;
  options.keep_log_file_num = 1;
  options.max_log_file_size = 1u << 20;
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
  if (family == Family::entries) {
    table.block_size = 64u << 10;
    options.compression = rocksdb::kZSTD;
  } else {
    table.block_size = 16u << 10;
    options.compression = rocksdb::kLZ4Compression;
    if (family == Family::commands || family == Family::dockets)
      table.filter_policy.reset(rocksdb::NewRibbonFilterPolicy(10));
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

fs::path store_in(const fs::path& folder) { return folder / "store"; }

// A reader leaves nothing behind: RocksDB would begin a file LOG of its own in the writer's folder.
class Silence : public rocksdb::Logger {
 public:
  using rocksdb::Logger::Logv;
  void Logv(const char*, va_list) override {}
};

rocksdb::DBOptions reading_options() {
  auto options = database_options();
  options.info_log = std::make_shared<Silence>();
  return options;
}

}  // namespace

struct Database::Open {
  fs::path folder;
  std::optional<WriterLock> lock;
  std::unique_ptr<rocksdb::DB> db;
  std::vector<rocksdb::ColumnFamilyHandle*> handles;  // the default one first

  ~Open() {
    for (auto* handle : handles) db->DestroyColumnFamilyHandle(handle);
  }
  rocksdb::ColumnFamilyHandle* handle(Family family) const { return handles[static_cast<std::size_t>(family) + 1]; }
};

struct Writes::Batch {
  rocksdb::WriteBatch batch;
  const std::vector<rocksdb::ColumnFamilyHandle*>* handles;
  rocksdb::ColumnFamilyHandle* handle(Family family) const { return (*handles)[static_cast<std::size_t>(family) + 1]; }
};

Writes::Writes(std::unique_ptr<Batch> batch) : batch_(std::move(batch)) {}
Writes::Writes(Writes&&) noexcept = default;
Writes::~Writes() = default;
void Writes::put(Family family, std::string_view key, std::string_view value) {
  need(batch_->batch.Put(batch_->handle(family), slice(key), slice(value)));
}
void Writes::erase(Family family, std::string_view key) {
  need(batch_->batch.Delete(batch_->handle(family), slice(key)));
}
void Writes::clear(Family family) {
  // No key begins with so many 0xff.
  need(batch_->batch.DeleteRange(batch_->handle(family), rocksdb::Slice(), std::string(64, '\xff')));
}

bool Database::is_in(const fs::path& folder) {
  std::error_code error;
  const bool there = fs::exists(store_in(folder), error);
  if (error) throw Fault(Fault::Kind::disk, "cannot look into " + folder.string() + ": " + error.message());
  return there;
}

void Database::create(const fs::path& folder) {
  const auto kept = ::umask(077);
  std::error_code error;
  fs::create_directories(folder, error);
  if (!error && is_in(folder)) {
    ::umask(kept);
    throw Fault(Fault::Kind::exists, "there is a ledger in " + folder.string() + " already");
  }
  rocksdb::Options options(database_options(), {});
  options.create_if_missing = true;
  options.error_if_exists = true;
  rocksdb::DB* made = nullptr;
  auto status = error ? rocksdb::Status::IOError(folder.string(), error.message())
                      : rocksdb::DB::Open(options, store_in(folder).string(), &made);
  const std::unique_ptr<rocksdb::DB> db(made);
  for (std::size_t i = 0; status.ok() && i < std::size(family_names); ++i) {
    rocksdb::ColumnFamilyHandle* handle = nullptr;
    status = db->CreateColumnFamily(family_options(static_cast<Family>(i)), std::string(family_names[i]), &handle);
    if (handle) db->DestroyColumnFamilyHandle(handle);
  }
  ::umask(kept);
  need(status);
}

Database::Database(const fs::path& folder, Access access) : open_(std::make_unique<Open>()) {
  if (!is_in(folder)) throw Fault(Fault::Kind::missing, "there is no ledger in " + folder.string());
  open_->folder = folder;
  rocksdb::DB* db = nullptr;
  rocksdb::Status status;
  if (access == Access::write) {
    open_->lock.emplace(folder);
    const auto kept = ::umask(077);
    auto options = database_options();
    options.create_missing_column_families = true;
    status = rocksdb::DB::Open(options, store_in(folder).string(), families(), &open_->handles, &db);
    ::umask(kept);
  } else {
    // A writer may drop a file between our listing and our opening it; then look again.
    for (int tries = 0; tries < 5; ++tries) {
      open_->handles.clear();
      status =
          rocksdb::DB::OpenForReadOnly(reading_options(), store_in(folder).string(), families(), &open_->handles, &db);
      if (status.ok() || fs::exists(store_in(folder) / "CURRENT") == false) break;
    }
  }
  open_->db.reset(db);
  need(status);
}

Database::~Database() = default;

const fs::path& Database::folder() const { return open_->folder; }

std::optional<std::string> Database::get(Family family, std::string_view key) const {
  std::string value;
  const auto status = open_->db->Get({}, open_->handle(family), slice(key), &value);
  if (status.IsNotFound()) return {};
  need(status);
  return value;
}

std::optional<std::string> Database::last_key_upto(Family family, std::string_view key) const {
  const std::unique_ptr<rocksdb::Iterator> it(open_->db->NewIterator({}, open_->handle(family)));
  it->SeekForPrev(slice(key));
  need(it->status());
  return it->Valid() ? std::optional(it->key().ToString()) : std::nullopt;
}

std::optional<std::string> Database::last_key(Family family) const {
  const std::unique_ptr<rocksdb::Iterator> it(open_->db->NewIterator({}, open_->handle(family)));
  it->SeekToLast();
  need(it->status());
  return it->Valid() ? std::optional(it->key().ToString()) : std::nullopt;
}

void Database::scan(Family family, std::string_view from, std::string_view to,
                    const std::function<bool(std::string_view, std::string_view)>& visit) const {
  rocksdb::ReadOptions options;
  const rocksdb::Slice end = slice(to);
  if (!to.empty()) options.iterate_upper_bound = &end;
  const std::unique_ptr<rocksdb::Iterator> it(open_->db->NewIterator(options, open_->handle(family)));
  for (it->Seek(slice(from)); it->Valid(); it->Next())
    if (!visit(view(it->key()), view(it->value()))) return;
  need(it->status());
}

Writes Database::writes() {
  auto batch = std::make_unique<Writes::Batch>();
  batch->handles = &open_->handles;
  return Writes(std::move(batch));
}

void Database::commit(Writes&& writes) {
  rocksdb::WriteOptions options;
  options.sync = true;
  need(open_->db->Write(options, &writes.batch_->batch));
}

std::uint64_t Database::bytes_of(Family family) const {
  const rocksdb::Range all(rocksdb::Slice("", 0), rocksdb::Slice("\xff\xff\xff\xff\xff\xff\xff\xff\xff", 9));
  std::uint64_t size = 0;
  rocksdb::SizeApproximationOptions options;
  options.include_memtables = true;
  options.include_files = true;
  need(open_->db->GetApproximateSizes(options, open_->handle(family), &all, 1, &size));
  return size;
}

void Database::check_files() const { need(open_->db->VerifyChecksum()); }

}  // namespace ducha::store
