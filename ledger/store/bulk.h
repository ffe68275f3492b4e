// A large write: rows laid down in files of their own, then joined to the database all at once.
//
// A write-ahead log and a memory table would see every row twice more, and every opening would read the log
// again until it is used up. Here each family becomes sorted files, written once; the files join in one
// entry of the database's manifest, so that a crash leaves all of them or none. What was laid down and not
// joined lies in `incoming/` and goes with the next opening. What a file keeps of its keys besides (index,
// filter) stays in memory until it is full: a family of many rows becomes several files.

#pragma once

#include <array>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

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
  struct Laid {
    std::unique_ptr<rocksdb::SstFileWriter> file;   // the one that is being written
    std::vector<std::string> paths, sums, sums_by;  // of all files; sums of those that are finished, and who made them
    std::size_t rows = 0;                           // in the file that is being written
    bool cleared = false;
  };

  void clean_up();
  static rocksdb::Status finish(Laid& laid);
  // Where the family's next row goes.
  rocksdb::SstFileWriter& row_in(Family family);
  rocksdb::SstFileWriter& file(Family family);

  std::filesystem::path folder_;
  OptionsOf options_;
  HandleOf handle_;
  std::array<Laid, std::size(family_names)> laid_;
};

}  // namespace ducha::store
