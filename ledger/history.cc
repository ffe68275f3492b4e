#include "ledger/history.h"

namespace ducha {

record::History history_of(const store::Log& log, StreamNo stream) {
  record::History history;
  for (const Seq seq : log.stream(stream)) {
    const auto bytes = log.read(seq);
    history.emplace_back(std::as_bytes(std::span(bytes)), seq);
  }
  return history;
}

}  // namespace ducha
