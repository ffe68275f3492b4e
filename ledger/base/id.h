// The numbers and digests by which things in the ledger are named.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ducha {

// The place of an entry in the log: from 0, without a gap.
using Seq = std::uint64_t;

// Streams are numbered densely in the order they began. Stream 0 is the office itself (units, groups,
// decisions, calendars, rules); every docket is a stream of its own.
using StreamNo = std::uint32_t;
inline constexpr StreamNo office_stream = 0;

// A 256-bit digest: SHA-256 or SM3, as the ledger's first entry says.
struct Digest {
  std::array<std::byte, 32> bytes{};
  auto operator<=>(const Digest&) const = default;
};

// 64 hexadecimal digits, lower case.
std::string to_hex(const Digest& digest);
// Nothing unless `text` is exactly 64 hexadecimal digits.
std::optional<Digest> digest_from_hex(std::string_view text);

}  // namespace ducha
