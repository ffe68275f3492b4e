// 检查点: a log's head as a signed note, in the form of C2SP tlog-checkpoint.
//
//   <origin>                 the ledger's name, which is the name of its key
//   <size>                   how many entries there are
//   <base64 of the root>
//   digest sm3               only where the digest is not SHA-256
//                            (an empty line)
//   — <name> <base64 of the key's id and the signature>
//
// A log signs the text up to and with the newline before the empty line. A witness signs
// "cosignature/v1", "time <seconds since 1970>" and then that text, and its line holds the time too (8 bytes).

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/record/merkle.h"
#include "ledger/record/signing.h"

namespace ducha::record {

struct NoteSignature {
  std::string name;
  std::uint32_t id = 0;
  Bytes bytes;  // after the key's id
};

struct Checkpoint {
  std::string origin;
  Sealed head;
  DigestAlgorithm algorithm = DigestAlgorithm::sha256;
  std::vector<NoteSignature> signatures;

  // What is signed.
  std::string body() const;
  // The whole note.
  std::string text() const;
  void sign(const SigningKey& key, std::int64_t unix_seconds);
  // Whether one of its signatures is that key's and right. Of a witness also when it was given.
  struct Signed {
    std::optional<std::int64_t> witnessed;
  };
  std::optional<Signed> signed_by(const VerifierKey& key) const;
};

// Nothing when the text is no checkpoint; what comes after the signatures is not looked at.
std::optional<Checkpoint> parse_checkpoint(std::string_view text);

}  // namespace ducha::record
