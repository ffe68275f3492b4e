#include "projections/gathered.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "ledger/domain/office.h"
#include "ledger/histories.h"
#include "ledger/threads/ahead.h"
#include "projections/docket_rows.h"
#include "projections/reach.h"
#include "projections/views.h"

namespace ducha::projections {

using store::Family;

namespace {

constexpr std::uint32_t sign = 0x80000000u;

domain::Docket folded_from(const record::Stretch& entries) {
  record::History history;
  entries.each([&](Seq seq, std::span<const std::byte> bytes) { history.emplace_back(bytes, seq); });
  return record::fold_docket(record::counting(history));
}

}  // namespace

std::string day_key(Day day) {
  std::string key;
  store::keys::append_big_endian(key, static_cast<std::uint32_t>(day.number()) ^ sign);
  return key;
}

Day day_in(std::string_view key) {
  return Day{static_cast<std::int32_t>(store::keys::big_endian<std::uint32_t>(key) ^ sign)};
}

std::string bookmark(std::uint64_t size) {
  std::string bytes;
  store::keys::append_big_endian(bytes, revision);
  store::keys::append_big_endian(bytes, size);
  return bytes;
}

std::optional<Day> stored_last_day(const store::Database& database) {
  const auto row = database.get(Family::bookmarks, last_day_key);
  return row && row->size() == sizeof(std::uint32_t) ? std::optional(day_in(*row)) : std::nullopt;
}

void OfficeRows::put(const Put& put, Seq seq, std::uint32_t version, std::span<const std::byte> bytes,
                     const domain::Fact& fact) {
  const auto decision = domain::decision_told(fact);
  if (!decision.empty()) numbers_.push_back(store::keys::decision(decision, version));
  put(decision.empty() ? Family::office : Family::decisions, store::keys::stream(version),
      store::keys::entry(seq) + std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size()));
}

void OfficeRows::put_numbers(const Put& put) {
  std::sort(numbers_.begin(), numbers_.end());
  for (const auto& number : numbers_) put(Family::decision_numbers, number, {});
}

void Gathered::take(const record::Entry& entry, std::span<const std::byte> stored) {
  const auto& envelope = entry.envelope;
  if (envelope.stream == office_stream) {
    office_.emplace_back(stored, envelope.seq);
    return;
  }
  const bool known = envelope.stream < dockets_.size() && dockets_[envelope.stream];
  if (known || envelope.version == 0)
    fold(entry, stored);
  else
    waiting_.emplace_back(stored, envelope.seq);
}

void Gathered::fold(const record::Entry& entry, std::span<const std::byte> stored) {
  const auto& envelope = entry.envelope;
  if (dockets_.size() <= envelope.stream) dockets_.resize(envelope.stream + 1);
  auto& folded = dockets_[envelope.stream];
  if (!folded) {
    folded = std::make_unique<Folded>();
    folded->docket = std::make_unique<domain::Docket>();
    folded->entries = std::make_unique<record::Stretch>();
    ++folded_;
  }
  // A docket once opened keeps its stream and its place below its parent, also when the opening is corrected.
  if (const auto* opened = std::get_if<domain::DocketOpened>(&entry.fact)) {
    codes_.emplace_back(opened->docket, envelope.stream);
    if (!opened->parent.empty()) children_.push_back(store::keys::child(opened->parent, opened->docket));
  }
  const bool corrects = std::holds_alternative<domain::CommandCorrected>(entry.fact);
  const auto on = corrects ? on_any_day : envelope.on;
  folded->course.add(envelope.seq, on);
  last_day_ = std::max(last_day_, on);
  if (!folded->docket) {
    folded->again = true;
    folded->rows = {};
    return;
  }
  auto& docket = *folded->docket;
  if (folded->entries) folded->entries->add(envelope.seq, stored);
  const bool in_order = !folded->behind && !corrects && envelope.on >= docket.last_on;
  if (in_order) {
    domain::evolve(docket, envelope.on, entry.fact);
  } else if (folded->entries) {
    catch_up(*folded);
  } else {
    folded->again = true;
    folded->docket.reset();
    --folded_;
    return;
  }
  if (!folded->behind && docket.ended()) {
    folded->entries.reset();
    if (!std::exchange(folded->ending, true)) ended_.push_back(envelope.stream);
  }
  let_ended_go();
}

// Folding all of very many for each that comes late or is corrected would take the square of them: it is done when
// there is a quarter more of them than there were the last time, and at the end.
void Gathered::catch_up(Folded& folded) {
  const auto count = folded.entries->size();
  folded.behind = count < folded.fold_from;
  if (folded.behind) return;
  *folded.docket = folded_from(*folded.entries);
  constexpr std::size_t few = 100;
  if (count > few) folded.fold_from = count + count / 4;
}

// Those that ended first: least will happen to them.
void Gathered::let_ended_go() {
  for (; folded_ > folded_max_ && !ended_.empty(); ended_.pop_front()) {
    auto& folded = *dockets_[ended_.front()];
    folded.ending = false;
    if (!folded.docket || !folded.docket->ended()) continue;
    folded.rows = joined(docket_rows(*folded.docket));
    folded.docket.reset();
    --folded_;
  }
}

