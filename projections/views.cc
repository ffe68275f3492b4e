#include "projections/views.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <memory>
#include <vector>

#include "ledger/history.h"
#include "projections/ahead.h"
#include "projections/reach.h"
#include "projections/rows.h"

namespace ducha::projections {
namespace {

using store::Family;

std::string timeline_key(Day on, Seq seq) {
  std::string key;
  // Days before 1970 sort first too.
  store::keys::append_big_endian(key, static_cast<std::uint32_t>(on.number()) ^ 0x80000000u);
  store::keys::append_big_endian(key, seq);
  return key;
}

std::string bookmark(std::uint64_t size) {
  std::string bytes;
  store::keys::append_big_endian(bytes, revision);
  store::keys::append_big_endian(bytes, size);
  return bytes;
}

using Put = std::function<void(Family, const std::string&, const std::string&)>;

// The office's entries side by side, those about decisions by themselves.
class OfficeRows {
 public:
  void put(const Put& put, Seq seq, std::uint32_t version, std::span<const std::byte> bytes, const domain::Fact& fact) {
    const auto decision = domain::decision_told(fact);
    if (!decision.empty()) numbers_.push_back(store::keys::decision(decision, version));
    put(decision.empty() ? Family::office : Family::decisions, store::keys::stream(version),
        store::keys::entry(seq) + std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size()));
  }
  // Which of them are about which decision; after all of them.
  void put_numbers(const Put& put) {
    std::sort(numbers_.begin(), numbers_.end());
    for (const auto& number : numbers_) put(Family::decision_numbers, number, {});
  }

 private:
  std::vector<std::string> numbers_;
};

// The rows of an opened docket.
struct DocketRows {
  std::string duties, card, reach;
};
DocketRows docket_rows(const domain::Docket& docket) {
  const auto row = duties_row(docket);
  return {bytes_of(row), bytes_of(card(docket)), bytes_of(reach_of(row))};
}

// All of them together, the sizes of the first two before them; nothing of one that is not opened.
using RowsSize = std::uint32_t;
std::string joined(const DocketRows& rows) {
  std::string all;
  for (const auto* each : {&rows.duties, &rows.card})
    store::keys::append_big_endian(all, static_cast<RowsSize>(each->size()));
  return all += rows.duties + rows.card + rows.reach;
}
struct PartedRows {
  std::string_view duties, card, reach;
};
PartedRows parted(std::string_view rows) {
  const auto duties = store::keys::big_endian<RowsSize>(rows);
  const auto card = store::keys::big_endian<RowsSize>(rows.substr(sizeof(RowsSize)));
  rows.remove_prefix(2 * sizeof(RowsSize));
  return {rows.substr(0, duties), rows.substr(duties, card), rows.substr(duties + card)};
}

// A stretch of the log, read.
struct Stretch {
  record::History entries;
  bool last = false;
};
constexpr Seq stretch_max = 4096;

// Everything the entries give, gathered in one reading of the log.
class Built {
 public:
  explicit Built(const store::Log& log, const Progress& progress) : size_(log.head().size) {
    happened_.reserve(size_);
    Seq next = 0;
    read_ahead(
        [&] {
          Stretch stretch;
          const Seq end = std::min(next + stretch_max, size_);
          log.scan(next, end, [&](Seq seq, std::span<const std::byte> bytes) {
            stretch.entries.emplace_back(bytes, seq);
            return true;
          });
          stretch.last = end == size_;
          next = end;
          return stretch;
        },
        [&](const Stretch& stretch) {
          for (const auto& entry : stretch.entries) take(entry);
          if (!stretch.entries.empty()) progress(stretch.entries.back()->envelope.seq, size_);
        });
    // Same-day entries stay in the order of the log.
    std::stable_sort(happened_.begin(), happened_.end(), [](const auto& a, const auto& b) { return a.on < b.on; });
    in_order(codes_);
    in_order(children_);
    fold_again(log);
    progress(size_, size_);
  }

