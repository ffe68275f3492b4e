#include "ledger/record/signing.h"

#include <array>
#include <charconv>
#include <cstring>

#include <fmt/format.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

#include "ledger/base/fault.h"

namespace ducha::record {
namespace {

constexpr std::string_view sm2_log = "ducha/sm2-sm3", sm2_witness = "ducha/sm2-sm3-cosignature";
// The identity GM/T 0009 gives to who has no other.
constexpr std::string_view sm2_identity = "1234567812345678";
constexpr std::size_t ed25519_public = 32, sm2_public = 65;

[[noreturn]] void fail(const char* what) { throw Fault(Fault::Kind::disk, std::string("OpenSSL could not ") + what); }

// The type byte of a key, with the identifier that 0xff asks for.
std::string type_of(SignatureKind kind, SignatureRole role) {
  if (kind == SignatureKind::sm2) return "\xff" + std::string(role == SignatureRole::log ? sm2_log : sm2_witness);
  return std::string(1, role == SignatureRole::log ? '\x01' : '\x04');
}

std::string_view view(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::uint32_t key_id(std::string_view name, const std::string& type, std::span<const std::byte> key) {
  Hasher sha256(DigestAlgorithm::sha256);
  std::string text(name);
  text += '\n' + type;
  text += view(key);
  const auto digest = sha256.of(std::string_view(text));
  std::uint32_t id = 0;
  for (std::size_t i = 0; i < 4; ++i) id = id << 8 | std::to_integer<std::uint32_t>(digest.bytes[i]);
  return id;
}

struct Free {
  void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
  void operator()(EVP_PKEY_CTX* context) const { EVP_PKEY_CTX_free(context); }
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
  void operator()(BIO* bio) const { BIO_free(bio); }
};
template <class Object>
using Owned = std::unique_ptr<Object, Free>;

Owned<EVP_PKEY> public_key(SignatureKind kind, std::span<const std::byte> bytes) {
  const auto* at = reinterpret_cast<const unsigned char*>(bytes.data());
  if (kind == SignatureKind::ed25519)
    return Owned<EVP_PKEY>(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, at, bytes.size()));
  char group[] = "SM2";
  std::array params{
      OSSL_PARAM_construct_utf8_string(OSSL_PKEY_PARAM_GROUP_NAME, group, 0),
      OSSL_PARAM_construct_octet_string(OSSL_PKEY_PARAM_PUB_KEY, const_cast<unsigned char*>(at), bytes.size()),
      OSSL_PARAM_construct_end()};
  const Owned<EVP_PKEY_CTX> context(EVP_PKEY_CTX_new_from_name(nullptr, "SM2", nullptr));
  EVP_PKEY* key = nullptr;
  if (!context || EVP_PKEY_fromdata_init(context.get()) != 1 ||
      EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, params.data()) != 1)
    return nullptr;
  return Owned<EVP_PKEY>(key);
}

Bytes public_bytes(EVP_PKEY* key, SignatureKind kind) {
  Bytes bytes(kind == SignatureKind::ed25519 ? ed25519_public : sm2_public);
  auto* at = reinterpret_cast<unsigned char*>(bytes.data());
  std::size_t size = bytes.size();
  const bool got = kind == SignatureKind::ed25519
                       ? EVP_PKEY_get_raw_public_key(key, at, &size) == 1
                       : EVP_PKEY_get_octet_string_param(key, OSSL_PKEY_PARAM_PUB_KEY, at, size, &size) == 1;
  if (!got || size != bytes.size()) fail("give a public key");
  return bytes;
}

// A context set up to sign or verify with that key; SM2 is told whose signature it is.
struct Signing {
  Owned<EVP_MD_CTX> context{EVP_MD_CTX_new()};
  Owned<EVP_PKEY_CTX> identity;
  const EVP_MD* digest;

  Signing(EVP_PKEY* key, SignatureKind kind) : digest(kind == SignatureKind::sm2 ? EVP_sm3() : nullptr) {
    if (!context) fail("sign");
    if (kind != SignatureKind::sm2) return;
    identity.reset(EVP_PKEY_CTX_new(key, nullptr));
    if (!identity ||
        EVP_PKEY_CTX_set1_id(identity.get(), sm2_identity.data(), static_cast<int>(sm2_identity.size())) != 1)
      fail("name the signer of an SM2 signature");
    EVP_MD_CTX_set_pkey_ctx(context.get(), identity.get());
  }
};

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

}  // namespace

bool key_name_lawful(std::string_view name) {
  if (name.empty() || name.size() > 256) return false;
  for (const char each : name)
    if (each == '+' || static_cast<unsigned char>(each) <= ' ' || each == '\x7f') return false;
  return name.find("\xe3\x80\x80") == std::string_view::npos;  // nor an ideographic space
}

// ---- the verifier's side --------------------------------------------------------------------------------

VerifierKey::VerifierKey(std::string name, SignatureKind kind, SignatureRole role, Bytes public_key)
    : name_(std::move(name)),
      kind_(kind),
      role_(role),
      public_key_(std::move(public_key)),
      id_(key_id(name_, type_of(kind_, role_), public_key_)) {}

