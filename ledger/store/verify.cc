#include "ledger/store/verify.h"

#include <algorithm>
#include <future>
#include <vector>

#include "ledger/base/fault.h"
#include "ledger/record/stretch.h"
#include "ledger/store/expected.h"
#include "ledger/store/tiles.h"
#include "ledger/threads/ahead.h"

namespace ducha::store {
namespace {

// Looks into the entries in other threads than they are read and hashed in, some stretches behind: one reads what they
// say, the next holds each against those before it. What is found is told at the end, so that it comes in the same
// order every time.
class Looking {
 public:
  Looking(Expected& expected, const Checks& checks)
      : expected_(expected), checks_(checks), ready_(stretches_ahead_max), read_(stretches_ahead_max) {
    found_ = std::async(std::launch::async, [this] { return take_all(); });
    try {
      reading_ = std::async(std::launch::async, [this] { read_all(); });
    } catch (...) {
      read_.close();  // it waits for nobody
      throw;
    }
  }
  ~Looking() { ready_.close(); }

  void add(Seq seq, std::span<const std::byte> bytes, bool sound) {
    if (!sound) piece_.sound_before = std::min(piece_.sound_before, seq);
    piece_.stretch.add(seq, bytes);
    if (piece_.stretch.bytes() >= stretch_bytes) hand_over();
  }
  void finish() {
    hand_over();
    ready_.close();
    for (const auto& damage : found()) checks_.report(damage);
  }

 private:
  static constexpr std::size_t stretch_bytes = 1u << 19, stretches_ahead_max = 16;
  struct Read {
    std::optional<record::Entry> entry;  // nothing when it is none
    std::vector<Damage> wrong = {};
  };
  struct Piece {
    record::Stretch stretch;
    Seq sound_before = ~Seq{0};
    std::vector<Read> read;  // of each entry of the stretch
  };

  void hand_over() {
    if (!ready_.give(piece_)) found();  // the other threads have ended, and one says why
    piece_.stretch.clear();
    piece_.sound_before = ~Seq{0};
  }
  std::vector<Damage> found() {
    reading_.get();
    return found_.get();
  }
  void read_all() {
    const ClosedAtEnd end(ready_), end_of_read(read_);
    for (Piece piece; ready_.next(piece);) {
      piece.read.clear();
      piece.stretch.each([&](Seq seq, std::span<const std::byte> bytes) {
        auto& read = piece.read.emplace_back();
        try {
          read.entry = checks_.read({seq, bytes}, [&](const Damage& damage) { read.wrong.push_back(damage); });
        } catch (const Fault& fault) {
          read.wrong.push_back({seq, fault.what(), numbered(seq) + "读不出（" + fault.what() + "）"});
        }
      });
      if (!read_.give(piece)) return;
    }
  }
  std::vector<Damage> take_all() {
    const ClosedAtEnd end(read_);
    std::vector<Damage> found;
    const TellDamage damage = [&](const Damage& each) { found.push_back(each); };
    for (Piece piece; read_.next(piece);) {
      auto read = piece.read.begin();
      piece.stretch.each([&](Seq seq, std::span<const std::byte> bytes) {
        const auto& [entry, wrong] = *read++;
        found.insert(found.end(), wrong.begin(), wrong.end());
        if (!entry) return;
        if (checks_.take && seq < piece.sound_before && found.empty()) checks_.take(*entry, bytes);
        expected_.take(entry->envelope, damage);
      });
    }
    return found;
  }

  Expected& expected_;
  const Checks& checks_;
  Piece piece_;
  Handoff<Piece> ready_, read_;
  // The last members, so that they end first.
  std::future<std::vector<Damage>> found_;
  std::future<void> reading_;
};

// What cannot be read is damage like any other, and no reason to leave out what comes after it. Whether it could be.
template <class Act>
bool readable(const std::string& name, const std::string& name_zh, const Checks& checks, const Act& act) {
  try {
    act();
    return true;
  } catch (const Fault& fault) {
    if (fault.kind() != Fault::Kind::damaged) throw;
    checks.report({{},
                   name + ": cannot be read to the end (" + fault.what() + ")",
                   name_zh + "：读不全（" + fault.what() + "）"});
    return false;
  }
}

// The tree that the entries give, held against the tiles as they are stored: leaves as the entries come, what stands
// above them at the end. Where the tree cannot be read nothing in it agrees, which is told once.
class Grown {
 public:
  Grown(const Log& log, const Checks& checks)
      : stored_(log.database().cursor(Family::tree)), checks_(checks), hasher_(log.head().algorithm) {}

  // The next entry. Whether the tree has its digest.
  bool add(std::span<const std::byte> bytes) {
    const auto leaf = hasher_.leaf(bytes);
    const bool agrees = hold({0, tree_.size()}, leaf);
    grow(leaf);
    return agrees;
  }
  // The next entry is missing or cannot be read. The tree may have its digest still, so that what stands above it can
  // be held against those beside it.
  void add_unknown() { grow(at({0, tree_.size()}).value_or(Digest{})); }

