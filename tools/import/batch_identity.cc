#include "tools/import/batch_identity.h"

namespace ducha::tools {

std::string batch_identity(const Digest& file, std::int64_t recorded_at, record::DigestAlgorithm algorithm) {
  record::Hasher hasher(algorithm);
  return to_hex(hasher.of(std::string_view(to_hex(file) + "@" + std::to_string(recorded_at)))).substr(0, 12);
}

}  // namespace ducha::tools
