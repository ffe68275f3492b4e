// The tree on disk, in tiles: up to 32 neighbours of one level side by side in a row, and of the levels only every
// fifth.
//
//     level 5     tile (1,0): nodes (5,0) (5,1) …
//     level 0     tile (0,0): leaves 0 … 31     tile (0,1): leaves 32 … 63     …
//
// A node of the levels between is joined from the digests of one tile when it is asked for, from 16 of them at the
// most. The tree takes some 33 bytes an entry so; with each node in a row of its own it took 90, and every one of these
// rows had to be written and gone through. The last tile of a level grows until it is full; what it holds never
// changes.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/record/merkle.h"
#include "ledger/store/database.h"

namespace ducha::store {

inline constexpr std::uint8_t tile_height = 5;
inline constexpr std::size_t tile_width = std::size_t{1} << tile_height;

// Whether nodes of the level lie in tiles, or are joined from those that do.
constexpr bool in_tiles(std::uint8_t level) { return level % tile_height == 0; }
// Where a node of such a level lies: the tile's key, and its place among the digests of the tile.
std::string tile_key(record::NodeId place);
constexpr std::size_t place_in_tile(record::NodeId place) { return place.index % tile_width; }
// A digest of a tile; nothing when the tile does not reach so far.
std::optional<Digest> digest_in(std::string_view tile, std::size_t place);

// The leaf of an entry as the tree has it. Throws Fault::damaged when it is not there.
Digest stored_leaf(const Database& database, Seq seq);
// Any node of the tree, likewise; reads as long as both live.
record::NodeReader stored_nodes(const Database& database, record::Hasher& hasher);

// Lays down what an append adds to the tree, in the order of the keys: leaves as they come, what stands above at the
// end.
class TileWriter {
 public:
  // Takes up the tiles that a tree of `size` leaves has left unfinished. Throws Fault::damaged when they are not there.
  TileWriter(const Database& database, std::uint64_t size);
  // Takes every node that becomes complete, as the tree gives them out.
  void add(record::NodeId place, const Digest& node, Writes& rows);
  void finish(Writes& rows);

 private:
  // Of one level: the nodes from the last unfinished tile on.
  struct Level {
    std::uint64_t first;  // the index of the first
    std::string digests;  // of all of them, one after the other
    bool grown = false;   // whether there is one that is not on disk
  };
  static void put(record::NodeId first, std::string_view digests, Writes& rows);

  std::vector<Level> levels_;  // those in tiles
};

}  // namespace ducha::store
