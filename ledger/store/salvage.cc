#include "ledger/store/salvage.h"

#include <algorithm>

#include "ledger/store/backup_walk.h"

namespace ducha::store {
namespace {

std::size_t agreeing(const Wreck& wreck, record::DigestAlgorithm algorithm) {
  record::Hasher hasher(algorithm);
  constexpr std::size_t enough = 100;
  std::size_t agree = 0, looked = 0;
  for (const auto& [seq, bytes] : wreck.entries) {
    const auto leaf = wreck.leaves.find(seq);
    if (leaf != wreck.leaves.end() && leaf->second == hasher.leaf(std::as_bytes(std::span(bytes)))) ++agree;
    if (++looked == enough) break;
  }
  return agree;
}

record::DigestAlgorithm algorithm_of(const Wreck& wreck) {
  if (!wreck.heads.empty()) return wreck.heads.front().algorithm;
  const auto sha256 = record::DigestAlgorithm::sha256, sm3 = record::DigestAlgorithm::sm3;
  return agreeing(wreck, sm3) > agreeing(wreck, sha256) ? sm3 : sha256;
}

// Runs of numbers that are not in `entries`, one damage each.
void name_lost(Salvage& salvage) {
  const auto lose = [&](Seq first, Seq last) {
    const BackupDamage::Range lost{first, last};
    salvage.damages.push_back({lost.en() + (first == last ? " is lost" : " are lost"), lost.zh() + "记录已失", lost});
  };
  Seq next = 0;
  for (const auto& [seq, bytes] : salvage.entries) {
    if (seq > next) lose(next, seq - 1);
    next = seq + 1;
  }
  if (next < salvage.size) lose(next, salvage.size - 1);
}

}  // namespace

Seq Salvage::prefix() const {
  Seq next = 0;
  for (const auto& [seq, bytes] : entries) {
    if (seq != next) break;
    ++next;
  }
  return next;
}

Salvage salvage_wreck(Wreck&& wreck, const std::vector<record::Sealed>& heads) {
  Salvage salvage;
  salvage.algorithm = algorithm_of(wreck);
  std::vector<record::Sealed> known = heads;
  for (const auto& head : wreck.heads) {
    known.push_back({head.size, head.root});
    salvage.edition = std::max(salvage.edition, head.edition);
  }
  if (wreck.anchored) known.push_back({wreck.anchored->size, wreck.anchored->root});
  for (const auto& head : known) salvage.size = std::max(salvage.size, head.size);
  // What stands behind the last head was never acknowledged; without any head, all there is is what there was.
  if (known.empty() && !wreck.entries.empty()) salvage.size = wreck.entries.rbegin()->first + 1;
  if (salvage.edition == 0) salvage.edition = 1;

  record::Hasher hasher(salvage.algorithm);
  record::Tree tree;
  bool tree_known = true;
  // Behind the last of both there is nothing to find, whatever size a damaged head names.
  Seq behind = wreck.entries.empty() ? 0 : wreck.entries.rbegin()->first + 1;
  if (!wreck.leaves.empty()) behind = std::max(behind, wreck.leaves.rbegin()->first + 1);
  behind = std::min(behind, salvage.size);
  for (Seq seq = 0; seq < behind; ++seq) {
    const auto [leaf, leaf_end] = wreck.leaves.equal_range(seq);
    const auto [begin, end] = wreck.entries.equal_range(seq);
    std::optional<Digest> digest = leaf != leaf_end ? std::optional(leaf->second) : std::nullopt;
    for (auto each = begin; each != end; ++each) {
      const auto computed = hasher.leaf(std::as_bytes(std::span(each->second)));
      // Its digest may be lost where it is not: then only a head above it can tell, and `confirmed` says so.
      const bool agrees =
          leaf == leaf_end || std::any_of(leaf, leaf_end, [&](const auto& one) { return one.second == computed; });
      if (!agrees) continue;
      digest = computed;
      salvage.entries.emplace(seq, std::move(each->second));
      break;
    }
    tree_known = tree_known && digest;
    if (!tree_known) continue;
    tree.append(hasher, *digest, [](record::NodeId, const Digest&) {});
    if (std::any_of(known.begin(), known.end(),
                    [&](const auto& head) { return head.size == seq + 1 && head.root == tree.root(hasher); }))
      salvage.confirmed = seq + 1;
  }
  for (const auto& trouble : wreck.troubles)
    salvage.damages.push_back(
        {trouble.file + ": " + trouble.what, trouble.file + "：读不全（" + trouble.what + "）", {}});
  name_lost(salvage);
  return salvage;
}

Salvage salvage_backup(const BackupReader& backup) {
  Salvage salvage;
  salvage.algorithm = backup.algorithm();
  salvage.edition = 1;
  for (const auto& manifest : backup.manifests()) {
    salvage.edition = manifest.edition;
    salvage.size = std::max(salvage.size, manifest.head.size);
  }
  for (const auto& segment : backup.segments_found())
    salvage.size = std::max(salvage.size, segment.first + segment.count);
  BackupWalk walk;
  walk.entry = [&](Seq seq, std::span<const std::byte> bytes, bool confirmed) {
    salvage.entries.emplace(seq, std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size()));
    if (confirmed) salvage.confirmed = seq + 1;
  };
  // Losses are named below, one a run; what else is wrong as it is found.
  walk.damage = [&](const BackupDamage& damage) { salvage.damages.push_back({damage.what, damage.what_zh, {}}); };
  walk_backup(backup, walk);
  name_lost(salvage);
  return salvage;
}

}  // namespace ducha::store
