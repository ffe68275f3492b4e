#include "ledger/store/head.h"

namespace ducha::store {

std::string head_bytes(const Head& head) {
  std::string bytes;
  keys::append_big_endian(bytes, head.size);
  bytes += keys::text(head.root);
  keys::append_big_endian(bytes, head.edition);
  bytes += static_cast<char>(head.algorithm);
  return bytes;
}

std::optional<Head> read_head(std::string_view bytes) {
  if (bytes.size() != 45) return {};
  const auto algorithm = record::digest_algorithm(static_cast<std::uint8_t>(bytes[44]));
  if (!algorithm) return {};
  return Head{keys::big_endian<std::uint64_t>(bytes), keys::digest(bytes.substr(8)),
              keys::big_endian<std::uint32_t>(bytes.substr(40)), *algorithm};
}

}  // namespace ducha::store
