// RocksDB's words and ours: inside ledger/store only.

#pragma once

#include <string>
#include <string_view>

#include <rocksdb/slice.h>
#include <rocksdb/status.h>

#include "ledger/base/fault.h"

namespace ducha::store {

inline rocksdb::Slice slice(std::string_view text) { return {text.data(), text.size()}; }
inline std::string_view view(const rocksdb::Slice& slice) { return {slice.data(), slice.size()}; }

// Throws what is not well as a Fault.
inline void need(const rocksdb::Status& status) {
  if (status.ok()) return;
  throw Fault(status.IsCorruption() ? Fault::Kind::damaged : Fault::Kind::disk, status.ToString());
}

// No key begins with so many 0xff.
inline const std::string after_all_keys(64, '\xff');

}  // namespace ducha::store
