#include "ledger/record/merkle.h"

#include <array>
#include <map>
#include <string>

#include "tests/catch.h"
#include "tests/ledger/record/naive_root.h"

namespace ducha::record {
namespace {

// A tree grown leaf by leaf, and the nodes it gave out.
struct Grown {
  Hasher hasher{DigestAlgorithm::sha256};
  std::vector<Digest> leaves;
  std::map<NodeId, Digest> stored;
  Tree tree;
  NodeReader read = [this](NodeId id) { return stored.at(id); };

  void append(std::span<const std::byte> entry) {
    leaves.push_back(hasher.leaf(entry));
    tree.append(hasher, leaves.back(), [&](NodeId id, const Digest& node) { CHECK(stored.emplace(id, node).second); });
  }
  void grow_to(std::size_t size) {
    while (leaves.size() < size) {
      const std::string entry = std::to_string(leaves.size());
      append(std::as_bytes(std::span{entry}));
    }
  }
  Digest naive(std::size_t size) { return naive_root(hasher, std::span{leaves}.first(size)); }
};

constexpr std::size_t largest = 130;

TEST_CASE("the eight leaves that Certificate Transparency tests with have the roots it publishes", "[merkle]") {
  const std::array<std::vector<unsigned char>, 8> entries{{
      {},
      {0x00},
      {0x10},
      {0x20, 0x21},
      {0x30, 0x31},
      {0x40, 0x41, 0x42, 0x43},
      {0x50, 0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x57},
      {0x60, 0x61, 0x62, 0x63, 0x64, 0x65, 0x66, 0x67, 0x68, 0x69, 0x6a, 0x6b, 0x6c, 0x6d, 0x6e, 0x6f},
  }};
  const std::array<std::string, 8> roots{
      "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
      "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
      "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
      "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
      "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
      "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
      "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
  };
  Grown grown;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    grown.append(std::as_bytes(std::span{entries[i]}));
    CHECK(to_hex(grown.tree.root(grown.hasher)) == roots[i]);
    CHECK(to_hex(grown.naive(i + 1)) == roots[i]);
  }
}

TEST_CASE("the root of every size is the one the definition gives", "[merkle]") {
  Grown grown;
  for (std::size_t size = 0; size <= largest; ++size) {
    grown.grow_to(size);
    const Digest expected = grown.naive(size);
    CHECK(grown.tree.size() == size);
    CHECK(grown.tree.root(grown.hasher) == expected);
    CHECK(Tree{size, grown.read}.root(grown.hasher) == expected);
  }
  for (std::size_t size = 0; size <= largest; ++size) {
    CHECK(root_at(grown.hasher, size, grown.read) == grown.naive(size));
  }
}

TEST_CASE("a tree taken up again grows as if never put down", "[merkle]") {
  Grown grown;
  grown.grow_to(77);
  grown.tree = Tree{77, grown.read};
  grown.grow_to(largest);
  CHECK(grown.tree.root(grown.hasher) == grown.naive(largest));
}

TEST_CASE("what is given out is every complete subtree and nothing else", "[merkle]") {
  Grown grown;
  grown.grow_to(largest);
  std::size_t complete = 0;
  for (std::size_t width = largest; width > 0; width /= 2) complete += width;
  CHECK(grown.stored.size() == complete);
  CHECK(complete < 2 * largest);
}

TEST_CASE("every entry can be shown to be in the tree of every size", "[merkle]") {
  Grown grown;
  grown.grow_to(largest);
  Hasher& hasher = grown.hasher;
  for (std::uint64_t size = 1; size <= largest; size += size < 20 ? 1 : 11) {
    const Digest root = grown.naive(size);
    for (std::uint64_t index = 0; index < size; ++index) {
      const auto proof = inclusion_proof(hasher, index, size, grown.read);
      const bool shown = includes(hasher, grown.leaves[index], index, size, proof, root);
      const bool other_leaf = includes(hasher, grown.leaves[(index + 1) % largest], index, size, proof, root);
      const bool other_place = includes(hasher, grown.leaves[index], index + 1, size, proof, root);
      const bool other_root = includes(hasher, grown.leaves[index], index, size, proof, grown.naive(size - 1));
      if (!shown || other_leaf || other_place || other_root) FAIL("entry " << index << " in " << size);
    }
  }
}

TEST_CASE("every size can be shown to extend every earlier one", "[merkle]") {
  Grown grown;
  grown.grow_to(largest);
  Hasher& hasher = grown.hasher;
  for (std::uint64_t newer = 0; newer <= largest; newer += newer < 20 ? 1 : 11) {
    for (std::uint64_t older = 0; older <= newer; ++older) {
      const Sealed from{older, grown.naive(older)};
      const Sealed to{newer, grown.naive(newer)};
      const auto proof = consistency_proof(hasher, older, newer, grown.read);
      const Digest forged = hasher.of("forged");
      const bool shown = extends(hasher, from, to, proof);
      const bool other_past = extends(hasher, {older, forged}, to, proof);
      const bool other_present = older != 0 && extends(hasher, from, {newer, forged}, proof);
      if (!shown || other_past || other_present) FAIL(newer << " extends " << older);
    }
  }
}

TEST_CASE("a proof with a digest changed, missing or too many shows nothing", "[merkle]") {
  Grown grown;
  grown.grow_to(largest);
  Hasher& hasher = grown.hasher;
  const Sealed older{77, grown.naive(77)};
  const Sealed newer{largest, grown.naive(largest)};

  const auto inclusion = inclusion_proof(hasher, 42, largest, grown.read);
  const auto consistency = consistency_proof(hasher, older.size, newer.size, grown.read);
  REQUIRE(includes(hasher, grown.leaves[42], 42, newer.size, inclusion, newer.root));
  REQUIRE(extends(hasher, older, newer, consistency));

  const auto fails = [&](const std::vector<Digest>& path, const std::vector<Digest>& link) {
    CHECK_FALSE(includes(hasher, grown.leaves[42], 42, newer.size, path, newer.root));
    CHECK_FALSE(extends(hasher, older, newer, link));
  };
  const auto changed = [](std::vector<Digest> proof, std::size_t at) {
    proof.at(at).bytes[31] ^= std::byte{1};
    return proof;
  };
  for (std::size_t i = 0; i < inclusion.size(); ++i) {
    CHECK_FALSE(includes(hasher, grown.leaves[42], 42, newer.size, changed(inclusion, i), newer.root));
  }
  for (std::size_t i = 0; i < consistency.size(); ++i) {
    CHECK_FALSE(extends(hasher, older, newer, changed(consistency, i)));
  }
  fails({inclusion.begin(), inclusion.end() - 1}, {consistency.begin(), consistency.end() - 1});
  fails({inclusion.begin() + 1, inclusion.end()}, {consistency.begin() + 1, consistency.end()});
  auto longer_path = inclusion;
  longer_path.push_back(newer.root);
  auto longer_link = consistency;
  longer_link.push_back(newer.root);
  fails(longer_path, longer_link);
  fails({}, {});
  CHECK_FALSE(extends(hasher, newer, older, consistency));
}

}  // namespace
}  // namespace ducha::record
