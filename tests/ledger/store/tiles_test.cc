#include "ledger/store/tiles.h"

#include <map>

#include "tests/ledger/store/ledger.h"

namespace ducha::store {
namespace {

// A tree that grows on disk, and all its nodes as they were given out.
struct Growing {
  Folder folder;
  std::optional<Database> database;
  record::Hasher hasher{record::DigestAlgorithm::sha256};
  record::Tree tree;
  std::map<record::NodeId, Digest> nodes;

  Growing() {
    Database::create(folder.path() / "ledger");
    database.emplace(folder.path() / "ledger", Access::write);
  }
  // `rows`: of how many the write is told that it has.
  void grow(std::size_t leaves, std::size_t rows = 0) {
    auto writes = database->writes(rows);
    TileWriter tiles(*database, tree.size());
    for (std::size_t i = 0; i < leaves; ++i)
      tree.append(hasher, hasher.of(std::to_string(tree.size())), [&](record::NodeId place, const Digest& node) {
        nodes.emplace(place, node);
        tiles.add(place, node, writes);
      });
    tiles.finish(writes);
    database->commit(std::move(writes));
  }
  bool reads_back() {
    const auto read = stored_nodes(*database, hasher);
    return std::all_of(nodes.begin(), nodes.end(), [&](const auto& each) { return read(each.first) == each.second; });
  }
};

TEST_CASE("every node of the tree reads back from tiles, however the tree grew", "[store][tiles]") {
  Growing growing;
  // Over the first tile's edge, one at a time around it, over the edge of the level above, and in a write of its own
  // files.
  for (const std::size_t more : {1u, 30u, 1u, 1u, 5u, 500u, 485u, 1u, 1u, 40u}) growing.grow(more);
  CHECK(growing.reads_back());
  growing.grow(33'000, bulk_rows_min);
  growing.grow(3);
  CHECK(growing.reads_back());
  CHECK(growing.tree.size() == 34'068);
  for (const Seq seq : {Seq{0}, Seq{31}, Seq{32}, Seq{34'067}})
    CHECK(stored_leaf(*growing.database, seq) == growing.nodes.at({0, seq}));
  CHECK(record::root_at(growing.hasher, 34'068, stored_nodes(*growing.database, growing.hasher)) ==
        growing.tree.root(growing.hasher));
}

TEST_CASE("the tree takes one row for 32 leaves, and one more for 32 of those", "[store][tiles]") {
  Growing growing;
  growing.grow(2'080);
  std::size_t rows = 0;
  for (auto row = growing.database->cursor(Family::tree); row.row(); row.step()) ++rows;
  CHECK(rows == 65 + 3 + 1);
}

TEST_CASE("a node that is not there is a fault, and so is an unfinished tile that went missing", "[store][tiles]") {
  Growing growing;
  growing.grow(70);
  record::Hasher hasher(record::DigestAlgorithm::sha256);
  const auto read = stored_nodes(*growing.database, hasher);
  CHECK_FALSE(fault_of([&] { read({1, 34}); }));
  CHECK(fault_of([&] { read({1, 35}); }));
  CHECK(fault_of([&] { stored_leaf(*growing.database, 70); }));
  CHECK(fault_of([&] { stored_leaf(*growing.database, 96); }));
  auto rows = growing.database->writes();
  rows.erase(Family::tree, keys::tile(0, 2));
  growing.database->commit(std::move(rows));
  CHECK(fault_of([&] { growing.grow(1); }));
}

}  // namespace
}  // namespace ducha::store
