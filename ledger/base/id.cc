#include "ledger/base/id.h"

namespace ducha {
namespace {

constexpr std::string_view hex_digits = "0123456789abcdef";

std::optional<unsigned> nibble(char digit) {
  const auto value = hex_digits.find(digit);
  return value == std::string_view::npos ? std::nullopt : std::optional(static_cast<unsigned>(value));
}

}  // namespace

std::string to_hex(const Digest& digest) {
  std::string hex;
  hex.reserve(2 * digest.bytes.size());
  for (const auto byte : digest.bytes) {
    hex += hex_digits[std::to_integer<unsigned>(byte) >> 4];
    hex += hex_digits[std::to_integer<unsigned>(byte) & 15];
  }
  return hex;
}

std::optional<Digest> digest_from_hex(std::string_view text) {
  Digest digest;
  if (text.size() != 2 * digest.bytes.size()) return {};
  for (std::size_t i = 0; i < digest.bytes.size(); ++i) {
    const auto high = nibble(text[2 * i]);
    const auto low = nibble(text[2 * i + 1]);
    if (!high || !low) return {};
    digest.bytes[i] = static_cast<std::byte>(*high << 4 | *low);
  }
  return digest;
}

}  // namespace ducha
