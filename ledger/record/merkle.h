// The Merkle tree over the log, as in RFC 6962 (and 9162), with nothing of our own.
//
// Leaf n is the hash of entry n. Its nodes are its complete subtrees: the node {level, index} covers the leaves
// [index · 2^level, (index + 1) · 2^level). A node never changes, so the tree is as append-only as the log; the root of
// any earlier size, and any proof, comes from nodes. How they are stored is the store's matter.
//
//     level 2           (2,0)
//                    ┌────┴────┐
//     level 1      (1,0)     (1,1)
//                 ┌──┴──┐   ┌──┴──┐
//     level 0    e0    e1  e2    e3    e4      root of 5 = H(0x01 ‖ (2,0) ‖ e4)
//
// Who holds a root can be shown that an entry is in the log (inclusion), and that a longer log has kept all
// that a shorter one said (consistency), by some log2(size) digests; verifying needs no ledger at all.

#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "ledger/base/id.h"
#include "ledger/record/digest.h"

namespace ducha::record {

// The name of a complete subtree.
struct NodeId {
  std::uint8_t level = 0;
  std::uint64_t index = 0;
  auto operator<=>(const NodeId&) const = default;
};

// Answers with a node. Asked only for nodes that the size given along with it makes complete.
using NodeReader = std::function<Digest(NodeId)>;
// Takes a node that has just become complete.
using NodeWriter = std::function<void(NodeId, const Digest&)>;

// The right edge of a growing tree: the roots of the complete subtrees that make up its size, largest first.
// A value: an append that may fail is tried on a copy.
class Tree {
 public:
  Tree() = default;
  // The edge of a tree of which the nodes can be read.
  Tree(std::uint64_t size, const NodeReader& read);

  std::uint64_t size() const { return size_; }
  Digest root(Hasher& hasher) const;
  // Adds a leaf and gives out every node this completes: two per leaf in the long run, the leaf among them.
  void append(Hasher& hasher, const Digest& leaf, const NodeWriter& write);

 private:
  std::uint64_t size_ = 0;
  std::vector<Digest> edge_;
};

// The root the tree had when it held `size` leaves; the digest of nothing for 0.
Digest root_at(Hasher& hasher, std::uint64_t size, const NodeReader& read);

// PATH(index, D[size]) of RFC 6962, 2.1.1; index < size.
std::vector<Digest> inclusion_proof(Hasher& hasher, std::uint64_t index, std::uint64_t size, const NodeReader& read);
// PROOF(older, D[newer]) of RFC 6962, 2.1.2; older <= newer. Empty when older is 0 or equals newer.
std::vector<Digest> consistency_proof(Hasher& hasher, std::uint64_t older, std::uint64_t newer, const NodeReader& read);

// Whether `proof` shows that `leaf` is leaf `index` of the tree of `size` with this root.
bool includes(Hasher& hasher, const Digest& leaf, std::uint64_t index, std::uint64_t size,
              std::span<const Digest> proof, const Digest& root);

// A size and its root: what a checkpoint says.
struct Sealed {
  std::uint64_t size = 0;
  Digest root;
  bool operator==(const Sealed&) const = default;
};

// Whether `proof` shows that the newer tree begins with all of the older one.
bool extends(Hasher& hasher, const Sealed& older, const Sealed& newer, std::span<const Digest> proof);

}  // namespace ducha::record
