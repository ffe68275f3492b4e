// The root of a tree as RFC 6962, 2.1 defines it, word by word: slow, and plainly right.

#pragma once

#include <span>
#include <string_view>

#include "ledger/record/digest.h"

namespace ducha::record {

inline Digest naive_root(Hasher& hasher, std::span<const Digest> leaves) {
  if (leaves.empty()) return hasher.of(std::string_view{});
  if (leaves.size() == 1) return leaves.front();
  std::size_t k = 1;
  while (2 * k < leaves.size()) k *= 2;
  const Digest left = naive_root(hasher, leaves.first(k));
  return hasher.node(left, naive_root(hasher, leaves.subspan(k)));
}

}  // namespace ducha::record
