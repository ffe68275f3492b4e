#include "ledger/store/tiles.h"

#include "ledger/base/fault.h"

namespace ducha::store {
namespace {

constexpr std::size_t digest_bytes = sizeof(Digest::bytes), tile_bytes = tile_width * digest_bytes;

[[noreturn]] void missing(record::NodeId place) {
  throw Fault(Fault::Kind::damaged, "a node of the tree is missing: level " + std::to_string(place.level) + ", index " +
                                        std::to_string(place.index));
}

// The root over neighbours in a tile, a power of two of them.
Digest joined(record::Hasher& hasher, std::string_view digests) {
  if (digests.size() == digest_bytes) return keys::digest(digests);
  const auto half = digests.size() / 2;
  const auto left = joined(hasher, digests.substr(0, half));
  return hasher.node(left, joined(hasher, digests.substr(half)));
}

}  // namespace

std::string tile_key(record::NodeId place) {
  return keys::tile(static_cast<std::uint8_t>(place.level / tile_height), place.index / tile_width);
}

std::optional<Digest> digest_in(std::string_view tile, std::size_t place) {
  if (tile.size() < (place + 1) * digest_bytes) return {};
  return keys::digest(tile.substr(place * digest_bytes));
}

Digest stored_leaf(const Database& database, Seq seq) {
  const record::NodeId place{0, seq};
  const auto tile = database.get(Family::tree, tile_key(place));
  const auto leaf = tile ? digest_in(*tile, place_in_tile(place)) : std::nullopt;
  if (!leaf) missing(place);
  return *leaf;
}

record::NodeReader stored_nodes(const Database& database, record::Hasher& hasher) {
  return [&](record::NodeId place) {
    const auto above = static_cast<std::uint8_t>(place.level % tile_height);
    const record::NodeId first{static_cast<std::uint8_t>(place.level - above), place.index << above};
    const auto tile = database.get(Family::tree, tile_key(first));
    const auto begin = place_in_tile(first) * digest_bytes, bytes = digest_bytes << above;
    if (!tile || tile->size() < begin + bytes) missing(place);
    return joined(hasher, std::string_view(*tile).substr(begin, bytes));
  };
}

TileWriter::TileWriter(const Database& database, std::uint64_t size) {
  for (std::uint8_t level = 0; size >> level > 0; level = static_cast<std::uint8_t>(level + tile_height)) {
    const auto count = size >> level;
    const record::NodeId first{level, count / tile_width * tile_width};
    auto& unfinished = levels_.emplace_back(Level{first.index, {}});
    const auto bytes = (count - first.index) * digest_bytes;
    if (bytes == 0) continue;
    auto tile = database.get(Family::tree, tile_key(first));
    if (!tile || tile->size() != bytes)
      throw Fault(Fault::Kind::damaged, "the last tile of the tree at level " + std::to_string(level) +
                                            " is missing, or not as long as the log");
    unfinished.digests = std::move(*tile);
  }
}

void TileWriter::add(record::NodeId place, const Digest& node, Writes& rows) {
  if (!in_tiles(place.level)) return;
  const std::size_t number = place.level / tile_height;
  if (number == levels_.size()) levels_.push_back({});
  auto& level = levels_[number];
  level.digests.append(keys::text(node));
  level.grown = true;
  // Leaves are nearly all of the tree, and first in the order of its keys: they do not wait for the end.
  if (place.level > 0 || level.digests.size() < tile_bytes) return;
  put({0, level.first}, level.digests, rows);
  level = {level.first + tile_width, {}};
}

void TileWriter::finish(Writes& rows) {
  for (std::size_t i = 0; i < levels_.size(); ++i) {
    if (levels_[i].grown) put({static_cast<std::uint8_t>(i * tile_height), levels_[i].first}, levels_[i].digests, rows);
  }
}

void TileWriter::put(record::NodeId first, std::string_view digests, Writes& rows) {
  for (; !digests.empty(); first.index += tile_width) {
    const auto tile = digests.substr(0, tile_bytes);
    rows.put(Family::tree, tile_key(first), tile);
    digests.remove_prefix(tile.size());
  }
}

}  // namespace ducha::store