  void finish(const Digest& root) {
    if (tree_.root(hasher_) != root)
      checks_.report({{}, "the entries do not give the root of the head", "由记录算出的账本根与所存的不符"});
    for (std::size_t i = 0; i < above_.size(); ++i) {
      record::NodeId place{static_cast<std::uint8_t>((i + 1) * tile_height), 0};
      for (const auto& node : above_[i]) {
        hold(place, node);
        ++place.index;
      }
    }
    read([&] {
      leave();
      for (; stored_.row(); stored_.step()) surplus_ = true;
    });
    if (surplus_) checks_.report({{}, "tree: nodes that no entry accounts for", "默克尔树：有节点没有对应的记录"});
  }

 private:
  void grow(const Digest& leaf) {
    tree_.append(hasher_, leaf, [&](record::NodeId place, const Digest& node) {
      if (place.level == 0 || !in_tiles(place.level)) return;
      const std::size_t number = place.level / tile_height;
      if (above_.size() < number) above_.emplace_back();
      above_[number - 1].push_back(node);
    });
  }

  // Asked for in the order of the keys.
  bool hold(record::NodeId place, const Digest& node) {
    const auto stored = at(place);
    if (unreadable_ || stored == node) return !unreadable_;
    const Seq completed_by = ((place.index + 1) << place.level) - 1;
    const auto level = std::to_string(place.level), seq = std::to_string(completed_by);
    if (!stored)
      checks_.report({completed_by,
                      "tree: the node at level " + level + ", index " + std::to_string(place.index) + " is missing",
                      "默克尔树：缺第 " + level + " 层第 " + std::to_string(place.index) + " 个节点"});
    else if (place.level == 0)
      checks_.report(
          {completed_by, "entry " + seq + " is not what was recorded", numbered(completed_by) + "已不是当初所记"});
    else
      checks_.report({completed_by, "tree: the node over entry " + seq + " at level " + level + " does not agree",
                      "默克尔树：" + numbered(completed_by) + "之上第 " + level + " 层的节点不符"});
    return false;
  }
  std::optional<Digest> at(record::NodeId place) {
    std::optional<Digest> found;
    read([&] {
      if (place_in_tile(place) == 0) enter(tile_key(place));
      if (in_tile_) found = digest_in(stored_.row()->value, place_in_tile(place));
      asked_ = place_in_tile(place) + 1;
    });
    return found;
  }
  void enter(const std::string& key) {
    leave();
    for (; stored_.row() && stored_.row()->key < key; stored_.step()) surplus_ = true;
    in_tile_ = stored_.row() && stored_.row()->key == key;
  }
  void leave() {
    if (!in_tile_) return;
    surplus_ = surplus_ || stored_.row()->value.size() > asked_ * sizeof(Digest::bytes);
    stored_.step();
    in_tile_ = false;
  }
  template <class Act>
  void read(const Act& act) {
    unreadable_ = unreadable_ || !readable("tree", "默克尔树", checks_, act);
  }

  Cursor stored_;
  const Checks& checks_;
  record::Hasher hasher_;
  record::Tree tree_;
  std::vector<std::vector<Digest>> above_;  // of every fifth level over the leaves
  bool in_tile_ = false;                    // whether the row that is read is the tile asked for
  std::size_t asked_ = 0;                   // so many of its digests
  bool surplus_ = false, unreadable_ = false;
};

}  // namespace

void verify(const Log& log, const Checks& asked) {
  bool wrong = false;
  auto checks = asked;
  checks.report = [&](const Damage& damage) {
    wrong = true;
    asked.report(damage);
  };
  const auto& head = log.head();
  Expected expected(head.size);
  Looking looking(expected, checks);
  Grown grown(log, checks);
  bool sound = true;
  // Not by the log's own scan, which stops at a gap: here every gap is named and the rest still read.
  Seq next = 0;
  const auto missing = [&](Seq upto) {
    for (; next < upto; ++next) {
      sound = false;
      checks.report({next, "entry " + std::to_string(next) + " is missing", "缺" + numbered(next)});
      grown.add_unknown();
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
    if (!grown.add(bytes)) sound = false;
    ++next;
    looking.add(seq, bytes, sound);
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
      grown.add_unknown();
      from = keys::entry(++next);
    }
  }
  missing(head.size);
  looking.finish();
  grown.finish(head.root);
  readable("head", "账本根", checks, [&] {
    log.database().scan(Family::head, {}, {}, [&](std::string_view key, std::string_view) {
      if (key != "head") checks.report({{}, "head: a row that nothing accounts for", "账本根：有一行没有来由"});
      return true;
    });
  });
  // What is found in one index is told after what is found in the other.
  std::vector<Damage> in_places, in_receipts;
  const auto compare = [&](const std::string& name, const std::string& name_zh, std::vector<Damage>& found,
                           void (Expected::*index)(const Database&, const TellDamage&)) {
    const Checks aside{{}, [&](const Damage& damage) { found.push_back(damage); }, {}};
    readable(name, name_zh, aside, [&] { (expected.*index)(log.database(), aside.report); });
  };
  std::vector<std::function<void()>> jobs{
      [&] { compare("receipts", "命令回执", in_receipts, &Expected::compare_receipts); },
      [&] { compare("stream index", "事项索引", in_places, &Expected::compare_places); }};
  if (!wrong && checks.beside) jobs.insert(jobs.begin(), checks.beside);
  all_at_once(jobs);
  for (const auto* found : {&in_places, &in_receipts})
    for (const auto& damage : *found) checks.report(damage);
  checks.progress(head.size, head.size);
}

}  // namespace ducha::store
