#include "ledger/base/id.h"

#include "tests/catch.h"

namespace ducha {
namespace {

const std::string empty_sha256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

TEST_CASE("a digest is written as 64 small hexadecimal digits and read back", "[id]") {
  const auto digest = digest_from_hex(empty_sha256);
  REQUIRE(digest);
  CHECK(digest->bytes.front() == std::byte{0xe3});
  CHECK(digest->bytes.back() == std::byte{0x55});
  CHECK(to_hex(*digest) == empty_sha256);
  CHECK(to_hex(Digest{}) == std::string(64, '0'));
}

TEST_CASE("anything but exactly 64 hexadecimal digits is no digest", "[id]") {
  CHECK_FALSE(digest_from_hex(""));
  CHECK_FALSE(digest_from_hex(empty_sha256.substr(1)));
  CHECK_FALSE(digest_from_hex(empty_sha256 + "0"));
  CHECK_FALSE(digest_from_hex("g" + empty_sha256.substr(1)));
  CHECK_FALSE(digest_from_hex(" " + empty_sha256.substr(1)));
}

}  // namespace
}  // namespace ducha
