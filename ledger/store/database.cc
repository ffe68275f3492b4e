#include "ledger/store/database.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>
#include <vector>

#include <rocksdb/db.h>
#include <rocksdb/options.h>
#include <rocksdb/write_batch.h>
#include <sys/stat.h>

#include "ledger/base/fault.h"
#include "ledger/store/bulk.h"
#include "ledger/store/lock.h"
#include "ledger/store/options.h"
#include "ledger/store/status.h"

namespace ducha::store {
namespace {

namespace fs = std::filesystem;

// What a new ledger takes, several times over.
constexpr std::uintmax_t birth_bytes_min = 4u << 20;

fs::path store_in(const fs::path& folder) { return folder / "store"; }
fs::path incoming_in(const fs::path& folder) { return folder / "incoming"; }

// Those the ledger has. New ones are added at the end, so that an earlier program's are the first of ours.
std::vector<rocksdb::ColumnFamilyDescriptor> families_in(const fs::path& folder) {
  auto all = families();
  std::vector<std::string> there;
  if (rocksdb::DB::ListColumnFamilies(database_options(), store_in(folder).string(), &there).ok())
    while (all.size() > 1 && std::find(there.begin(), there.end(), all.back().name) == there.end()) all.pop_back();
  return all;
}

// While it lives, files are made for their owner alone.
class MadePrivate {
 public:
  MadePrivate() : before_(::umask(077)) {}
  ~MadePrivate() { ::umask(before_); }
  MadePrivate(const MadePrivate&) = delete;
  MadePrivate& operator=(const MadePrivate&) = delete;

 private:
  mode_t before_;
};

}  // namespace

struct Database::Open {
  fs::path folder;
  std::optional<WriterLock> lock;
  std::unique_ptr<rocksdb::DB> db;
  std::vector<rocksdb::ColumnFamilyHandle*> handles;  // the default one first; of a ledger that lacks some, the others

