#include "ledger/store/wreck.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <memory>
#include <system_error>

#include <rocksdb/sst_file_reader.h>
#include <rocksdb/table_properties.h>

#include "ledger/base/fault.h"
#include "ledger/store/head.h"
#include "ledger/store/options.h"
#include "ledger/store/renew.h"
#include "ledger/store/status.h"
#include "ledger/store/tiles.h"

namespace ducha::store {

namespace fs = std::filesystem;

namespace {

// Behind a spoilt block the next readable entry is sought number by number; a block holds far fewer.
constexpr std::uint64_t blocks_skipped_max = 1u << 20;

class Gatherer {
 public:
  explicit Gatherer(Wreck& wreck) : wreck_(wreck) {}

  // Rows of the family, past what is spoilt. What went wrong first, if anything did.
  rocksdb::Status take(const std::string& family, rocksdb::Iterator& rows) {
    if (family == name(Family::entries))
      return dense(
          rows, [](Seq seq) { return keys::entry(seq); },
          [&](std::string_view key, std::string_view value) {
            if (key.size() != 8) return Seq{0};
            const auto seq = keys::big_endian<Seq>(key);
            add(wreck_.entries, seq, std::string(value));
            return seq;
          });
    if (family == name(Family::tree)) return leaves(rows);
    if (family == name(Family::head)) {
      for (rows.SeekToFirst(); rows.Valid(); rows.Next())
        if (const auto head = read_head(view(rows.value()))) wreck_.heads.push_back(*head);
      return rows.status();
    }
    return rocksdb::Status::OK();
  }

 private:
  // Of tiles, or as an earlier program laid them down, each in a row of its own.
  rocksdb::Status leaves(rocksdb::Iterator& rows) {
    bool tiles = true;  // those seen last
    return dense(
        rows,
        [&](Seq seq) {
          return tiles ? tile_key({0, seq}) : earlier_leaf_key(seq);
        },
        [&](std::string_view key, std::string_view value) {
          const bool tile = key.size() == tile_key({}).size() && key[0] == keys::tile_letter;
          if (tile && key[1] != 0) return done;  // past the leaves
          if (!tile && (key.size() != 9 || key[0] != 0 || value.size() != sizeof(Digest::bytes))) return passed_by;
          tiles = tile;
          const auto index = keys::big_endian<std::uint64_t>(key.substr(tile ? 2 : 1));
          const Seq first = tile ? index * tile_width : index;
          for (std::size_t place = 0; place < (tile ? tile_width : 1); ++place)
            if (const auto leaf = digest_in(value, place)) add(wreck_.leaves, first + place, *leaf);
          return first + (tile ? tile_width : 1) - 1;
        });
  }

  static std::string name(Family family) { return std::string(family_names[static_cast<std::size_t>(family)]); }

  template <class Rows, class Value>
  static void add(Rows& rows, Seq seq, Value value) {
    const auto [begin, end] = rows.equal_range(seq);
    for (auto each = begin; each != end; ++each)
      if (each->second == value) return;
    rows.emplace(seq, std::move(value));
  }

  // `take` gives the number of the row it took; or that it was none of those sought, or that those behind do not
  // matter.
  static constexpr Seq done = ~Seq{0}, passed_by = done - 1;
  template <class KeyOf, class Take>
  static rocksdb::Status dense(rocksdb::Iterator& rows, const KeyOf& key_of, const Take& take) {
    rocksdb::Status first_trouble;
    std::uint64_t skipped = 0;
    Seq next = 0;
    rows.SeekToFirst();
    for (;;) {
      for (; rows.Valid(); rows.Next()) {
        const auto taken = take(view(rows.key()), view(rows.value()));
        if (taken == done) return first_trouble;
        if (taken != passed_by) next = taken + 1;
      }
      if (rows.status().ok()) return first_trouble;
      if (first_trouble.ok()) first_trouble = rows.status();
      if (++skipped > blocks_skipped_max) return first_trouble;
      const auto key = key_of(next++);
      rows.Seek(slice(key));
    }
  }

