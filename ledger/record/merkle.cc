#include "ledger/record/merkle.h"

#include <bit>
#include <cassert>
#include <string_view>

namespace ducha::record {
namespace {

// The leaves [begin, end) below one node of the recursion in RFC 6962.
struct Leaves {
  std::uint64_t begin;
  std::uint64_t end;

  std::uint64_t count() const { return end - begin; }
  // Where the RFC splits: after the largest power of two smaller than the count.
  std::uint64_t middle() const { return begin + std::bit_floor(count() - 1); }
  Leaves left() const { return {begin, middle()}; }
  Leaves right() const { return {middle(), end}; }
};

// MTH of a range the RFC's recursion comes by: it begins at a multiple of the power of two it fits in, so
// a range of exactly a power of two is a node.
Digest subtree(Hasher& hasher, Leaves leaves, const NodeReader& read) {
  if (std::has_single_bit(leaves.count())) {
    const auto level = static_cast<std::uint8_t>(std::countr_zero(leaves.count()));
    return read({level, leaves.begin >> level});
  }
  const Digest left = subtree(hasher, leaves.left(), read);
  return hasher.node(left, subtree(hasher, leaves.right(), read));
}

// Joins the complete subtrees of a tree, largest first, from the right.
Digest join(Hasher& hasher, std::span<const Digest> edge) {
  if (edge.empty()) return hasher.of(std::string_view{});
  Digest root = edge.back();
  for (std::size_t i = edge.size() - 1; i > 0; --i) root = hasher.node(edge[i - 1], root);
  return root;
}

}  // namespace

Tree::Tree(std::uint64_t size, const NodeReader& read) : size_(size) {
  std::uint64_t begin = 0;
  for (std::uint64_t rest = size; rest > 0; rest -= std::bit_floor(rest)) {
    const auto level = static_cast<std::uint8_t>(std::bit_width(rest) - 1);
    edge_.push_back(read({level, begin >> level}));
    begin += std::bit_floor(rest);
  }
}

Digest Tree::root(Hasher& hasher) const { return join(hasher, edge_); }

void Tree::append(Hasher& hasher, const Digest& leaf, const NodeWriter& write) {
  Digest node = leaf;
  NodeId id{0, size_};
  write(id, node);
  // As in adding one to a binary number: each 1 at the low end carries, and joins two subtrees.
  for (; id.index % 2 == 1; edge_.pop_back()) {
    node = hasher.node(edge_.back(), node);
    id = {static_cast<std::uint8_t>(id.level + 1), id.index / 2};
    write(id, node);
  }
  edge_.push_back(node);
  ++size_;
}

Digest root_at(Hasher& hasher, std::uint64_t size, const NodeReader& read) { return Tree{size, read}.root(hasher); }

std::vector<Digest> inclusion_proof(Hasher& hasher, std::uint64_t index, std::uint64_t size, const NodeReader& read) {
  assert(index < size);
  std::vector<Digest> from_the_root;
  for (Leaves here{0, size}; here.count() > 1;) {
    const bool goes_left = index < here.middle();
    from_the_root.push_back(subtree(hasher, goes_left ? here.right() : here.left(), read));
    here = goes_left ? here.left() : here.right();
  }
  return {from_the_root.rbegin(), from_the_root.rend()};
}

std::vector<Digest> consistency_proof(Hasher& hasher, std::uint64_t older, std::uint64_t newer,
                                      const NodeReader& read) {
  assert(older <= newer);
  if (older == 0 || older == newer) return {};
  std::vector<Digest> from_the_root;
  Leaves here{0, newer};
  while (here.end != older) {
    const bool goes_left = older <= here.middle();
    from_the_root.push_back(subtree(hasher, goes_left ? here.right() : here.left(), read));
    here = goes_left ? here.left() : here.right();
  }
  // The older tree whole is known to the one who asks; a part of it is not.
  if (here.begin != 0) from_the_root.push_back(subtree(hasher, here, read));
  return {from_the_root.rbegin(), from_the_root.rend()};
}

// RFC 9162, 2.1.3.2, with its names: fn is the node on the path, sn the last node of the same level.
bool includes(Hasher& hasher, const Digest& leaf, std::uint64_t index, std::uint64_t size,
              std::span<const Digest> proof, const Digest& root) {
  if (index >= size) return false;
  std::uint64_t fn = index;
  std::uint64_t sn = size - 1;
  Digest r = leaf;
  for (const Digest& p : proof) {
    if (sn == 0) return false;
    if (fn % 2 == 1 || fn == sn) {
      r = hasher.node(p, r);
      while (fn % 2 == 0 && fn != 0) {
        fn >>= 1;
        sn >>= 1;
      }
    } else {
      r = hasher.node(r, p);
    }
    fn >>= 1;
    sn >>= 1;
  }
  return sn == 0 && r == root;
}

// RFC 9162, 2.1.4.2, with its names. It leaves out the two cases that need no proof; they come first.
bool extends(Hasher& hasher, const Sealed& older, const Sealed& newer, std::span<const Digest> proof) {
  if (older.size > newer.size) return false;
  if (older.size == newer.size) return proof.empty() && older.root == newer.root;
  if (older.size == 0) return proof.empty() && older.root == hasher.of(std::string_view{});

  std::uint64_t fn = older.size - 1;
  std::uint64_t sn = newer.size - 1;
  while (fn % 2 == 1) {
    fn >>= 1;
    sn >>= 1;
  }
  // An older tree that is one complete subtree is not repeated in the proof.
  const bool older_is_complete = std::has_single_bit(older.size);
  if (!older_is_complete && proof.empty()) return false;
  Digest fr = older_is_complete ? older.root : proof.front();
  Digest sr = fr;
  for (const Digest& c : older_is_complete ? proof : proof.subspan(1)) {
    if (sn == 0) return false;
    if (fn % 2 == 1 || fn == sn) {
      fr = hasher.node(c, fr);
      sr = hasher.node(c, sr);
      while (fn % 2 == 0 && fn != 0) {
        fn >>= 1;
        sn >>= 1;
      }
    } else {
      sr = hasher.node(sr, c);
    }
    fn >>= 1;
    sn >>= 1;
  }
  return sn == 0 && fr == older.root && sr == newer.root;
}

}  // namespace ducha::record
