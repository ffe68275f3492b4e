#include "ledger/store/receipts.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "ledger/store/keys.h"

namespace ducha::store {
namespace {

std::uint32_t mark_of(const ReceiptKey& key) {
  std::uint32_t mark = 0;
  std::memcpy(&mark, key.data() + key.size() - sizeof mark, sizeof mark);
  return mark;
}

// A number that stands before another if the key does: all that is to be compared, nearly always.
std::uint64_t beginning_of(const ReceiptKey& key) { return keys::big_endian<std::uint64_t>(keys::text(key)); }

// A type of its own, so that sorting need not call it.
struct Before {
  bool operator()(const Receipt& a, const Receipt& b) const {
    const auto a_begins = beginning_of(a.key), b_begins = beginning_of(b.key);
    return a_begins != b_begins ? a_begins < b_begins : std::memcmp(a.key.data(), b.key.data(), a.key.size()) < 0;
  }
};

}  // namespace

std::optional<Seq> Receipts::Part::find(const ReceiptKey& key, const Pages& pages) const {
  if (places_.empty()) return {};
  const auto mark = mark_of(key);
  for (auto place = begin(mark); places_[place].row != 0; place = next(place)) {
    if (places_[place].mark != mark) continue;
    const auto found = rows_.at(places_[place].row - 1, pages);
    if (found.key == key) return found.first;
  }
  return {};
}

void Receipts::Part::note(Place taken) {
  auto place = begin(taken.mark);
  while (places_[place].row != 0) place = next(place);
  places_[place] = taken;
}

void Receipts::Part::spread() {
  const auto before = std::exchange(places_, std::vector<Place>(std::max<std::size_t>(2 * places_.size(), 16)));
  for (const auto& each : before)
    if (each.row != 0) note(each);
}

void Receipts::Part::add(const Receipt& row, Pages& pages) {
  rows_.add(row, pages);
  if (4 * rows_.size() > 3 * places_.size()) spread();
  note({static_cast<std::uint32_t>(rows_.size()), mark_of(row.key)});
}

std::vector<Receipt> Receipts::Part::in_order(const Pages& pages) {
  std::vector<Place>().swap(places_);
  std::vector<Receipt> rows;
  rows.reserve(rows_.size());
  rows_.each(pages, [&](const Receipt& row) { rows.push_back(row); });
  std::sort(rows.begin(), rows.end(), Before());
  return rows;
}

bool before(const Receipt& a, const Receipt& b) { return Before()(a, b); }

GiveReceipts in_order(std::vector<Receipt> receipts) {
  std::sort(receipts.begin(), receipts.end(), Before());
  return [all = std::move(receipts)](const auto& take) { std::for_each(all.begin(), all.end(), take); };
}

std::size_t Receipts::size() const {
  std::size_t size = 0;
  for (const auto& part : parts_) size += part.size();
  return size;
}

std::optional<Seq> Receipts::find(const ReceiptKey& key) const { return parts_[part_of(key)].find(key, pages_); }

void Receipts::add(const Receipt& receipt) { parts_[part_of(receipt.key)].add(receipt, pages_); }

void Receipts::take_in_order(const std::function<void(const Receipt&)>& take) {
  for (auto& part : parts_)
    for (const auto& row : part.in_order(pages_)) take(row);
}

void Receipts::clear() {
  parts_ = {};
  pages_.clear();
}

}  // namespace ducha::store
