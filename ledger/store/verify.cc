#include "ledger/store/verify.h"

#include <future>
#include <set>
#include <utility>
#include <vector>

#include "ledger/base/fault.h"
#include "ledger/store/expected.h"
#include "ledger/store/head.h"

namespace ducha::store {
namespace {

// Looks into the entries, a stretch of them in another thread while the next are read and hashed. What is found is told
// when the stretch is done with.
class Looking {
 public:
  Looking(Expected& expected, const Checks& checks) : expected_(expected), checks_(checks) {}

  void add(const Checks::Entry& entry) {
    if (stretch_.bytes.size() >= stretch_bytes) hand_over();
    // Each begins where it can be read without a copy.
    stretch_.bytes.resize((stretch_.bytes.size() + alignment - 1) / alignment * alignment);
    stretch_.entries.push_back({entry.seq, stretch_.bytes.size(), entry.bytes.size(), entry.sound});
    stretch_.bytes.insert(stretch_.bytes.end(), entry.bytes.begin(), entry.bytes.end());
  }
  void finish() {
    take_back();
    tell(look_into(stretch_));
  }

 private:
  static constexpr std::size_t stretch_bytes = 1u << 20, alignment = 8;
  struct Place {
    Seq seq;
    std::size_t offset, size;
    bool sound;
  };
  struct Stretch {
    std::vector<Place> entries;
    std::vector<std::byte> bytes;
  };

  void hand_over() {
    take_back();
    found_ =
        std::async(std::launch::async, [this, stretch = std::exchange(stretch_, {})] { return look_into(stretch); });
  }
  void take_back() {
    if (found_.valid()) tell(found_.get());
  }
  void tell(const std::vector<Damage>& found) const {
    for (const auto& damage : found) checks_.report(damage);
  }
  std::vector<Damage> look_into(const Stretch& stretch) {
    std::vector<Damage> found;
    const TellDamage damage = [&](const Damage& each) {
      found.push_back(each);
      readable_ = false;
    };
    for (const auto& [seq, offset, size, sound] : stretch.entries) {
      const Checks::Entry entry{seq, std::span(stretch.bytes).subspan(offset, size), sound && readable_};
      try {
        expected_.take(checks_.envelope(entry, damage), damage);
      } catch (const Fault& fault) {
        damage({seq, fault.what(), numbered(seq) + "读不出（" + fault.what() + "）"});
      }
    }
    return found;
  }

  Expected& expected_;
  const Checks& checks_;
  Stretch stretch_;
  bool readable_ = true;                    // all so far
  std::future<std::vector<Damage>> found_;  // of the stretch before; the last member, so that it ends first
};

// The tree the entries give, level by level, and then against the nodes as they are stored.
class Nodes {
 public:
  explicit Nodes(std::uint64_t size) : size_(size) {}
  record::NodeWriter writer() {
    return [this](record::NodeId place, const Digest& node) {
      while (levels_.size() <= place.level) levels_.emplace_back().reserve(size_ >> (levels_.size() - 1));
      levels_[place.level].push_back(node);
    };
  }
  // The entry could not be read: what it completes is not known.
  void unknown(Seq seq) { unknown_.insert(seq); }

  void compare(const Database& database, const Checks& checks) const {
    auto stored = database.cursor(Family::tree);
    std::uint64_t surplus = 0;
    for (std::size_t level = 0; level < levels_.size(); ++level)
      for (std::size_t index = 0; index < levels_[level].size(); ++index) {
        const record::NodeId place{static_cast<std::uint8_t>(level), index};
        const Seq completed_by = ((static_cast<Seq>(index) + 1) << level) - 1;
        const auto key = keys::node(place);
        for (; stored.row() && stored.row()->key < key; stored.step()) ++surplus;
        const auto row = stored.row();
        const bool there = row && row->key == key;
        if (!unknown_.contains(completed_by)) {
          if (!there)
            checks.report({completed_by,
                           "tree: the node at level " + std::to_string(level) + ", index " + std::to_string(index) +
                               " is missing",
                           "默克尔树：缺第 " + std::to_string(level) + " 层第 " + std::to_string(index) + " 个节点"});
          else if (row->value != keys::text(levels_[level][index]))
            checks.report(differs(level, completed_by));
        }
        if (there) stored.step();
      }
    for (; stored.row(); stored.step()) ++surplus;
    if (surplus > 0) checks.report({{}, "tree: nodes that no entry accounts for", "默克尔树：有节点没有对应的记录"});
  }

 private:
  static Damage differs(std::size_t level, Seq seq) {
    if (level == 0)
      return {seq, "entry " + std::to_string(seq) + " is not what was recorded", numbered(seq) + "已不是当初所记"};
    return {
        seq,
        "tree: the node over entry " + std::to_string(seq) + " at level " + std::to_string(level) + " does not agree",
        "默克尔树：" + numbered(seq) + "之上第 " + std::to_string(level) + " 层的节点不符"};
  }

