#include "ledger/store/verify.h"

#include <algorithm>
#include <cstring>
#include <set>
#include <unordered_map>
#include <vector>

#include "ledger/base/fault.h"
#include "ledger/store/head.h"

namespace ducha::store {
namespace {

std::string numbered(Seq seq) { return "第 " + std::to_string(seq) + " 条记录"; }

// What must stand in the derived families, gathered while the entries pass, and held against what stands there in
// the order of the keys: a few dozen bytes an entry are all that is kept.
class Expected {
 public:
  explicit Expected(std::uint64_t size) { places_.reserve(size); }

  void take(const record::Envelope& envelope, const Checks& checks, record::Hasher& sha256) {
    const auto seq = envelope.seq;
    auto& version = streams_[envelope.stream];
    if (envelope.version != version)
      checks.report({seq, "entry " + std::to_string(seq) + " does not continue its stream",
                     numbered(seq) + "接不上同一事项的前一条"});
    version = envelope.version + 1;  // one that is lost is missed once
    if (envelope.part == 0) {
      const auto digest = sha256.of(envelope.command);
      auto& received = receipts_.emplace_back();
      std::copy_n(reinterpret_cast<const char*>(digest.bytes.data()), received.key.size(), received.key.begin());
      received.receipt = {seq, seq + envelope.parts - 1u, envelope.request};
    }
    places_.push_back({envelope.stream, envelope.version, seq});
  }

  void compare(const Database& database, const Checks& checks) {
    std::sort(places_.begin(), places_.end());
    Comparison places(database, Family::streams, {"stream index", "事项索引"}, checks);
    for (const auto& [stream, version, seq] : places_)
      places.expect(keys::stream(stream, version), keys::entry(seq), seq);
    places.end();

    std::stable_sort(receipts_.begin(), receipts_.end(), [](const auto& a, const auto& b) {
      return std::memcmp(a.key.data(), b.key.data(), a.key.size()) < 0;  // as the store orders them
    });
    Comparison receipts(database, Family::commands, {"receipts", "命令回执"}, checks);
    const ReceiptKey* before = nullptr;
    for (const auto& [key, receipt] : receipts_) {
      if (before && *before == key)
        checks.report({receipt.first,
                       "entry " + std::to_string(receipt.first) + " repeats the identity of an earlier command",
                       numbered(receipt.first) + "与先前的命令编号相同"});
      else
        receipts.expect({key.data(), key.size()}, receipt_bytes(receipt), receipt.first);
      before = &key;
    }
    receipts.end();
  }

 private:
  class Comparison {
   public:
    struct Name {
      std::string en, zh;
    };
    Comparison(const Database& database, Family family, Name name, const Checks& checks)
        : stored_(database.cursor(family)), name_(std::move(name)), checks_(checks) {}

    void expect(std::string_view key, std::string_view value, Seq seq) {
      for (; stored_.row() && stored_.row()->key < key; stored_.step()) surplus();
      const auto row = stored_.row();
      if (!row || row->key != key) {
        ++missing_;
        return;
      }
      if (row->value != value)
        checks_.report({seq, name_.en + ": a row differs from entry " + std::to_string(seq),
                        name_.zh + "：有一行与" + numbered(seq) + "不符"});
      stored_.step();
    }
    void end() {
      for (; stored_.row(); stored_.step()) surplus();
      const auto count = std::to_string(missing_);
      if (missing_ > 0)
        checks_.report({{}, name_.en + ": " + count + " rows are missing", name_.zh + "：缺 " + count + " 行"});
    }

   private:
    void surplus() {
      checks_.report({{}, name_.en + ": a row that no entry accounts for", name_.zh + "：有一行没有对应的记录"});
    }

    Cursor stored_;
    Name name_;
    const Checks& checks_;
    std::size_t missing_ = 0;
  };

  struct Place {
    StreamNo stream;
    std::uint32_t version;
    Seq seq;
    auto operator<=>(const Place&) const = default;
  };
  std::unordered_map<StreamNo, std::uint32_t> streams_;
  std::vector<Place> places_;
  std::vector<KeyedReceipt> receipts_;
};

// The tree the entries give, level by level, and then against the nodes as they are stored.
class Nodes {
 public:
  record::NodeWriter writer() {
    return [this](record::NodeId place, const Digest& node) {
      if (levels_.size() <= place.level) levels_.resize(place.level + 1u);
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

  std::vector<std::vector<Digest>> levels_;
  std::set<Seq> unknown_;
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
  record::Hasher sha256(record::DigestAlgorithm::sha256);
  Expected expected(head.size);
  record::Tree tree;
  Nodes nodes;
  const auto hold = nodes.writer();
  // Not by the log's own scan, which stops at a gap: here every gap is named and the rest still read.
  Seq next = 0;
  const auto missing = [&](Seq upto) {
    for (; next < upto; ++next) {
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
    tree.append(hasher, hasher.leaf(bytes), hold);
    ++next;
    try {
      expected.take(checks.envelope(bytes, seq), checks, sha256);
    } catch (const Fault& fault) {
      checks.report({seq, fault.what(), numbered(seq) + "读不出（" + fault.what() + "）"});
    }
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
      checks.report({next, "entry " + std::to_string(next) + " cannot be read (" + fault.what() + ")",
                     numbered(next) + "读不出（" + fault.what() + "）"});
      nodes.unknown(next);
      tree.append(hasher, remembered(log, next), hold);
      from = keys::entry(++next);
    }
  }
  missing(head.size);
  if (tree.root(hasher) != head.root)
    checks.report({{}, "the entries do not give the root of the head", "由记录算出的账本根与所存的不符"});
  readable("tree", "默克尔树", checks, [&] { nodes.compare(log.database(), checks); });
  readable("head", "账本根", checks, [&] {
    log.database().scan(Family::head, {}, {}, [&](std::string_view key, std::string_view) {
      if (key != "head") checks.report({{}, "head: a row that nothing accounts for", "账本根：有一行没有来由"});
      return true;
    });
  });
  readable("stream index and receipts", "事项索引与命令回执", checks,
           [&] { expected.compare(log.database(), checks); });
  checks.progress(head.size, head.size);
}

}  // namespace ducha::store
