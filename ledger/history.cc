#include "ledger/history.h"

namespace ducha {
namespace {

using store::Family;

// The office's entries lie scattered over the whole log, and everyone who opens it needs them all: they are kept
// side by side as well. False when they are not all there (a ledger of before; `rebuild` lays them down).
bool read_office(const store::Log& log, record::History& history) {
  const auto last = log.database().last_key(Family::office);
  if (!last || store::keys::big_endian<std::uint32_t>(*last) + 1 != log.stream_size(office_stream)) return false;
  log.database().scan(Family::office, {}, {}, [&](std::string_view key, std::string_view row) {
    if (store::keys::big_endian<std::uint32_t>(key) != history.size()) return false;
    history.emplace_back(std::as_bytes(std::span(row)).subspan(sizeof(Seq)), store::keys::big_endian<Seq>(row));
    return true;
  });
  return history.size() == log.stream_size(office_stream);
}

}  // namespace

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