  std::uint64_t size_;  // of the log
  std::vector<std::vector<Digest>> levels_;
  std::set<Seq> unknown_;
};

// Whether entries bear out the digests that the tree has of them. Where the tree cannot be read they do not: what is
// wrong with it is told when all of it is looked at.
class Leaves {
 public:
  explicit Leaves(const Database& database) : stored_(database.cursor(Family::tree)) {}
  bool agree(Seq seq, const Digest& leaf) {
    try {
      const auto key = keys::node({0, seq});
      stored_.advance_to(key);
      const auto row = stored_.row();
      return row && row->key == key && row->value == keys::text(leaf);
    } catch (const Fault& fault) {
      if (fault.kind() != Fault::Kind::damaged) throw;
      return false;
    }
  }

 private:
  Cursor stored_;
};

// The digest of an entry that cannot be read, as the tree has it: so what stands above it can still be held against
// those beside it.
Digest remembered(const Log& log, Seq seq) {
  try {
    return stored_node(log.database(), {0, seq});
  } catch (const Fault& fault) {
    if (fault.kind() != Fault::Kind::damaged) throw;
    return {};
  }
}

// What cannot be read is damage like any other, and no reason to leave out what comes after it.
template <class Act>
void readable(const std::string& name, const std::string& name_zh, const Checks& checks, const Act& act) {
  try {
    act();
  } catch (const Fault& fault) {
    if (fault.kind() != Fault::Kind::damaged) throw;
    checks.report({{},
                   name + ": cannot be read to the end (" + fault.what() + ")",
                   name_zh + "：读不全（" + fault.what() + "）"});
  }
}

}  // namespace

void verify(const Log& log, const Checks& checks) {
  const auto& head = log.head();
  record::Hasher hasher(head.algorithm);
  Expected expected(head.size);
  Looking looking(expected, checks);
  Leaves leaves(log.database());
  bool sound = true;
  record::Tree tree;
  Nodes nodes(head.size);
  const auto hold = nodes.writer();
  // Not by the log's own scan, which stops at a gap: here every gap is named and the rest still read.
  Seq next = 0;
  const auto missing = [&](Seq upto) {
    for (; next < upto; ++next) {
      sound = false;
      checks.report({next, "entry " + std::to_string(next) + " is missing", "缺" + numbered(next)});
      nodes.unknown(next);
      tree.append(hasher, Digest{}, hold);
    }
  };
  const Database::Visit visit = [&](std::string_view key, std::string_view value) {
    if (key.size() != 8) {
      checks.report({{}, "entries: a key that is no sequence number", "记录：有一个键不是序号"});
      return true;
    }
    const auto seq = keys::big_endian<Seq>(key);
    if (seq >= head.size) {
      checks.report({{}, "there are entries after the head", "账本根之后还有记录"});
      return false;
    }
    missing(seq);
    const auto bytes = std::as_bytes(std::span(value.data(), value.size()));
    const auto leaf = hasher.leaf(bytes);
    sound = sound && leaves.agree(seq, leaf);
    tree.append(hasher, leaf, hold);
    ++next;
    looking.add({seq, bytes, sound});
    if (seq % 4096 == 0) checks.progress(seq, head.size);
    return true;
  };
  // A spoilt block hides the entries in it and no others: each is named, and reading goes on behind it.
  for (std::string from;;) {
    try {
      log.database().scan(Family::entries, from, {}, visit);
      break;
    } catch (const Fault& fault) {
      if (fault.kind() != Fault::Kind::damaged || next >= head.size) throw;
      sound = false;
      checks.report({next, "entry " + std::to_string(next) + " cannot be read (" + fault.what() + ")",
                     numbered(next) + "读不出（" + fault.what() + "）"});
      nodes.unknown(next);
      tree.append(hasher, remembered(log, next), hold);
      from = keys::entry(++next);
    }
  }
  missing(head.size);
  looking.finish();
  // Beside the tree, and told after it.
  std::vector<Damage> in_indexes;
  auto indexes = std::async(std::launch::async, [&] {
    const Checks aside{{}, [&](const Damage& damage) { in_indexes.push_back(damage); }, {}};
    readable("stream index and receipts", "事项索引与命令回执", aside,
             [&] { expected.compare(log.database(), aside.report); });
  });
  if (tree.root(hasher) != head.root)
    checks.report({{}, "the entries do not give the root of the head", "由记录算出的账本根与所存的不符"});
  readable("tree", "默克尔树", checks, [&] { nodes.compare(log.database(), checks); });
  readable("head", "账本根", checks, [&] {
    log.database().scan(Family::head, {}, {}, [&](std::string_view key, std::string_view) {
      if (key != "head") checks.report({{}, "head: a row that nothing accounts for", "账本根：有一行没有来由"});
      return true;
    });
  });
  indexes.get();
  for (const auto& damage : in_indexes) checks.report(damage);
  checks.progress(head.size, head.size);
}

}  // namespace ducha::store
