#include "projections/views.h"

#include <algorithm>
#include <map>

#include "ledger/record/history.h"
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

void put_docket(const std::function<void(Family, std::string, std::string)>& put, StreamNo stream,
                const domain::Docket& docket) {
  if (!docket.opened) return;
  put(Family::duties, store::keys::stream(stream), bytes_of(duties_row(docket)));
  put(Family::cards, store::keys::stream(stream), bytes_of(card(docket)));
}

// Every row the entries give.
class Built {
 public:
  explicit Built(const store::Log& log, const Progress& progress) {
    std::map<StreamNo, record::History> streams;
    log.scan(0, log.head().size, [&](Seq seq, std::span<const std::byte> bytes) {
      record::KeptEntry entry(bytes, seq);
      const auto& envelope = entry->envelope;
      put(Family::timeline, timeline_key(envelope.on, seq), store::keys::stream(envelope.stream));
      if (envelope.stream != office_stream) streams[envelope.stream].push_back(std::move(entry));
      if (seq % 4096 == 0) progress(seq, log.head().size);
      return true;
    });
    for (const auto& [stream, history] : streams) add_docket(stream, history);
    put(Family::bookmarks, "views", bookmark(log.head().size));
    dockets_ = streams.size();
    progress(log.head().size, log.head().size);
  }

  const std::map<Family, std::map<std::string, std::string>>& rows() const { return rows_; }
  std::size_t dockets() const { return dockets_; }

 private:
  void put(Family family, std::string key, std::string row) { rows_[family][std::move(key)] = std::move(row); }

  void add_docket(StreamNo stream, const record::History& history) {
    // A docket once opened keeps its stream and its place below its parent, also when the opening is corrected.
    for (const auto& kept : history)
      if (const auto* opened = std::get_if<domain::DocketOpened>(&kept->fact)) {
        put(Family::dockets, std::string(opened->docket), store::keys::stream(stream));
        if (!opened->parent.empty()) put(Family::children, store::keys::child(opened->parent, opened->docket), {});
      }
    put_docket([&](Family family, std::string key, std::string row) { put(family, std::move(key), std::move(row)); },
               stream, record::fold_docket(record::counting(history)));
  }

  std::map<Family, std::map<std::string, std::string>> rows_;
  std::size_t dockets_ = 0;
};

constexpr Family derived[] = {Family::dockets, Family::children, Family::duties,
                              Family::cards,   Family::timeline, Family::bookmarks};

}  // namespace

void Views::follow(store::Writes& rows, std::span<const Appended> entries, std::span<const Touched> dockets) {
  std::vector<Appended> by_day(entries.begin(), entries.end());
  std::stable_sort(by_day.begin(), by_day.end(), [](const Appended& a, const Appended& b) { return a.on < b.on; });
  for (const auto& entry : by_day)
    rows.put(Family::timeline, timeline_key(entry.on, entry.seq), store::keys::stream(entry.stream));
  for (const auto& [stream, docket] : dockets) {
    if (!docket->opened) {
      rows.erase(Family::duties, store::keys::stream(stream));
      rows.erase(Family::cards, store::keys::stream(stream));
    }
    put_docket([&](Family family, const std::string& key, const std::string& row) { rows.put(family, key, row); },
               stream, *docket);
  }
  if (!entries.empty()) rows.put(Family::bookmarks, "views", bookmark(entries.back().seq + 1));
}

std::size_t rebuild(store::Log& log, const Progress& progress) {
  const Built built(log, progress);
  auto writes = log.writes(log.head().size);
  for (const auto family : derived) {
    writes.clear(family);
    if (const auto rows = built.rows().find(family); rows != built.rows().end())
      for (const auto& [key, row] : rows->second) writes.put(family, key, row);
  }
  log.database().commit(std::move(writes));
  return built.dockets();
}

void verify_views(const store::Log& log, const std::function<void(const std::string&)>& report) {
  const Built built(log, [](std::uint64_t, std::uint64_t) {});
  for (const auto family : derived) {
    static const std::map<std::string, std::string> none;
    const auto found = built.rows().find(family);
    const auto& rows = found == built.rows().end() ? none : found->second;
    const std::string name(store::family_names[static_cast<std::size_t>(family)]);
    std::size_t same = 0, other = 0;
    log.database().scan(family, {}, {}, [&](std::string_view key, std::string_view value) {
      const auto row = rows.find(std::string(key));
      (row != rows.end() && row->second == value ? same : other) += 1;
      return true;
    });
    if (other > 0)
      report("view " + name + ": " + std::to_string(other) + " rows are not what the entries give; run ducha rebuild");
    if (same + other < rows.size())
      report("view " + name + ": " + std::to_string(rows.size() - same - other) +
             " rows are missing; run ducha rebuild");
  }
}

}  // namespace ducha::projections
