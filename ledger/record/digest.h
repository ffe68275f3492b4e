// Digests: the one place that knows OpenSSL's hashes.
//
// A ledger is sealed with SHA-256 (the default) or SM3 (国密 GB/T 32905-2016), chosen when it is made and
// never changed. Leaves and nodes are hashed as in RFC 6962: the byte in front keeps anyone from passing an
// entry off as a node of the tree.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "ledger/base/id.h"

// OpenSSL's own names, so that its headers stay out of ours.
struct evp_md_st;
struct evp_md_ctx_st;
struct evp_mac_ctx_st;

namespace ducha::record {

// Stored in the head of every ledger: a number once used keeps its meaning.
enum class DigestAlgorithm : std::uint8_t { sha256 = 1, sm3 = 2 };

// "sha256", "sm3".
std::string_view name(DigestAlgorithm algorithm);
// As people are shown a root: sha256:ca527c…
std::string labelled(DigestAlgorithm algorithm, const Digest& digest);
std::optional<DigestAlgorithm> digest_algorithm(std::string_view name);
// What a stored number stands for; nothing when it was never given out.
std::optional<DigestAlgorithm> digest_algorithm(std::uint8_t number);

// Computes digests, one at a time. It keeps its state between calls, because setting one up costs as much as
// hashing an entry: share it within a thread, never between threads.
class Hasher {
 public:
  // Faults (disk) where the system's OpenSSL does not offer the algorithm.
  explicit Hasher(DigestAlgorithm algorithm);

  DigestAlgorithm algorithm() const { return algorithm_; }

  Digest of(std::span<const std::byte> bytes);
  Digest of(std::string_view text);

  // Of bytes that come in pieces: begin, any number of adds, finish, and nothing else in between.
  void begin();
  void add(std::span<const std::byte> bytes);
  Digest finish();

  // H(0x00 ‖ bytes)
  Digest leaf(std::span<const std::byte> bytes);
  // H(0x01 ‖ left ‖ right)
  Digest node(const Digest& left, const Digest& right);

 private:
  struct Free {
    void operator()(evp_md_st* algorithm) const;
    void operator()(evp_md_ctx_st* context) const;
  };

  DigestAlgorithm algorithm_;
  std::unique_ptr<evp_md_st, Free> fetched_;
  std::unique_ptr<evp_md_ctx_st, Free> context_;
};

// Tells whether bytes that are read twice are the same bytes, at an eighth of what a digest costs: a one-time
// authenticator (Poly1305, RFC 8439). Its key is drawn for the occasion and told to nobody, so that nobody can find
// other bytes that it takes for these. It says nothing to anyone else, and is not stored.
class Authenticator {
 public:
  using Key = std::array<unsigned char, 32>;
  using Tag = std::array<unsigned char, 16>;
  // Faults (disk) where the system gives no random bytes.
  static Key draw();

  explicit Authenticator(const Key& key);
  void add(std::span<const std::byte> bytes);
  // Once, after all adds.
  Tag finish();

 private:
  struct Free {
    void operator()(evp_mac_ctx_st* context) const;
  };
  std::unique_ptr<evp_mac_ctx_st, Free> context_;
};

}  // namespace ducha::record