std::string VerifierKey::text() const {
  const auto type = type_of(kind_, role_);
  Bytes typed(type.size());
  std::memcpy(typed.data(), type.data(), type.size());
  typed.insert(typed.end(), public_key_.begin(), public_key_.end());
  return fmt::format("{}+{:08x}+{}", name_, id_, base64(typed));
}

std::optional<VerifierKey> VerifierKey::parse(std::string_view text) {
  const auto first = text.find('+'), second = text.find('+', first + 1);
  if (first == std::string_view::npos || second == std::string_view::npos) return {};
  const auto name = text.substr(0, first), hash = text.substr(first + 1, second - first - 1);
  const auto typed = parse_base64(text.substr(second + 1));
  if (!key_name_lawful(name) || !typed) return {};
  for (const auto kind : {SignatureKind::ed25519, SignatureKind::sm2})
    for (const auto role : {SignatureRole::log, SignatureRole::witness}) {
      const auto type = type_of(kind, role);
      const auto size = kind == SignatureKind::ed25519 ? ed25519_public : sm2_public;
      if (typed->size() != type.size() + size || !view(*typed).starts_with(type)) continue;
      VerifierKey key(std::string(name), kind, role,
                      Bytes(typed->end() - static_cast<std::ptrdiff_t>(size), typed->end()));
      if (fmt::format("{:08x}", key.id_) != hash) return {};
      return key;
    }
  return {};
}

bool VerifierKey::verify(std::string_view message, std::span<const std::byte> signature) const {
  const auto key = public_key(kind_, public_key_);
  if (!key) return false;
  Signing verifying(key.get(), kind_);
  return EVP_DigestVerifyInit(verifying.context.get(), nullptr, verifying.digest, nullptr, key.get()) == 1 &&
         EVP_DigestVerify(verifying.context.get(), reinterpret_cast<const unsigned char*>(signature.data()),
                          signature.size(), bytes_of(message), message.size()) == 1;
}

// ---- the signer's side ------------------------------------------------------------------------------------

void SigningKey::Free::operator()(evp_pkey_st* key) const { EVP_PKEY_free(key); }

SigningKey::SigningKey(std::string name, SignatureKind kind, SignatureRole role, Key key)
    : name_(std::move(name)), kind_(kind), role_(role), key_(std::move(key)) {}

SigningKey SigningKey::make(std::string name, SignatureKind kind, SignatureRole role) {
  Key key(kind == SignatureKind::ed25519 ? EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519")
                                         : EVP_PKEY_Q_keygen(nullptr, nullptr, "SM2"));
  if (!key) fail("make a key");
  return {std::move(name), kind, role, std::move(key)};
}

VerifierKey SigningKey::verifier() const { return {name_, kind_, role_, public_bytes(key_.get(), kind_)}; }

std::string SigningKey::text() const {
  const Owned<BIO> memory(BIO_new(BIO_s_mem()));
  if (!memory || PEM_write_bio_PKCS8PrivateKey(memory.get(), key_.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1)
    fail("write a key");
  char* at = nullptr;
  const auto size = BIO_get_mem_data(memory.get(), &at);
  return fmt::format("name {}\nrole {}\n{}", name_, role_ == SignatureRole::log ? "log" : "witness",
                     std::string_view(at, static_cast<std::size_t>(size)));
}

std::optional<SigningKey> SigningKey::parse(std::string_view text) {
  const auto line = [&](std::string_view word) -> std::optional<std::string> {
    if (!text.starts_with(word)) return {};
    const auto end = text.find('\n');
    if (end == std::string_view::npos) return {};
    std::string rest(text.substr(word.size(), end - word.size()));
    text.remove_prefix(end + 1);
    return rest;
  };
  const auto name = line("name "), role = line("role ");
  if (!name || !role || !key_name_lawful(*name) || (*role != "log" && *role != "witness")) return {};
  const Owned<BIO> memory(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
  Key key(memory ? PEM_read_bio_PrivateKey(memory.get(), nullptr, nullptr, nullptr) : nullptr);
  if (!key) return {};
  const bool ed25519 = EVP_PKEY_is_a(key.get(), "ED25519") == 1;
  if (!ed25519 && EVP_PKEY_is_a(key.get(), "SM2") != 1) return {};
  return SigningKey(*name, ed25519 ? SignatureKind::ed25519 : SignatureKind::sm2,
                    *role == "log" ? SignatureRole::log : SignatureRole::witness, std::move(key));
}

Bytes SigningKey::sign(std::string_view message) const {
  Signing signing(key_.get(), kind_);
  std::size_t size = 0;
  if (EVP_DigestSignInit(signing.context.get(), nullptr, signing.digest, nullptr, key_.get()) != 1 ||
      EVP_DigestSign(signing.context.get(), nullptr, &size, bytes_of(message), message.size()) != 1)
    fail("sign");
  Bytes signature(size);
  if (EVP_DigestSign(signing.context.get(), reinterpret_cast<unsigned char*>(signature.data()), &size,
                     bytes_of(message), message.size()) != 1)
    fail("sign");
  signature.resize(size);
  return signature;
}

}  // namespace ducha::record