  // All rows, in two parts that share no family: of a family in the order of their keys.
  void each_of_duties(const Put& put) const {
    each_opened([&](StreamNo stream, const domain::Docket& docket) {
      const auto row = duties_row(docket);
      put(Family::duties, store::keys::stream(stream), bytes_of(row));
      put(Family::reach, store::keys::stream(stream), bytes_of(reach_of(row)));
    });
  }
  void each_of_others(const Put& put) const {
    for (const auto& [code, stream] : codes_) put(Family::dockets, code, store::keys::stream(stream));
    for (const auto& child : children_) put(Family::children, child, {});
    each_opened([&](StreamNo stream, const domain::Docket& docket) {
      put(Family::cards, store::keys::stream(stream), bytes_of(card(docket)));
    });
    for (const auto& each : happened_)
      put(Family::timeline, timeline_key(each.on, each.seq), store::keys::stream(each.stream));
    OfficeRows office;
    for (const auto& entry : office_)
      office.put(put, entry->envelope.seq, entry->envelope.version, entry.stored(), entry->fact);
    office.put_numbers(put);
    if (size_ > 0) put(Family::bookmarks, "views", bookmark(size_));  // an init that was stopped leaves no entry
  }
  std::size_t dockets() const { return codes_.size(); }

 private:
  template <class Visit>
  void each_opened(const Visit& visit) const {
    for (StreamNo stream = 0; stream < dockets_.size(); ++stream)
      if (dockets_[stream] && dockets_[stream]->docket.opened) visit(stream, dockets_[stream]->docket);
  }

  // A docket opened again after its opening was corrected is named twice.
  template <class Keys>
  static void in_order(Keys& keys) {
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  }

  struct Folded {
    domain::Docket docket;
    bool again = false;  // its facts do not stand in the order of their days, or not all of them count
  };

  void fold_again(const store::Log& log) {
    std::vector<StreamNo> streams;
    for (StreamNo stream = 0; stream < dockets_.size(); ++stream)
      if (dockets_[stream] && dockets_[stream]->again) streams.push_back(stream);
    each_history(log, streams, [&](std::size_t i, const record::History& history) {
      dockets_[streams[i]]->docket = record::fold_docket(record::counting(history));
    });
  }

  void take(const record::KeptEntry& kept) {
    const auto& entry = kept.entry();
    const auto& envelope = entry.envelope;
    happened_.push_back({envelope.on, envelope.stream, envelope.seq});
    if (envelope.stream == office_stream) {
      office_.emplace_back(kept.stored(), envelope.seq);
      return;
    }
    if (dockets_.size() <= envelope.stream) dockets_.resize(envelope.stream + 1);
    auto& folded = dockets_[envelope.stream];
    if (!folded) folded = std::make_unique<Folded>();
    // A docket once opened keeps its stream and its place below its parent, also when the opening is corrected.
    if (const auto* opened = std::get_if<domain::DocketOpened>(&entry.fact)) {
      codes_.emplace_back(opened->docket, envelope.stream);
      if (!opened->parent.empty()) children_.push_back(store::keys::child(opened->parent, opened->docket));
    }
    if (std::holds_alternative<domain::CommandCorrected>(entry.fact) || envelope.on < folded->docket.last_on)
      folded->again = true;
    else
      domain::evolve(folded->docket, envelope.on, entry.fact);
  }

  std::uint64_t size_;
  struct Happened {
    Day on;
    StreamNo stream;
    Seq seq;
  };
  std::vector<Happened> happened_;
  record::History office_;
  std::vector<std::unique_ptr<Folded>> dockets_;  // by stream
  std::vector<std::pair<std::string, StreamNo>> codes_;
  std::vector<std::string> children_;
};

// Holds what a family contains against the rows it should contain, both in the order of their keys.
class Comparison {
 public:
  Comparison(const store::Database& database, Family family) : stored_(database.cursor(family)) {}

  void expect(std::string_view key, std::string_view value) {
    for (; stored_.row() && stored_.row()->key < key; stored_.step()) ++other_;
    if (!stored_.row() || stored_.row()->key != key) {
      ++missing_;
      return;
    }
    if (stored_.row()->value != value) ++other_;
    stored_.step();
  }
  void tell(Family family, const std::function<void(const ViewDamage&)>& report) {
    for (; stored_.row(); stored_.step()) ++other_;
    if (other_ + missing_ > 0) report({store::family_names[static_cast<std::size_t>(family)], other_, missing_});
  }

