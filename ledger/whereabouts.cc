#include "ledger/whereabouts.h"

#include <algorithm>

namespace ducha {

void Whereabouts::take(const record::Entry& entry) {
  const auto& envelope = entry.envelope;
  auto& stream = streams_[envelope.stream];
  if (const auto* opened = std::get_if<domain::DocketOpened>(&entry.fact)) {
    stream.docket = opened->docket;
    stream.named = true;
  }
  if (envelope.version > stream.next)
    gaps_.push_back({envelope.stream, stream.next == 0 ? 0 : stream.last, envelope.seq});
  stream.next = envelope.version + 1;
  stream.last = envelope.seq;
}

std::vector<std::string> Whereabouts::of(Seq first, Seq last) const {
  std::vector<std::string> found;
  for (const auto& gap : gaps_) {
    if (gap.after > last || gap.before < first) continue;
    const auto& stream = streams_.at(gap.stream);
    // A docket whose opening is lost itself has no number any more.
    if (gap.stream != office_stream && !stream.named) continue;
    found.push_back(stream.docket);
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace ducha
