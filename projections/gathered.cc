#include "projections/gathered.h"

#include <algorithm>
#include <future>

#include "ledger/domain/office.h"
#include "ledger/histories.h"
#include "ledger/threads/ahead.h"
#include "projections/reach.h"
#include "projections/rows.h"
#include "projections/views.h"

namespace ducha::projections {

using store::Family;

namespace {

constexpr std::uint32_t sign = 0x80000000u;

}  // namespace

std::string day_key(Day day) {
  std::string key;
  store::keys::append_big_endian(key, static_cast<std::uint32_t>(day.number()) ^ sign);
  return key;
}

Day day_in(std::string_view key) {
  return Day{static_cast<std::int32_t>(store::keys::big_endian<std::uint32_t>(key) ^ sign)};
}

std::string timeline_key(Day on, Seq seq) {
  auto key = day_key(on);
  store::keys::append_big_endian(key, seq);
  return key;
}

std::string bookmark(std::uint64_t size) {
  std::string bytes;
  store::keys::append_big_endian(bytes, revision);
  store::keys::append_big_endian(bytes, size);
  return bytes;
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
  happened_.push_back({envelope.on, envelope.stream, envelope.seq});
  if (envelope.stream == office_stream) {
    office_.emplace_back(stored, envelope.seq);
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
  else if (!folded->again)
    domain::evolve(folded->docket, envelope.on, entry.fact);
}

void Gathered::fold_again(const store::Log& log) {
  std::vector<StreamNo> streams;
  for (StreamNo stream = 0; stream < dockets_.size(); ++stream)
    if (dockets_[stream] && dockets_[stream]->again) streams.push_back(stream);
  each_history_at_once(log, streams, size_, [&](std::size_t i, const record::History& history) {
    dockets_[streams[i]]->docket = record::fold_docket(record::counting(history));
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
  // Same-day entries stay in the order of the log.
  std::stable_sort(happened_.begin(), happened_.end(), [](const auto& a, const auto& b) { return a.on < b.on; });
  for (const auto& [code, stream] : codes_) put(Family::dockets, code, store::keys::stream(stream));
  for (const auto& child : children_) put(Family::children, child, {});
  for (const auto& each : happened_)
    put(Family::timeline, timeline_key(each.on, each.seq), store::keys::stream(each.stream));
  OfficeRows office;
  for (const auto& entry : office_)
    office.put(put, entry->envelope.seq, entry->envelope.version, entry.stored(), entry->fact);
  office.put_numbers(put);
  if (size_ > 0) put(Family::bookmarks, "views", bookmark(size_));  // an init that was stopped leaves no entry
}

void Gathered::put_duties(const Put& put) const {
  ReachRows reaching;  // behind where each stands
  each_opened([&](StreamNo stream, const domain::Docket& docket) {
    const auto row = duties_row(docket);
    put(Family::duties, store::keys::stream(stream), bytes_of(row));
    const auto reach = bytes_of(reach_of(row));
    const auto day = reach.substr(0, reach_day_bytes);
    put(Family::reach, reach_place_key(stream), day);
    reaching.stand(reach_key(day, stream), std::string_view(reach).substr(reach_day_bytes));
  });
  reaching.each([&](std::string_view key, std::optional<std::string_view> units) {
    put(Family::reach, std::string(key), std::string(*units));
  });
}

void Gathered::put_cards(const Put& put) const {
  each_opened([&](StreamNo stream, const domain::Docket& docket) {
    put(Family::cards, store::keys::stream(stream), bytes_of(card(docket)));
  });
}

void Gathered::put_all(const store::Log& log, const Put& put, bool together) {
  if (!together) {
    fold_again(log);
    put_in_order(put);
    put_duties(put);
    put_cards(put);
    return;
  }
  std::promise<void> folded;
  auto ready = folded.get_future();
  side_by_side(
      [&] {
        put_in_order(put);
        ready.get();
        put_cards(put);
      },
      [&] {
        try {
          fold_again(log);
          folded.set_value();
        } catch (...) {
          folded.set_exception(std::current_exception());
          throw;
        }
        put_duties(put);
      });
}

}  // namespace ducha::projections
