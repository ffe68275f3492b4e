// The sums that the database keeps of its table files, each over all of a file's bytes: CRC-32C (RFC 3720, 12.1).
//
// They are the database's own, under its own name and with its own values. But its program reckons them by a table when
// it is built for any processor, as Debian builds it, and a file is read quicker than that. These are reckoned as the
// processor at hand can (tests/bench/file_bench.cc).

#pragma once

#include <memory>

#include <rocksdb/file_checksum.h>

namespace ducha::store {

std::shared_ptr<rocksdb::FileChecksumGenFactory> file_sums();

}  // namespace ducha::store
