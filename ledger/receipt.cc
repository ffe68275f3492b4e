#include "ledger/receipt.h"

#include <cstring>
#include <span>
#include <utility>

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

std::size_t Lookup::HashOfKey::operator()(const store::ReceiptKey& key) const {
  std::size_t hash = 0;  // a key is part of a digest
  std::memcpy(&hash, key.data(), sizeof hash);
  return hash;
}

bool Lookup::may_be_there(const store::ReceiptKey& key) {
  if (log_size_ != log_.head().size) {
    log_size_ = log_.head().size;
    asked_ = 0;
    keys_.reset();
  }
  if (++asked_ == asked_min) {
    Keys keys;
    const bool all = log_.each_receipt_key([&](const store::ReceiptKey& each) {
      keys.insert(each);
      return keys.size() <= kept_max;
    });
    if (all) keys_ = std::move(keys);
  }
  return !keys_ || keys_->contains(key);
}

LookedUp Lookup::operator()(std::string_view command) {
  const auto key = store::keys::command(command, sha256_);
  return {log_.head().size, key, may_be_there(key) ? log_.first_of(key) : std::nullopt};
}

}  // namespace ducha
