#include "ledger/store/backup_walk.h"

#include <algorithm>

#include "ledger/base/fault.h"

namespace ducha::store {
namespace {

using Range = BackupDamage::Range;

class Walker {
 public:
  Walker(const BackupReader& backup, const BackupWalk& walk, record::DigestAlgorithm algorithm)
      : backup_(backup), walk_(walk), hasher_(algorithm) {}

  std::vector<bool> run(const std::vector<SegmentMark>& segments, bool digests_known) {
    const auto& manifests = backup_.manifests();
    const auto total = manifests.empty() ? 0 : manifests.back().head.size;
    auto next_manifest = manifests.begin();
    std::vector<bool> sound;
    // A manifest holds when the tree has its root at its size.
    const auto reached = [&] {
      for (; next_manifest != manifests.end() && next_manifest->head.size <= next_; ++next_manifest) {
        const bool holds =
            sound_ && next_manifest->head.size == next_ && tree_.root(hasher_) == next_manifest->head.root;
        if (!holds && sound_) {
          const auto number = std::to_string(next_manifest->number);
          walk_.damage({"backup " + number + ": its entries do not give the root it claims",
                        "第 " + number + " 次备份：由其中的记录算出的账本根与清单不符"});
          sound_ = false;
        }
        sound.push_back(holds);
      }
    };
    for (const auto& segment : segments) {
      if (segment.first < next_) continue;  // twice; what was there first is taken
      if (segment.first > next_) gap(segment.first);
      take(segment, digests_known);
      reached();
      walk_.progress(next_, total);
    }
    if (next_ < total) gap(total);
    reached();
    return sound;
  }

 private:
  void gap(Seq upto) {
    const Range lost{next_, upto - 1};
    walk_.damage({lost.en() + ": no segment holds them", lost.zh() + "：没有备份段收有它们", lost});
    lose_the_tree(upto);
  }
  // What is not there cannot be hashed: from here on roots confirm nothing.
  void lose_the_tree(Seq upto) {
    next_ = upto;
    sound_ = tree_known_ = false;
  }

  void take(const SegmentMark& mark, bool digests_known) {
    const auto name = backup_.name(mark);
    const auto last = mark.first + mark.count - 1;
    const Range whole{mark.first, last};
    const auto bytes = backup_.read(mark);
    if (!bytes) {
      walk_.damage({"segment " + name + " is missing: " + whole.en(), "缺备份段 " + name + "：" + whole.zh(), whole});
      return lose_the_tree(last + 1);
    }
    const auto line = read_segment_line(*bytes);
    if (line && (line->first != mark.first || line->count != mark.count || line->algorithm != hasher_.algorithm())) {
      const Range theirs{line->first, line->first + line->count - 1};
      walk_.damage({"segment " + name + " is another one: it holds " + theirs.en(),
                    "备份段 " + name + " 是另一段：所收为" + theirs.zh(), whole});
      return lose_the_tree(last + 1);
    }
    const auto entries = entries_in(*bytes, mark.first, mark.count, hasher_);
    // By what the bytes give; or, where that does not give the root, by what stands in their places.
    auto root = line ? std::optional(line->root) : std::nullopt;
    const auto computed = grown(entries, &HeldEntry::computed), placed = grown(entries, &HeldEntry::leaf);
    const bool all_right = tree_known_ && root && computed.root(hasher_) == *root;
    const bool places_right = all_right || (tree_known_ && root && placed.root(hasher_) == *root);
    const bool intact =
        !digests_known || (bytes->size() == mark.bytes && hasher_.of(std::string_view(*bytes)) == mark.digest);
    std::size_t lost = 0;
    for (const auto& entry : entries) {
      if (all_right || entry.sound()) {
        walk_.entry(entry.seq, entry.bytes, places_right);
        continue;
      }
      ++lost;
      const Range it{entry.seq, entry.seq};
      walk_.damage({"segment " + name + ": " + it.en() + (entry.there ? " is not what was recorded" : " is cut off"),
                    "备份段 " + name + "：" + it.zh() + (entry.there ? "已不是当初所记" : "被截断"), it});
    }
    if (lost == 0 && !all_right && tree_known_)
      walk_.damage({"segment " + name + ": its entries do not give the root it claims",
                    "备份段 " + name + "：由其中的记录算出的账本根与所写不符"});
    else if (lost == 0 && !intact)
      walk_.damage({"segment " + name + " is not as it was written, though all its entries are whole",
                    "备份段 " + name + " 已不是写入时的样子，但其中各条记录完好"});
    sound_ = sound_ && all_right && intact;
    tree_ = all_right ? computed : placed;
    tree_known_ = tree_known_ && places_right;
    next_ = last + 1;
  }

  record::Tree grown(const std::vector<HeldEntry>& entries, Digest HeldEntry::*leaf) {
    auto tree = tree_;
    for (const auto& entry : entries) tree.append(hasher_, entry.*leaf, [](record::NodeId, const Digest&) {});
    return tree;
  }

  const BackupReader& backup_;
  const BackupWalk& walk_;
  record::Hasher hasher_;
  record::Tree tree_;
  Seq next_ = 0;
  bool tree_known_ = true;  // tree_ is that of all entries before next_
  bool sound_ = true;       // and all of them are whole
};

}  // namespace

std::vector<bool> walk_backup(const BackupReader& backup, const BackupWalk& walk) {
  for (const auto& damage : backup.damages()) walk.damage(damage);
  const bool whole = backup.damages().empty();
  const auto segments = whole ? backup.segments() : backup.segments_found();
  auto sound = Walker(backup, walk, backup.algorithm()).run(segments, whole);
  if (backup.one_file() && !whole) sound.assign(sound.size(), false);
  return sound;
}

}  // namespace ducha::store
