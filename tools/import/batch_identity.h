// The identity of a batch: what one import of one file recorded.
//
// It follows from what every entry of the batch bears, the file's digest and the instant of recording, so it needs no
// room of its own and older batches have theirs too.

#pragma once

#include <cstdint>
#include <string>

#include "ledger/base/id.h"
#include "ledger/record/digest.h"

namespace ducha::tools {

// Twelve hexadecimal figures.
std::string batch_identity(const Digest& file, std::int64_t recorded_at, record::DigestAlgorithm algorithm);

}  // namespace ducha::tools
