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
  taken_.push_back({envelope.stream, envelope.version, bytes_.size(), bytes.size()});
  bytes_.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  if (bytes_.size() >= bytes_at_once || taken_.size() >= entries_at_once) finish();
}

void Replay::finish() {
  if (taken_.empty()) return;
  const auto bytes = std::as_bytes(std::span(bytes_.data(), bytes_.size()));
  // Readings share nothing: each asks for a place of its own.
  const auto entry_at = [this, bytes](std::size_t i) {
    const auto& entry = taken_[i];
    return Stored{entry.stream, entry.version, bytes.subspan(entry.offset, entry.length)};
  };
  log_.append(
      taken_.size(), [entry_at]() -> Log::EntryAt { return entry_at; }, in_order(std::move(receipts_)),
      log_.writes(taken_.size()));
  bytes_.clear();
  taken_.clear();
  receipts_.clear();
}

}  // namespace ducha::store
