// Signatures over heads: Ed25519 (the default), or SM2 with SM3 (国密 GM/T 0003) for a ledger kept on SM3.
//
// Keys are named and written as C2SP signed notes write them: a verifier's key is `name+hash+key`, where `key`
// is base64 of a type byte and the public key, and `hash` the first four bytes of SHA-256(name, newline, type,
// public key). Ed25519 has type 0x01, its cosignatures 0x04; SM2 has no type of its own, so it stands under
// 0xff followed by its identifier.

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "ledger/record/base64.h"
#include "ledger/record/digest.h"

struct evp_pkey_st;

namespace ducha::record {

enum class SignatureKind : std::uint8_t { ed25519, sm2 };
// 见证: whether a signature seals a log's own head, or witnesses another's.
enum class SignatureRole : std::uint8_t { log, witness };

// Which signatures go with a ledger's digest.
constexpr SignatureKind signature_for(DigestAlgorithm algorithm) {
  return algorithm == DigestAlgorithm::sm3 ? SignatureKind::sm2 : SignatureKind::ed25519;
}

class VerifierKey {
 public:
  // Reads `name+hash+key`; nothing when it is not one, or its hash is not its own.
  static std::optional<VerifierKey> parse(std::string_view text);
  VerifierKey(std::string name, SignatureKind kind, SignatureRole role, Bytes public_key);

  const std::string& name() const { return name_; }
  SignatureRole role() const { return role_; }
  // The four bytes by which a signature line says whose it is.
  std::uint32_t id() const { return id_; }
  std::string text() const;
  bool verify(std::string_view message, std::span<const std::byte> signature) const;

 private:
  std::string name_;
  SignatureKind kind_;
  SignatureRole role_;
  Bytes public_key_;
  std::uint32_t id_;
};

class SigningKey {
 public:
  static SigningKey make(std::string name, SignatureKind kind, SignatureRole role);
  // Reads what `text` wrote; nothing when it is not a key.
  static std::optional<SigningKey> parse(std::string_view text);

  const std::string& name() const { return name_; }
  SignatureRole role() const { return role_; }
  VerifierKey verifier() const;
  // The secret itself, for a file nobody else may read: `name`, `role` and a PEM private key.
  std::string text() const;
  Bytes sign(std::string_view message) const;

 private:
  struct Free {
    void operator()(evp_pkey_st* key) const;
  };
  using Key = std::unique_ptr<evp_pkey_st, Free>;
  SigningKey(std::string name, SignatureKind kind, SignatureRole role, Key key);

  friend class VerifierKey;
  std::string name_;
  SignatureKind kind_;
  SignatureRole role_;
  Key key_;
};

// Names may hold neither a plus sign nor white space, and are not empty.
bool key_name_lawful(std::string_view name);

}  // namespace ducha::record
