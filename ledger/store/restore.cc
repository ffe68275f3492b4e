#include "ledger/store/restore.h"

#include "ledger/base/fault.h"

namespace ducha::store {
namespace {

// So much is held in memory before it is appended.
constexpr std::size_t bytes_at_once = 64u << 20, entries_at_once = 200'000;

}  // namespace

Replay::Replay(Log& log, EnvelopeOf envelope) : log_(log), envelope_(std::move(envelope)) {}

void Replay::take(Seq seq, std::span<const std::byte> bytes) {
  const auto envelope = envelope_(bytes, seq);
  if (envelope.seq != seq || seq != log_.head().size + taken_.size())
    throw Fault(Fault::Kind::damaged, "entry " + std::to_string(seq) + " does not stand in its place", seq);
  if (envelope.part == 0) receipts_.push_back({log_.receipt_key(envelope.command), seq});
  places_.push_back({envelope.stream, envelope.version, static_cast<std::uint32_t>(taken_.size())});
  taken_.push_back({bytes_.size(), bytes.size()});
  bytes_.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  if (bytes_.size() >= bytes_at_once || taken_.size() >= entries_at_once) finish();
}

void Replay::finish() {
  if (taken_.empty()) return;
  const auto bytes = std::as_bytes(std::span(bytes_.data(), bytes_.size()));
  const auto begin = [&] { return [&](std::size_t i) { return bytes.subspan(taken_[i].offset, taken_[i].length); }; };
  log_.append(taken_.size(), begin, in_order(std::move(places_)), in_order(std::move(receipts_)),
              log_.writes(taken_.size()));
  bytes_.clear();
  taken_.clear();
  places_.clear();
  receipts_.clear();
}

}  // namespace ducha::store
