#include "ledger/store/expected.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "ledger/base/fault.h"

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
  if (envelope.part == 0) {
    receipts_.at(seq) = keys::command(envelope.command, sha256_);
    received_.at(seq) = true;
    ++commands_;
  }
  places_.at(seq) = {envelope.stream, envelope.version + 1};
  ++taken_;
}

bool Expected::agrees(const Database& database, Family family, std::uint64_t count,
                      const std::function<bool(std::string_view key, std::string_view value)>& fits) {
  std::uint64_t found = 0;
  bool agree = true;
  try {
    database.scan(family, {}, {}, [&](std::string_view key, std::string_view value) {
      ++found;
      return agree = value.size() == sizeof(Seq) && fits(key, value);
    });
  } catch (const Fault& fault) {
    if (fault.kind() != Fault::Kind::damaged) throw;
    return false;  // comes up again where it is told
  }
  return agree && found == count;
}

// Rows are looked up by the entry they name, in no order; where one does not fit it is said which, in the order of the
// keys.
void Expected::compare_places(const Database& database, const TellDamage& damage) {
  const auto fits = [&](std::string_view key, std::string_view value) {
    if (key.size() != sizeof(StreamNo) + sizeof(std::uint32_t)) return false;
    const InStream place{keys::big_endian<StreamNo>(key),
                         keys::big_endian<std::uint32_t>(key.substr(sizeof(StreamNo))) + 1};
    const auto seq = keys::big_endian<Seq>(value);
    return seq < size_ && places_[seq] == place;
  };
  if (agrees(database, Family::streams, taken_, fits)) return;
  std::vector<std::pair<InStream, Seq>> in_order;
  for (Seq seq = 0; seq < size_; ++seq)
    if (places_[seq].next > 0) in_order.emplace_back(places_[seq], seq);
  std::sort(in_order.begin(), in_order.end());
  Comparison stored(database, Family::streams, {"stream index", "事项索引"}, damage);
  for (const auto& [place, seq] : in_order)
    stored.expect(keys::stream(place.stream, place.next - 1), keys::entry(seq), seq);
  stored.end();
}

void Expected::compare_receipts(const Database& database, const TellDamage& damage) {
  const auto fits = [&](std::string_view key, std::string_view value) {
    const auto seq = keys::big_endian<Seq>(value);
    return seq < size_ && received_[seq] && keys::text(receipts_[seq]) == key;
  };
  if (agrees(database, Family::commands, commands_, fits)) return;
  std::vector<Receipt> in_order;
  for (Seq seq = 0; seq < size_; ++seq)
    if (received_[seq]) in_order.push_back({receipts_[seq], seq});
  std::sort(in_order.begin(), in_order.end(), [](const Receipt& a, const Receipt& b) {
    return a.key == b.key ? a.first < b.first : before(a, b);  // as the store orders them
  });
  Comparison stored(database, Family::commands, {"receipts", "命令回执"}, damage);
  const ReceiptKey* last = nullptr;
  for (const auto& [key, first] : in_order) {
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