  // An opening that runs out of memory may leave handles and no database: these cannot be given back.
  ~Open() {
    if (!db) return;
    for (auto* handle : handles) db->DestroyColumnFamilyHandle(handle);
  }
  // What an earlier program made without this family reads as empty: in the default one is nothing ever.
  rocksdb::ColumnFamilyHandle* handle(Family family) const {
    const auto place = static_cast<std::size_t>(family) + 1;
    return handles[place < handles.size() ? place : 0];
  }
};

struct Writes::Batch {
  rocksdb::WriteBatch batch;
  std::unique_ptr<Bulk> bulk;  // takes the batch's place in a large write
  const std::vector<rocksdb::ColumnFamilyHandle*>* handles;
  rocksdb::ColumnFamilyHandle* handle(Family family) const { return (*handles)[static_cast<std::size_t>(family) + 1]; }
};

Writes::Writes(std::unique_ptr<Batch> batch) : batch_(std::move(batch)) {}
Writes::Writes(Writes&&) noexcept = default;
Writes::~Writes() = default;
bool Writes::large() const { return batch_->bulk != nullptr; }
void Writes::put(Family family, std::string_view key, std::string_view value) {
  if (batch_->bulk) return batch_->bulk->put(family, key, value);
  need(batch_->batch.Put(batch_->handle(family), slice(key), slice(value)));
}
void Writes::erase(Family family, std::string_view key) {
  if (batch_->bulk) return batch_->bulk->erase(family, key);
  need(batch_->batch.Delete(batch_->handle(family), slice(key)));
}
void Writes::clear(Family family) {
  if (batch_->bulk) return batch_->bulk->clear(family);
  need(batch_->batch.DeleteRange(batch_->handle(family), rocksdb::Slice(), slice(after_all_keys)));
}

bool Database::is_in(const fs::path& folder) {
  std::error_code error;
  const bool there = fs::exists(store_in(folder), error);
  if (error)
    throw Fault(Fault::Kind::disk, "cannot look into " + folder.string() + ": " + error.message(), folder.string());
  return there;
}

void Database::create(const fs::path& folder) {
  const MadePrivate made_private;
  std::error_code error;
  fs::create_directories(folder, error);
  // 7.8 does not survive a disk that fills up while a database is made: it asserts.
  std::error_code unknown;
  if (const auto space = fs::space(folder, unknown); !unknown && space.available < birth_bytes_min)
    throw Fault(Fault::Kind::disk, "too little space is left on the disk of " + folder.string(), folder.string());
  if (!error && is_in(folder))
    throw Fault(Fault::Kind::exists, "there is a ledger in " + folder.string() + " already", folder.string());
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
  need(status);
}

Database::Database(const fs::path& folder, Access access) : open_(std::make_unique<Open>()) {
  if (!is_in(folder)) throw Fault(Fault::Kind::missing, "there is no ledger in " + folder.string(), folder.string());
  open_->folder = folder;
  rocksdb::DB* db = nullptr;
  rocksdb::Status status;
  if (access == Access::write) {
    open_->lock.emplace(folder);
    std::error_code error;  // what a large write left when it was stopped
    fs::remove_all(incoming_in(folder), error);
    const MadePrivate made_private;
    auto options = database_options();
    options.create_missing_column_families = true;
    status = rocksdb::DB::Open(options, store_in(folder).string(), families(), &open_->handles, &db);
  } else {
    // A writer may drop a file between our listing and our opening it; then look again.
    for (int tries = 0; tries < 5; ++tries) {
      open_->handles.clear();
      status = rocksdb::DB::OpenForReadOnly(database_options(), store_in(folder).string(), families_in(folder),
                                            &open_->handles, &db);
      if (status.ok() || fs::exists(store_in(folder) / "CURRENT") == false) break;
    }
  }
  open_->db.reset(db);
  need(status);
}

Database::~Database() = default;

void Database::look_again() {
  Database now(open_->folder, Access::read);
  std::swap(open_, now.open_);
}

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

struct Cursor::Place {
  std::unique_ptr<rocksdb::Iterator> it;
};
Cursor::Cursor(std::unique_ptr<Place> place) : place_(std::move(place)) {}
Cursor::Cursor(Cursor&&) noexcept = default;
Cursor& Cursor::operator=(Cursor&&) noexcept = default;
Cursor::~Cursor() = default;

std::optional<Cursor::Row> Cursor::row() const {
  if (place_->it->Valid()) return Row{view(place_->it->key()), view(place_->it->value())};
  need(place_->it->status());
  return {};
}
void Cursor::step() { place_->it->Next(); }
void Cursor::advance_to(std::string_view key) {
  // To pass by a few costs less than to look for the next.
  for (int passed = 0; passed < 8; ++passed, step()) {
    const auto at = row();
    if (!at || at->key >= key) return;
  }
  place_->it->Seek(slice(key));
}

Cursor Database::cursor(Family family) const {
  auto place = std::make_unique<Cursor::Place>();
  place->it.reset(open_->db->NewIterator({}, open_->handle(family)));
  place->it->SeekToFirst();
  return Cursor(std::move(place));
}

Writes Database::writes(std::size_t rows) {
  auto batch = std::make_unique<Writes::Batch>();
  batch->handles = &open_->handles;
  if (rows >= bulk_rows_min)
    batch->bulk = std::make_unique<Bulk>(
        incoming_in(open_->folder),
        [](Family family) { return rocksdb::Options(database_options(), family_options(family)); },
        [open = open_.get()](Family family) { return open->handle(family); });
  return Writes(std::move(batch));
}

void Database::commit(Writes&& writes) {
  if (writes.batch_->bulk) return writes.batch_->bulk->join(*open_->db);
  rocksdb::WriteOptions options;
  options.sync = true;
  need(open_->db->Write(options, &writes.batch_->batch));
}

std::uint64_t Database::bytes_of(Family family) const { return bytes_of(family, {}, after_all_keys); }

std::uint64_t Database::bytes_of(Family family, std::string_view from, std::string_view to) const {
  const rocksdb::Range range(slice(from), slice(to));
  std::uint64_t size = 0;
  rocksdb::SizeApproximationOptions options;
  options.include_memtables = true;
  options.include_files = true;
  need(open_->db->GetApproximateSizes(options, open_->handle(family), &range, 1, &size));
  return size;
}

void Database::tidy(Family family) {
  open_->db->CompactRange({}, open_->handle(family), nullptr, nullptr).PermitUncheckedError();
}

void Database::check_files() const { need(open_->db->VerifyFileChecksums({})); }

}  // namespace ducha::store
