#include "ledger/record/digest.h"

#include <array>
#include <new>
#include <string>

#include <openssl/evp.h>
#include <openssl/rand.h>

#include "ledger/base/fault.h"

namespace ducha::record {
namespace {

constexpr std::array leaf_prefix{std::byte{0x00}};
constexpr std::array node_prefix{std::byte{0x01}};

constexpr std::array algorithms{DigestAlgorithm::sha256, DigestAlgorithm::sm3};

// Hashing bytes in memory fails only when OpenSSL itself does.
void expect(int answer) {
  if (answer != 1) throw Fault{Fault::Kind::disk, "OpenSSL failed to compute a digest"};
}

}  // namespace

std::string labelled(DigestAlgorithm algorithm, const Digest& digest) {
  return std::string(name(algorithm)) + ":" + to_hex(digest);
}

std::string_view name(DigestAlgorithm algorithm) {
  switch (algorithm) {
    case DigestAlgorithm::sha256:
      return "sha256";
    case DigestAlgorithm::sm3:
      return "sm3";
  }
  return {};
}

std::optional<DigestAlgorithm> digest_algorithm(std::string_view wanted) {
  for (const DigestAlgorithm algorithm : algorithms) {
    if (name(algorithm) == wanted) return algorithm;
  }
  return {};
}

std::optional<DigestAlgorithm> digest_algorithm(std::uint8_t number) {
  for (const DigestAlgorithm algorithm : algorithms) {
    if (static_cast<std::uint8_t>(algorithm) == number) return algorithm;
  }
  return {};
}

void Hasher::Free::operator()(evp_md_st* algorithm) const { EVP_MD_free(algorithm); }
void Hasher::Free::operator()(evp_md_ctx_st* context) const { EVP_MD_CTX_free(context); }

Hasher::Hasher(DigestAlgorithm algorithm)
    : algorithm_(algorithm),
      fetched_(EVP_MD_fetch(nullptr, std::string{name(algorithm)}.c_str(), nullptr)),
      context_(EVP_MD_CTX_new()) {
  if (!fetched_) {
    throw Fault{Fault::Kind::disk,
                "the OpenSSL of this system does not offer the digest " + std::string{name(algorithm)}};
  }
  if (!context_) throw std::bad_alloc{};
}

void Hasher::begin() { expect(EVP_DigestInit_ex2(context_.get(), fetched_.get(), nullptr)); }

void Hasher::add(std::span<const std::byte> bytes) {
  expect(EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()));
}

Digest Hasher::finish() {
  Digest digest;
  expect(EVP_DigestFinal_ex(context_.get(), reinterpret_cast<unsigned char*>(digest.bytes.data()), nullptr));
  return digest;
}

Digest Hasher::of(std::span<const std::byte> bytes) {
  begin();
  add(bytes);
  return finish();
}

Digest Hasher::of(std::string_view text) { return of(std::as_bytes(std::span{text})); }

Digest Hasher::leaf(std::span<const std::byte> bytes) {
  begin();
  add(leaf_prefix);
  add(bytes);
  return finish();
}

Digest Hasher::node(const Digest& left, const Digest& right) {
  begin();
  add(node_prefix);
  add(left.bytes);
  add(right.bytes);
  return finish();
}

Authenticator::Key Authenticator::draw() {
  Key key;
  expect(RAND_priv_bytes(key.data(), static_cast<int>(key.size())));
  return key;
}

void Authenticator::Free::operator()(evp_mac_ctx_st* context) const { EVP_MAC_CTX_free(context); }

Authenticator::Authenticator(const Key& key) {
  EVP_MAC* poly1305 = EVP_MAC_fetch(nullptr, "POLY1305", nullptr);
  if (!poly1305) throw Fault{Fault::Kind::disk, "the OpenSSL of this system does not offer Poly1305"};
  context_.reset(EVP_MAC_CTX_new(poly1305));
  EVP_MAC_free(poly1305);
  if (!context_) throw std::bad_alloc{};
  expect(EVP_MAC_init(context_.get(), key.data(), key.size(), nullptr));
}

void Authenticator::add(std::span<const std::byte> bytes) {
  expect(EVP_MAC_update(context_.get(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()));
}

Authenticator::Tag Authenticator::finish() {
  Tag tag;
  std::size_t size = 0;
  expect(EVP_MAC_final(context_.get(), tag.data(), &size, tag.size()));
  return tag;
}

}  // namespace ducha::record
