#include "ledger/store/renew.h"

#include "ledger/base/fault.h"
#include "ledger/store/tiles.h"

namespace ducha::store {

std::string earlier_leaf_key(Seq seq) { return std::string(1, '\0') + keys::entry(seq); }

bool is_of_earlier_form(const Database& database) {
  return !database.get(Family::tree, tile_key({0, 0})) && database.get(Family::tree, earlier_leaf_key(0));
}

void renew(Database& database, const Head& head) {
  auto rows = database.writes(head.size);
  rows.clear(Family::tree);
  rows.clear(Family::commands);
  record::Hasher hasher(head.algorithm);
  record::Tree tree;
  TileWriter tiles(database, 0);
  database.scan(Family::tree, {}, std::string(1, '\1'), [&](std::string_view key, std::string_view leaf) {
    if (key != earlier_leaf_key(tree.size()) || leaf.size() != sizeof(Digest::bytes))
      throw Fault(Fault::Kind::damaged, "the digest of entry " + std::to_string(tree.size()) + " is missing",
                  tree.size());
    tree.append(hasher, keys::digest(leaf),
                [&](record::NodeId place, const Digest& node) { tiles.add(place, node, rows); });
    return true;
  });
  if (tree.size() != head.size || tree.root(hasher) != head.root)
    throw Fault(Fault::Kind::damaged, "the digests of the entries do not give the root of the head");
  tiles.finish(rows);
  database.scan(Family::commands, {}, {}, [&](std::string_view key, std::string_view receipt) {
    rows.put(Family::commands, key, receipt.substr(0, sizeof(Seq)));
    return true;
  });
  database.commit(std::move(rows));
  for (const auto family : {Family::tree, Family::commands}) database.tidy(family);
}

}  // namespace ducha::store
