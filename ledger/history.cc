#include "ledger/history.h"

#include <span>

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

}  // namespace ducha
