// Base64 (RFC 4648, with padding), as signed notes and proofs write bytes.

#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ducha::record {

using Bytes = std::vector<std::byte>;

std::string base64(std::span<const std::byte> bytes);
// Nothing when the text is not exactly what `base64` writes for some bytes.
std::optional<Bytes> parse_base64(std::string_view text);

}  // namespace ducha::record
