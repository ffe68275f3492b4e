// How RocksDB is set up: inside ledger/store only.

#pragma once

#include <vector>

#include <rocksdb/db.h>
#include <rocksdb/options.h>

#include "ledger/store/keys.h"

namespace ducha::store {

rocksdb::DBOptions database_options();
rocksdb::ColumnFamilyOptions family_options(Family family);
// Of all families, RocksDB's default one first.
std::vector<rocksdb::ColumnFamilyDescriptor> families();

}  // namespace ducha::store
