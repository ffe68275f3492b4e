// Whatever text comes as a checkpoint, a proof or a key, it is none or reads back as the same; a proof that anybody
// can write proves nothing by itself, and checking one ends.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "ledger/record/note.h"
#include "ledger/record/proof.h"

using namespace ducha::record;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  if (const auto checkpoint = parse_checkpoint(text)) {
    const auto again = parse_checkpoint(checkpoint->text());
    if (!again || again->text() != checkpoint->text()) std::abort();
    static const auto key = SigningKey::make("office.example", SignatureKind::ed25519, SignatureRole::log).verifier();
    if (checkpoint->signed_by(key)) std::abort();
  }
  if (const auto proof = parse_proof(text)) {
    const auto again = parse_proof(proof->text());
    if (!again || again->text() != proof->text()) std::abort();
    entries_unproven(*proof);
    holds_to(*proof, proof->checkpoint.head);
  }
  if (const auto key = VerifierKey::parse(text); key && !VerifierKey::parse(key->text())) std::abort();
  if (const auto key = SigningKey::parse(text); key && !SigningKey::parse(key->text())) std::abort();
  return 0;
}
