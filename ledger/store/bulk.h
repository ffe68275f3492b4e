// A large write: rows laid down in files of their own, then joined to the database all at once.
//
// A write-ahead log and a memory table would see every row twice more, and every opening would read the log
// again until it is used up. Here each family becomes one sorted file, written once; the files join in one
// entry of the database's manifest, so that a crash leaves all of them or none. What was laid down and not
// joined lies in `incoming/` and goes with the next opening.

#pragma once

#include <array>
#include <filesystem>
#include <functional>
#include <memory>
#include <string_view>

#include <rocksdb/db.h>
#include <rocksdb/sst_file_writer.h>

#include "ledger/store/keys.h"

namespace ducha::store {

class Bulk {
 public:
  using OptionsOf = std::function<rocksdb::Options(Family)>;
  using HandleOf = std::function<rocksdb::ColumnFamilyHandle*(Family)>;

  // `folder` is made, and removed at the end; it must lie on the database's file system. One at a
  // time.
  Bulk(std::filesystem::path folder, OptionsOf options, HandleOf handle);
  ~Bulk();

  // Keys come in ascending order family by family, each once; anything else is a Fault.
  void put(Family family, std::string_view key, std::string_view value);
  void erase(Family family, std::string_view key);
  // Everything in the family that is there before; comes before its rows.
  void clear(Family family);

  // Synced when it returns.
  void join(rocksdb::DB& db);

 private:
  void clean_up();
  rocksdb::SstFileWriter& file(Family family);
  std::filesystem::path path(std::size_t family) const;

  std::filesystem::path folder_;
  OptionsOf options_;
  HandleOf handle_;
  std::array<std::unique_ptr<rocksdb::SstFileWriter>, std::size(family_names)> files_;
};

}  // namespace ducha::store
