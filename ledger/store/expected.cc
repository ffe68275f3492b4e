#include "ledger/store/expected.h"

#include <algorithm>
#include <utility>

namespace ducha::store {
namespace {

// The rows of a family against those that should be there, both in the order of their keys.
class Comparison {
 public:
  struct Name {
    std::string en, zh;
  };
  Comparison(const Database& database, Family family, Name name, const TellDamage& damage)
      : stored_(database.cursor(family)), name_(std::move(name)), damage_(damage) {}

  void expect(std::string_view key, std::string_view value, Seq seq) {
    for (; stored_.row() && stored_.row()->key < key; stored_.step()) surplus();
    const auto row = stored_.row();
    if (!row || row->key != key) {
      ++missing_;
      return;
    }
    if (row->value != value)
      damage_({seq, name_.en + ": a row differs from entry " + std::to_string(seq),
               name_.zh + "：有一行与" + numbered(seq) + "不符"});
    stored_.step();
  }
  void end() {
    for (; stored_.row(); stored_.step()) surplus();
    const auto count = std::to_string(missing_);
    if (missing_ > 0) damage_({{}, name_.en + ": " + count + " rows are missing", name_.zh + "：缺 " + count + " 行"});
  }

 private:
  void surplus() {
    damage_({{}, name_.en + ": a row that no entry accounts for", name_.zh + "：有一行没有对应的记录"});
  }

  Cursor stored_;
  Name name_;
  const TellDamage& damage_;
  std::size_t missing_ = 0;
};

}  // namespace

std::string numbered(Seq seq) { return "第 " + std::to_string(seq) + " 条记录"; }

void Expected::take(const record::Envelope& envelope, const TellDamage& damage) {
  const auto seq = envelope.seq;
  // There are no more streams than entries; what names another is told by whoever reads the entry, or stands alone
  // here.
  const auto grown = envelope.stream < streams_.size() ? streams_[envelope.stream] : 0;
  if (envelope.version != grown)
    damage({seq, "entry " + std::to_string(seq) + " does not continue its stream",
            numbered(seq) + "接不上同一事项的前一条"});
  if (envelope.stream < size_) {
    if (envelope.stream >= streams_.size()) streams_.resize(envelope.stream + 1);
    streams_[envelope.stream] = envelope.version + 1;  // one that is lost is missed once
  }
  if (envelope.part == 0) receipts_.push_back({keys::command(envelope.command, sha256_), seq});
  places_.push_back({envelope.stream, envelope.version, seq});
}

void Expected::compare_places(const Database& database, const TellDamage& damage) {
  std::sort(places_.begin(), places_.end());
  Comparison stored(database, Family::streams, {"stream index", "事项索引"}, damage);
  for (const auto& [stream, version, seq] : places_)
    stored.expect(keys::stream(stream, version), keys::entry(seq), seq);
  stored.end();
}

void Expected::compare_receipts(const Database& database, const TellDamage& damage) {
  std::sort(receipts_.begin(), receipts_.end(), [](const Receipt& a, const Receipt& b) {
    return a.key == b.key ? a.first < b.first : before(a, b);  // as the store orders them
  });
  Comparison stored(database, Family::commands, {"receipts", "命令回执"}, damage);
  const ReceiptKey* last = nullptr;
  for (const auto& [key, first] : receipts_) {
    if (last && *last == key)
      damage({first, "entry " + std::to_string(first) + " repeats the identity of an earlier command",
              numbered(first) + "与先前的命令编号相同"});
    else
      stored.expect(keys::text(key), keys::entry(first), first);
    last = &key;
  }
  stored.end();
}

}  // namespace ducha::store
