// Whatever bytes stand where an entry should, they are an entry or a fault that says so; what is read as one is
// the canonical form of itself.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <span>
#include <vector>

#include "ledger/base/fault.h"
#include "ledger/record/entry.h"

using namespace ducha;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto stored = std::as_bytes(std::span(bytes, size));
  static record::EntryReader reader;
  try {
    const auto entry = reader.read(stored, 7);
    std::vector<std::byte> again;
    record::write_entry(entry.envelope, entry.fact, again);
    // Not always the bytes it was read from: those may hold a member that this edition does not know. `verify` asks
    // for the same bytes.
    std::vector<std::byte> once_more;
    record::EntryReader other;
    const auto same = other.read(again, 7);
    record::write_entry(same.envelope, same.fact, once_more);
    if (again != once_more) std::abort();
  } catch (const Fault& fault) {
    if (fault.kind() != Fault::Kind::damaged && fault.kind() != Fault::Kind::newer) std::abort();
  }
  return 0;
}
