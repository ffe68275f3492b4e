// Entries of a backup, laid down as a log again.

#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "ledger/record/envelope.h"
#include "ledger/store/log.h"

namespace ducha::store {

// Takes entries in order, from the first, and appends them as they are: the log they give has the same head. By the
// way of every append, in large writes, so that streams, receipts and tree are made again and not copied.
class Replay {
 public:
  // Reads an entry's envelope; throws Fault when the bytes are none.
  using EnvelopeOf = std::function<record::Envelope(std::span<const std::byte>, Seq)>;

  // `log` is empty and is written until `finish`.
  Replay(Log& log, EnvelopeOf envelope);
  // Throws Fault::damaged when the entry does not continue the log.
  void take(Seq seq, std::span<const std::byte> bytes);
  void finish();

 private:
  struct Taken {
    std::size_t offset, length;
  };

  Log& log_;
  EnvelopeOf envelope_;
  std::string bytes_;
  std::vector<Taken> taken_;
  std::vector<Place> places_;
  std::vector<Receipt> receipts_;
};

}  // namespace ducha::store
