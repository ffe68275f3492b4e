#include "ledger/store/file_sums.h"

#include <random>
#include <string>
#include <string_view>

#include "tests/catch.h"

namespace ducha::store {
namespace {

std::string sum_of(rocksdb::FileChecksumGenFactory& factory, std::string_view bytes, std::size_t piece) {
  const auto sum = factory.CreateFileChecksumGenerator({});
  for (; !bytes.empty(); bytes.remove_prefix(std::min(piece, bytes.size())))
    sum->Update(bytes.data(), std::min(piece, bytes.size()));
  sum->Finalize();
  return sum->GetChecksum();
}

TEST_CASE("the sum of a file is the published one", "[store]") {
  CHECK(sum_of(*file_sums(), "123456789", 9) == "\xE3\x06\x92\x83");
  CHECK(sum_of(*file_sums(), std::string(32, '\0'), 5) == "\x8A\x91\x36\xAA");  // RFC 3720, B.4
  CHECK(sum_of(*file_sums(), {}, 1) == std::string(4, '\0'));
}

TEST_CASE("the sum of a file is what the database itself makes, under the same name, however it comes", "[store]") {
  const auto own = rocksdb::GetFileChecksumGenCrc32cFactory();
  std::minstd_rand chance(1);
  for (int round = 0; round < 200; ++round) {
    std::string bytes(chance() % 5000, '\0');
    for (auto& byte : bytes) byte = static_cast<char>(chance());
    CHECK(sum_of(*file_sums(), bytes, 1 + chance() % 700) == sum_of(*own, bytes, 1 + chance() % 700));
  }
  rocksdb::FileChecksumGenContext context;
  const std::string name = own->CreateFileChecksumGenerator(context)->Name();
  CHECK(file_sums()->CreateFileChecksumGenerator(context)->Name() == name);
  context.requested_checksum_func_name = name;
  CHECK(file_sums()->CreateFileChecksumGenerator(context));
  context.requested_checksum_func_name = "another";
  CHECK_FALSE(file_sums()->CreateFileChecksumGenerator(context));
}

}  // namespace
}  // namespace ducha::store