 private:
  store::Cursor stored_;
  std::size_t other_ = 0, missing_ = 0;
};

constexpr Family derived[] = {
    Family::dockets, Family::children,  Family::duties,           Family::cards,    Family::reach, Family::timeline,
    Family::office,  Family::decisions, Family::decision_numbers, Family::bookmarks};

}  // namespace

bool is_view(Family family) { return std::find(std::begin(derived), std::end(derived), family) != std::end(derived); }

bool are_current(const store::Log& log) {
  const auto size = log.head().size;
  return size == 0 || log.database().get(Family::bookmarks, "views") == bookmark(size);
}

std::string Views::rows_of(const domain::Docket& docket) {
  return docket.opened ? joined(docket_rows(docket)) : std::string();
}

void Views::follow(store::Writes& rows, const Appending& appending) {
  OfficeRows office;
  record::EntryReader reader;
  const Put put = [&](Family family, const std::string& key, const std::string& row) { rows.put(family, key, row); };
  for (std::size_t i = 0; i < appending.count; ++i) {
    const auto entry = appending.entry(i);
    if (entry.stream != office_stream) continue;
    const auto bytes = appending.stored(i);
    office.put(put, appending.first + i, entry.version, bytes, reader.read(bytes, appending.first + i).fact);
  }
  office.put_numbers(put);
  // Same-day entries stay in the order of the log.
  std::vector<std::pair<Day, std::uint32_t>> by_day;
  by_day.reserve(appending.count);
  for (std::size_t i = 0; i < appending.count; ++i)
    by_day.emplace_back(appending.entry(i).on, static_cast<std::uint32_t>(i));
  std::sort(by_day.begin(), by_day.end());
  for (const auto& [on, i] : by_day)
    rows.put(Family::timeline, timeline_key(on, appending.first + i), store::keys::stream(appending.entry(i).stream));
  decltype(by_day)().swap(by_day);
  for (std::size_t i = 0; i < appending.dockets.size(); ++i) {
    const auto key = store::keys::stream(appending.dockets[i]);
    const auto all = appending.rows(i);
    if (all.empty()) {
      for (const auto family : {Family::duties, Family::cards, Family::reach}) rows.erase(family, key);
      continue;
    }
    const auto [duties, card, reach] = parted(all);
    rows.put(Family::duties, key, duties);
    rows.put(Family::cards, key, card);
    rows.put(Family::reach, key, reach);
  }
  // What was laid down before by another program stays what it is, and is known by that.
  const bool whole =
      appending.first == 0 || appending.before->get(Family::bookmarks, "views") == bookmark(appending.first);
  if (whole && appending.count > 0) rows.put(Family::bookmarks, "views", bookmark(appending.first + appending.count));
}

std::size_t rebuild(store::Log& log, const Progress& progress) {
  const Built built(log, progress);
  auto writes = log.writes(log.head().size);
  for (const auto family : derived) writes.clear(family);
  const Put put = [&](Family family, const std::string& key, const std::string& row) { writes.put(family, key, row); };
  if (writes.large()) {
    side_by_side([&] { built.each_of_duties(put); }, [&] { built.each_of_others(put); });
  } else {
    built.each_of_duties(put);
    built.each_of_others(put);
  }
  log.database().commit(std::move(writes));
  return built.dockets();
}

void verify_views(const store::Log& log, const std::function<void(const ViewDamage&)>& report) {
  const Built built(log, [](std::uint64_t, std::uint64_t) {});
  std::map<Family, Comparison> comparisons;
  for (const auto family : derived) comparisons.emplace(family, Comparison(log.database(), family));
  const Put expect = [&](Family family, const std::string& key, const std::string& row) {
    comparisons.at(family).expect(key, row);
  };
  side_by_side([&] { built.each_of_duties(expect); }, [&] { built.each_of_others(expect); });
  for (const auto family : derived) comparisons.at(family).tell(family, report);
}

}  // namespace ducha::projections