void Gathered::join(Gathered&& later) {
  const auto append = [](auto& to, auto& from) { std::move(from.begin(), from.end(), std::back_inserter(to)); };
  append(office_, later.office_);
  append(codes_, later.codes_);
  append(children_, later.children_);
  append(waiting_, later.waiting_);
  last_day_ = std::max(last_day_, later.last_day_);
  append(ended_, later.ended_);
  folded_ += later.folded_;
  if (dockets_.size() < later.dockets_.size()) dockets_.resize(later.dockets_.size());
  for (StreamNo stream = 0; stream < later.dockets_.size(); ++stream)
    if (later.dockets_[stream]) dockets_[stream] = std::move(later.dockets_[stream]);
  fold_waiting();
}

// In the order of the log, as each waited for those before it.
void Gathered::fold_waiting() {
  for (const auto& entry : std::exchange(waiting_, {})) fold(entry.entry(), entry.stored());
}

void Gathered::fold_again(const store::Log& log) {
  // Where they lie is told by what was gathered: the index may be what is verified.
  std::vector<StreamNo> streams;
  std::vector<std::vector<Seq>> entries;
  for (StreamNo stream = 0; stream < dockets_.size(); ++stream)
    if (dockets_[stream] && dockets_[stream]->again) {
      streams.push_back(stream);
      entries.push_back(dockets_[stream]->course.entries());
    }
  each_history_at_once(log, entries, [&](std::size_t i, const record::History& history) {
    dockets_[streams[i]]->docket = std::make_unique<domain::Docket>(record::fold_docket(record::counting(history)));
  });
}

void Gathered::put_in_order(const Put& put) {
  // A docket opened again after its opening was corrected is named twice.
  const auto in_order = [](auto& keys) {
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  };
  in_order(codes_);
  in_order(children_);
  for (const auto& [code, stream] : codes_) put(Family::dockets, code, store::keys::stream(stream));
  for (const auto& child : children_) put(Family::children, child, {});
  OfficeRows office;
  for (const auto& entry : office_)
    office.put(put, entry->envelope.seq, entry->envelope.version, entry.stored(), entry->fact);
  office.put_numbers(put);
  if (last_day_ != on_any_day) put(Family::bookmarks, std::string(last_day_key), day_key(last_day_));
  if (size_ > 0) put(Family::bookmarks, "views", bookmark(size_));  // an init that was stopped leaves no entry
}

// Rows are made in another thread than they are put in.
void Gathered::put_dockets(const Put& put) {
  struct Made {
    StreamNo stream;
    std::unique_ptr<Folded> folded;
    DocketRows rows;
  };
  struct Stretch {
    std::vector<Made> rows;
    bool last = false;
  };
  constexpr std::size_t stretch_max = 500;
  StreamNo next = 0;
  ReachRows reaching;  // behind where each stands
  const auto put_rows = [&](StreamNo stream, const std::string& duties, const std::string& card,
                            const std::string& reach) {
    const auto key = store::keys::stream(stream), day = reach.substr(0, reach_day_bytes);
    put(Family::duties, key, duties);
    put(Family::cards, key, card);
    put(Family::reach, reach_place_key(stream), day);
    reaching.stand(reach_key(day, stream), std::string_view(reach).substr(reach_day_bytes));
  };
  read_ahead<Stretch>(
      [&](Stretch& stretch) {
        stretch.rows.clear();
        for (; next < dockets_.size() && stretch.rows.size() < stretch_max; ++next) {
          auto folded = std::move(dockets_[next]);
          if (!folded) continue;
          auto& made = stretch.rows.emplace_back(Made{next, std::move(folded), {}});
          auto* docket = made.folded->docket.get();
          if (docket && made.folded->behind) *docket = folded_from(*made.folded->entries);
          if (docket && docket->opened) made.rows = docket_rows(*docket);
        }
        stretch.last = next == dockets_.size();
      },
      [&](Stretch& stretch) {
        for (auto& [stream, folded, rows] : stretch.rows) {
          put(Family::timeline, store::keys::stream(stream), folded->course.bytes());
          if (!folded->docket) {
            const auto [kept_duties, kept_card, kept_reach] = parted(folded->rows);
            put_rows(stream, std::string(kept_duties), std::string(kept_card), std::string(kept_reach));
          } else if (folded->docket->opened) {
            put_rows(stream, rows.duties, rows.card, rows.reach);
          }
          folded.reset();
        }
      });
  reaching.each([&](std::string_view key, std::optional<std::string_view> units) {
    put(Family::reach, std::string(key), std::string(*units));
  });
}

void Gathered::put_all(const store::Log& log, const Put& put, bool together) {
  fold_waiting();
  const auto dockets = [&] {
    fold_again(log);
    put_dockets(put);
  };
  if (together) return side_by_side([&] { put_in_order(put); }, dockets);
  put_in_order(put);
  dockets();
}

}  // namespace ducha::projections