  Wreck& wreck_;
};

void read_table(const fs::path& file, Gatherer& gatherer, Wreck& wreck) {
  const auto trouble = [&](const rocksdb::Status& status) {
    if (!status.ok()) wreck.troubles.push_back({"store/" + file.filename().string(), status.ToString()});
    return !status.ok();
  };
  rocksdb::SstFileReader reader(rocksdb::Options(database_options(), family_options(Family::entries)));
  if (trouble(reader.Open(file.string()))) return;
  const auto properties = reader.GetTableProperties();
  rocksdb::ReadOptions options;
  options.fill_cache = false;
  const std::unique_ptr<rocksdb::Iterator> rows(reader.NewIterator(options));
  if (properties && rows) trouble(gatherer.take(properties->column_family_name, *rows));
}

// The write-ahead logs, given to an empty database of the same families as if they were its own.
void read_write_ahead_logs(const std::vector<fs::path>& logs, const fs::path& scratch, Gatherer& gatherer,
                           Wreck& wreck) {
  Database::create(scratch);
  constexpr int own_numbers = 500'000;  // theirs come after whatever the empty one used
  for (const auto& log : logs) {
    int number = 0;
    const auto stem = log.stem().string();
    std::from_chars(stem.data(), stem.data() + stem.size(), number);
    char name[32];
    std::snprintf(name, sizeof name, "%06d.log", own_numbers + number % own_numbers);
    fs::copy_file(log, scratch / "store" / name);
  }
  auto options = database_options();
  options.wal_recovery_mode = rocksdb::WALRecoveryMode::kSkipAnyCorruptedRecords;
  options.track_and_verify_wals_in_manifest = false;
  rocksdb::DB* opened = nullptr;
  std::vector<rocksdb::ColumnFamilyHandle*> handles;
  const auto status = rocksdb::DB::Open(options, (scratch / "store").string(), families(), &handles, &opened);
  const std::unique_ptr<rocksdb::DB> db(opened);
  if (!status.ok()) {
    wreck.troubles.push_back({"store/*.log", status.ToString()});
    return;
  }
  for (auto* handle : handles) {
    const std::unique_ptr<rocksdb::Iterator> rows(db->NewIterator({}, handle));
    if (const auto read = gatherer.take(handle->GetName(), *rows); !read.ok())
      wreck.troubles.push_back({"store/*.log", read.ToString()});
  }
  for (auto* handle : handles) db->DestroyColumnFamilyHandle(handle);
}

}  // namespace

Wreck read_wreck(const fs::path& ledger, const fs::path& scratch) {
  if (!Database::is_in(ledger))
    throw Fault(Fault::Kind::missing, "there is no ledger in " + ledger.string(), ledger.string());
  Wreck wreck;
  try {
    wreck.anchored = Anchor(ledger, false).read();
  } catch (const Fault& fault) {
    wreck.troubles.push_back({"HEAD", fault.what()});
  }
  std::vector<fs::path> tables, logs;
  for (const auto& file : fs::directory_iterator(ledger / "store")) {
    if (file.path().extension() == ".sst") tables.push_back(file.path());
    if (file.path().extension() == ".log" && file.file_size() > 0) logs.push_back(file.path());
  }
  std::sort(tables.begin(), tables.end());
  std::sort(logs.begin(), logs.end());
  Gatherer gatherer(wreck);
  for (const auto& table : tables) read_table(table, gatherer, wreck);
  if (!logs.empty()) {
    struct Gone {
      const fs::path& folder;
      ~Gone() {
        std::error_code left_behind;
        fs::remove_all(folder, left_behind);
      }
    } const gone{scratch};
    read_write_ahead_logs(logs, scratch, gatherer, wreck);
  }
  return wreck;
}

}  // namespace ducha::store
