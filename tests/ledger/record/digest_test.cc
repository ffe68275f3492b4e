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

TEST_CASE("the one-time authenticator agrees with the published example, and knows other bytes", "[digest]") {
  // RFC 8439, 2.5.2
  const Authenticator::Key key{0x85, 0xd6, 0xbe, 0x78, 0x57, 0x55, 0x6d, 0x33, 0x7f, 0x44, 0x52,
                               0xfe, 0x42, 0xd5, 0x06, 0xa8, 0x01, 0x03, 0x80, 0x8a, 0xfb, 0x0d,
                               0xb2, 0xfd, 0x4a, 0xbf, 0xf6, 0xaf, 0x41, 0x49, 0xf5, 0x1b};
  const Authenticator::Tag published{0xa8, 0x06, 0x1d, 0xc1, 0x30, 0x51, 0x36, 0xc6,
                                     0xc2, 0x2b, 0x8b, 0xaf, 0x0c, 0x01, 0x27, 0xa9};
  const auto tag_of = [](const Authenticator::Key& with, std::string_view text, std::size_t first) {
    Authenticator authenticator(with);
    authenticator.add(std::as_bytes(std::span{text.substr(0, first)}));
    authenticator.add(std::as_bytes(std::span{text.substr(first)}));
    return authenticator.finish();
  };
  const std::string_view text = "Cryptographic Forum Research Group";
  CHECK(tag_of(key, text, 0) == published);
  CHECK(tag_of(key, text, 5) == published);
  CHECK(tag_of(key, "Cryptographic Forum Research group", 5) != published);

  const auto drawn = Authenticator::draw();
  CHECK(drawn != Authenticator::draw());
  CHECK(tag_of(drawn, text, 7) == tag_of(drawn, text, 8));
  CHECK(tag_of(drawn, text, 7) != published);
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
