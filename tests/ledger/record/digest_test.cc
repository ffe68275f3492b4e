#include "ledger/record/digest.h"

#include <string>
#include <vector>

#include "tests/catch.h"

namespace ducha::record {
namespace {

TEST_CASE("digests agree with the published examples", "[digest]") {
  Hasher sha256{DigestAlgorithm::sha256};
  CHECK(to_hex(sha256.of("")) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(to_hex(sha256.of("abc")) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");

  Hasher sm3{DigestAlgorithm::sm3};  // GB/T 32905-2016, annex A
  CHECK(to_hex(sm3.of("abc")) == "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
}

TEST_CASE("a hasher used again starts anew", "[digest]") {
  Hasher hasher{DigestAlgorithm::sha256};
  const Digest once = hasher.of("督查");
  CHECK(hasher.of("督办") != once);
  CHECK(hasher.of("督查") == once);
}

TEST_CASE("leaves and nodes carry their mark in front", "[digest]") {
  for (const DigestAlgorithm algorithm : {DigestAlgorithm::sha256, DigestAlgorithm::sm3}) {
    Hasher hasher{algorithm};
    const std::string_view text = "entry";
    const std::string marked = std::string(1, '\0') + std::string{text};
    CHECK(hasher.leaf(std::as_bytes(std::span{text})) == hasher.of(marked));

    const Digest left = hasher.of("left");
    const Digest right = hasher.of("right");
    std::vector<std::byte> joined{std::byte{1}};
    joined.insert(joined.end(), left.bytes.begin(), left.bytes.end());
    joined.insert(joined.end(), right.bytes.begin(), right.bytes.end());
    CHECK(hasher.node(left, right) == hasher.of(joined));
    CHECK(hasher.node(left, right) != hasher.node(right, left));
  }
}

TEST_CASE("an algorithm is known by its name and by its stored number", "[digest]") {
  for (const DigestAlgorithm algorithm : {DigestAlgorithm::sha256, DigestAlgorithm::sm3}) {
    CHECK(digest_algorithm(name(algorithm)) == algorithm);
    CHECK(digest_algorithm(static_cast<std::uint8_t>(algorithm)) == algorithm);
  }
  CHECK_FALSE(digest_algorithm("md5"));
  CHECK_FALSE(digest_algorithm(""));
  CHECK_FALSE(digest_algorithm(std::uint8_t{0}));
  CHECK_FALSE(digest_algorithm(std::uint8_t{3}));
}

}  // namespace
}  // namespace ducha::record
