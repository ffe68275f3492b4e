#include "ledger/store/file_sums.h"

#include <algorithm>
#include <climits>
#include <cstdint>
#include <string>

#include <isa-l/crc.h>

#include "ledger/store/keys.h"

namespace ducha::store {
namespace {

constexpr const char* name = "FileChecksumCrc32c";

class Sum : public rocksdb::FileChecksumGenerator {
 public:
  void Update(const char* bytes, std::size_t size) override {
    while (size > 0) {
      const auto some = std::min<std::size_t>(size, INT_MAX);
      // It wants the complement, and does not write although its parameter lets it.
      crc_ = ~crc32_iscsi(reinterpret_cast<unsigned char*>(const_cast<char*>(bytes)), static_cast<int>(some), ~crc_);
      bytes += some;
      size -= some;
    }
  }
  void Finalize() override { keys::append_big_endian(sum_, crc_); }
  std::string GetChecksum() const override { return sum_; }
  const char* Name() const override { return name; }

 private:
  std::uint32_t crc_ = 0;
  std::string sum_;
};

class Sums : public rocksdb::FileChecksumGenFactory {
 public:
  // Null when a sum of another name is asked for.
  std::unique_ptr<rocksdb::FileChecksumGenerator> CreateFileChecksumGenerator(
      const rocksdb::FileChecksumGenContext& context) override {
    const auto& asked = context.requested_checksum_func_name;
    return asked.empty() || asked == name ? std::make_unique<Sum>() : nullptr;
  }
  const char* Name() const override { return "ducha::store::Sums"; }
};

}  // namespace

std::shared_ptr<rocksdb::FileChecksumGenFactory> file_sums() { return std::make_shared<Sums>(); }

}  // namespace ducha::store
