#include "ledger/store/head.h"

#include "ledger/base/fault.h"

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

Digest stored_node(const Database& database, record::NodeId place) {
  const auto node = database.get(Family::tree, keys::node(place));
  if (!node || node->size() != sizeof(Digest::bytes))
    throw Fault(Fault::Kind::damaged, "a node of the tree is missing: level " + std::to_string(place.level) +
                                          ", index " + std::to_string(place.index));
  return keys::digest(*node);
}

}  // namespace ducha::store
