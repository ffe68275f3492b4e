#include "ledger/record/signing.h"

#include "tests/catch.h"

namespace ducha::record {
namespace {

std::span<const std::byte> bytes_of(std::string_view text) { return std::as_bytes(std::span(text)); }

TEST_CASE("base64 has one way to write a thing", "[base64]") {
  for (const auto& [plain, written] : {std::pair<std::string_view, std::string_view>{"", ""},
                                       {"f", "Zg=="},
                                       {"fo", "Zm8="},
                                       {"foo", "Zm9v"},
                                       {"foob", "Zm9vYg=="}}) {
    CHECK(base64(bytes_of(plain)) == written);
    const auto read = parse_base64(written);
    REQUIRE(read);
    CHECK(std::equal(read->begin(), read->end(), bytes_of(plain).begin(), bytes_of(plain).end()));
  }
  for (const std::string_view wrong : {"Zg", "Zg=", "Zh==", "Z g=", "Zm9v\n", "====", "Zm=v", "中文=="}) {
    INFO(wrong);
    CHECK_FALSE(parse_base64(wrong));
  }
}

TEST_CASE("a signed note that Go's implementation publishes is verified by its key", "[signing]") {
  const auto key = VerifierKey::parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
  REQUIRE(key);
  CHECK(key->name() == "PeterNeumann");
  CHECK(key->id() == 0xc74f20a3);
  const auto line =
      parse_base64("x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=");
  REQUIRE(line);
  const std::string text =
      "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
  CHECK(key->verify(text, std::span(*line).subspan(4)));
  CHECK_FALSE(key->verify(text + "\n", std::span(*line).subspan(4)));
}

TEST_CASE("a key written and read again is the same, and signs what only it can have signed", "[signing]") {
  for (const auto kind : {SignatureKind::ed25519, SignatureKind::sm2})
    for (const auto role : {SignatureRole::log, SignatureRole::witness}) {
      const auto key = SigningKey::make("ducha.example/2022", kind, role);
      const auto again = SigningKey::parse(key.text());
      REQUIRE(again);
      CHECK(again->role() == role);
      const auto verifier = VerifierKey::parse(key.verifier().text());
      REQUIRE(verifier);
      CHECK(verifier->text() == again->verifier().text());
      const auto signature = again->sign("三十条");
      CHECK(verifier->verify("三十条", signature));
      CHECK_FALSE(verifier->verify("三十一条", signature));
      for (std::size_t i = 0; i < signature.size(); ++i) {
        auto altered = signature;
        altered[i] ^= std::byte{0x01};
        CHECK_FALSE(verifier->verify("三十条", altered));
      }
      CHECK_FALSE(SigningKey::make("other", kind, role).verifier().verify("三十条", signature));
    }
}

TEST_CASE("what is no key is not read as one", "[signing]") {
  const auto text = SigningKey::make("a", SignatureKind::ed25519, SignatureRole::log).verifier().text();
  CHECK(VerifierKey::parse(text));
  CHECK_FALSE(VerifierKey::parse("b" + text.substr(1)));  // its hash is another's
  for (const std::string wrong : {"", "a", "a+b", "a+00000000+", "a++", "a b+00000000+AAAA"}) {
    CHECK_FALSE(VerifierKey::parse(wrong));
    CHECK_FALSE(SigningKey::parse(wrong));
  }
  CHECK_FALSE(SigningKey::parse("name a\nrole log\n-----BEGIN PRIVATE KEY-----\n"));
  CHECK_FALSE(key_name_lawful("区 政府"));
  CHECK(key_name_lawful("区政府督查室"));
}

}  // namespace
}  // namespace ducha::record
