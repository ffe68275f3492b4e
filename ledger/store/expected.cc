#include "ledger/store/expected.h"

#include <algorithm>
#include <cstring>
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
  auto& version = streams_[envelope.stream];
  if (envelope.version != version)
    damage({seq, "entry " + std::to_string(seq) + " does not continue its stream",
            numbered(seq) + "接不上同一事项的前一条"});
  version = envelope.version + 1;  // one that is lost is missed once
  if (envelope.part == 0)
    receipts_.push_back({keys::command(envelope.command, sha256_), {seq, seq + envelope.parts - 1u, envelope.request}});
  places_.push_back({envelope.stream, envelope.version, seq});
}

void Expected::compare(const Database& database, const TellDamage& damage) {
  std::sort(places_.begin(), places_.end());
  Comparison places(database, Family::streams, {"stream index", "事项索引"}, damage);
  for (const auto& [stream, version, seq] : places_)
    places.expect(keys::stream(stream, version), keys::entry(seq), seq);
  places.end();

  std::sort(receipts_.begin(), receipts_.end(), [](const auto& a, const auto& b) {
    const int order = std::memcmp(a.key.data(), b.key.data(), a.key.size());  // as the store orders them
    return order != 0 ? order < 0 : a.receipt.first < b.receipt.first;
  });
  Comparison receipts(database, Family::commands, {"receipts", "命令回执"}, damage);
  const ReceiptKey* before = nullptr;
  for (const auto& [key, receipt] : receipts_) {
    if (before && *before == key)
      damage({receipt.first, "entry " + std::to_string(receipt.first) + " repeats the identity of an earlier command",
              numbered(receipt.first) + "与先前的命令编号相同"});
    else
      receipts.expect(keys::text(key), receipt_bytes(receipt), receipt.first);
    before = &key;
  }
  receipts.end();
}

}  // namespace ducha::store
