#include "ledger/receipt.h"

#include <span>

#include "ledger/base/fault.h"

namespace ducha {

Receipt receipt_in(const record::KeptEntry& first, std::string_view command) {
  const auto& envelope = first->envelope;
  if (envelope.part != 0 || envelope.command != command)
    throw Fault(Fault::Kind::damaged,
                "a receipt points to entry " + std::to_string(envelope.seq) + ", which is not the first of its command",
                envelope.seq);
  return {envelope.seq, envelope.seq + envelope.parts - 1u, envelope.request};
}

std::optional<Receipt> receipt_of(const store::Log& log, std::string_view command) {
  const auto first = log.first_of(command);
  if (!first) return {};
  const auto bytes = log.read(*first);
  return receipt_in({std::as_bytes(std::span(bytes)), *first}, command);
}

LookedUp Lookup::operator()(std::string_view command) {
  const auto key = store::keys::command(command, sha256_);
  return {log_.head().size, key, log_.first_of(key)};
}

}  // namespace ducha
