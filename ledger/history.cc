#include "ledger/history.h"

#include <algorithm>
#include <span>
#include <utility>

namespace ducha {
namespace {

using store::Family;

// The office's entries lie scattered over the whole log, and everyone who opens it needs them: they are kept side by
// side as well, those about decisions by themselves. False when they are not all there (a ledger of before; `rebuild`
// lays them down).
bool read_office(const store::Log& log, record::History& history) {
  store::Cursor rows[] = {log.database().cursor(Family::office), log.database().cursor(Family::decisions)};
  const auto take = [&](store::Cursor& from) {
    const auto row = from.row();
    if (!row || store::keys::big_endian<std::uint32_t>(row->key) != history.size()) return false;
    history.push_back(office_entry(row->value));
    from.step();
    return true;
  };
  while (take(rows[0]) || take(rows[1])) {
  }
  return history.size() == log.stream_size(office_stream);
}

// Entries so near to each other are read in one sweep: to pass by those between them costs less than to look for the
// next one, which unpacks a whole block.
constexpr Seq near_enough = 300;
constexpr std::size_t histories_at_once = 4000;

std::vector<record::History> histories_of(const store::Log& log, std::span<const StreamNo> streams) {
  std::vector<record::History> histories(streams.size());
  std::vector<std::pair<Seq, std::size_t>> wanted;  // and of which stream
  for (std::size_t i = 0; i < streams.size(); ++i)
    for (const Seq seq : log.stream(streams[i])) wanted.emplace_back(seq, i);
  std::sort(wanted.begin(), wanted.end());
  for (auto next = wanted.begin(); next != wanted.end();) {
    const auto far = [](const auto& one, const auto& after) { return after.first - one.first > near_enough; };
    const auto last = std::adjacent_find(next, wanted.end(), far);
    const Seq end = (last == wanted.end() ? wanted.back() : *last).first + 1;
    log.scan(next->first, end, [&](Seq seq, std::span<const std::byte> bytes) {
      if (seq == next->first) {
        histories[next->second].emplace_back(bytes, seq);
        ++next;
      }
      return next != wanted.end();
    });
  }
  return histories;
}

}  // namespace

record::KeptEntry office_entry(std::string_view row) {
  return {std::as_bytes(std::span(row)).subspan(sizeof(Seq)), store::keys::big_endian<Seq>(row)};
}

record::History history_of(const store::Log& log, StreamNo stream) {
  record::History history;
  if (stream == office_stream && read_office(log, history)) return history;
  history.clear();
  for (const Seq seq : log.stream(stream)) {
    const auto bytes = log.read(seq);
    history.emplace_back(std::as_bytes(std::span(bytes)), seq);
  }
  return history;
}

void each_history(const store::Log& log, const std::vector<StreamNo>& streams,
                  const std::function<void(std::size_t, const record::History&)>& visit) {
  for (std::size_t first = 0; first < streams.size(); first += histories_at_once) {
    const auto some = std::span(streams).subspan(first, std::min(histories_at_once, streams.size() - first));
    const auto histories = histories_of(log, some);
    for (std::size_t i = 0; i < histories.size(); ++i) visit(first + i, histories[i]);
  }
}

}  // namespace ducha
