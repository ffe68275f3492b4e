#include "tools/import/text.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <new>

#include <simdjson.h>
#include <utf8proc.h>

namespace ducha::tools {
namespace {

constexpr char32_t replacement = 0xFFFD;

struct Point {
  char32_t value;
  std::size_t bytes;
};

// Of a text that is not empty.
Point first_point(std::string_view utf8) {
  const auto byte = [&](std::size_t at) { return static_cast<std::uint32_t>(static_cast<unsigned char>(utf8[at])); };
  const auto follows = [&](std::size_t at) { return (byte(at) & 0xC0U) == 0x80U; };
  // Nearly all there is: ASCII, and characters of three bytes whose first byte leaves nothing to look out for (E0
  // has forms that are too long, ED the surrogates). The library sees to the rest; a call each would cost more than
  // all else that is done with a character.
  if (byte(0) < 0x80) return {byte(0), 1};
  if (byte(0) > 0xE0 && byte(0) < 0xF0 && byte(0) != 0xED && utf8.size() >= 3 && follows(1) && follows(2))
    return {(byte(0) & 0x0FU) << 12 | (byte(1) & 0x3FU) << 6 | (byte(2) & 0x3FU), 3};
  utf8proc_int32_t value = -1;
  const auto bytes = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(utf8.data()),
                                      static_cast<utf8proc_ssize_t>(utf8.size()), &value);
  if (bytes <= 0) return {replacement, 1};
  return {static_cast<char32_t>(value), static_cast<std::size_t>(bytes)};
}

// Blocks whose every character is a starter that composes with nothing in these blocks. Nearly all
// Chinese text lies within them and is in NFC as it stands.
bool always_nfc(char32_t point) {
  return point < 0x300 || (point >= 0x2010 && point <= 0x2027) || (point >= 0x3000 && point <= 0x3029) ||
         (point >= 0x4E00 && point <= 0x9FFF) || (point >= 0xFF01 && point <= 0xFF5E);
}

// So many bytes are looked at together.
using Eight = std::uint64_t;
constexpr Eight each_high = 0x8080808080808080U, each_low = 0x0101010101010101U;

Eight eight_at(std::string_view utf8) {
  Eight bytes = 0;
  std::memcpy(&bytes, utf8.data(), sizeof bytes);
  return bytes;
}

// E4 B8 80 to E9 BF BF are U+4E00 to U+9FFF, which are always in NFC: nearly all there is besides ASCII.
bool plain_chinese(const unsigned char* at) {
  return at[0] >= 0xE4 && at[0] <= 0xE9 && (at[1] & 0xC0U) == 0x80U && (at[2] & 0xC0U) == 0x80U &&
         (at[0] > 0xE4 || at[1] >= 0xB8);
}

bool surely_nfc(std::string_view utf8) {
  while (!utf8.empty()) {
    if (utf8.size() >= sizeof(Eight) && (eight_at(utf8) & each_high) == 0) {
      utf8.remove_prefix(sizeof(Eight));
      continue;
    }
    const auto* at = reinterpret_cast<const unsigned char*>(utf8.data());
    if (utf8.size() >= 3 && plain_chinese(at)) {
      utf8.remove_prefix(3);
      continue;
    }
    const auto point = first_point(utf8);
    if (!always_nfc(point.value)) return false;
    utf8.remove_prefix(point.bytes);
  }
  return true;
}

}  // namespace

std::u32string to_points(std::string_view utf8) {
  std::u32string points;
  points.reserve(utf8.size());
  while (!utf8.empty()) {
    const auto point = first_point(utf8);
    points.push_back(point.value);
    utf8.remove_prefix(point.bytes);
  }
  return points;
}

std::string to_utf8(std::u32string_view points) {
  std::string utf8;
  utf8.reserve(points.size() * 3);
  for (const char32_t point : points) {
    if (point < 0x80) {
      utf8 += static_cast<char>(point);
      continue;
    }
    utf8proc_uint8_t bytes[4];
    const auto count = utf8proc_encode_char(static_cast<utf8proc_int32_t>(point), bytes);
    utf8.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(count));
  }
  return utf8;
}

// The bytes that continue none.
std::size_t count_points_of_valid(std::string_view utf8) {
  std::size_t count = 0;
  for (; utf8.size() >= sizeof(Eight); utf8.remove_prefix(sizeof(Eight))) {
    const Eight bytes = eight_at(utf8);
    count += ((~bytes >> 7 | bytes >> 6) & each_low) * each_low >> 56;
  }
  for (const char byte : utf8) count += (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
  return count;
}

std::size_t count_points(std::string_view utf8) {
  if (simdjson::validate_utf8(utf8)) return count_points_of_valid(utf8);
  std::size_t count = 0;
  for (; !utf8.empty(); ++count) utf8.remove_prefix(first_point(utf8).bytes);
  return count;
}

bool holds_control(std::string_view text) {
  // A borrow in their highest bits tells that one of them is below 0x20, or that one before it is.
  constexpr Eight each_space = 0x20 * each_low;
  while (text.size() >= sizeof(Eight) && ((eight_at(text) - each_space) & ~eight_at(text) & each_high) == 0)
    text.remove_prefix(sizeof(Eight));
  return std::any_of(text.begin(), text.end(), [](char each) {
    return static_cast<unsigned char>(each) < 0x20 && each != '\n' && each != '\r' && each != '\t';
  });
}

std::string to_nfc(std::string_view utf8) {
  if (surely_nfc(utf8)) return std::string(utf8);
  utf8proc_uint8_t* mapped = nullptr;
  const auto size =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(utf8.data()), static_cast<utf8proc_ssize_t>(utf8.size()),
                   &mapped, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
  if (size == UTF8PROC_ERROR_NOMEM) throw std::bad_alloc();
  if (size < 0) return to_nfc(to_utf8(to_points(utf8)));  // not UTF-8: mapped once what can be read
  std::string result(reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(size));
  std::free(mapped);
  return result;
}

// Many bytes at a time: whether each may stand before the two that follow it. There is no branch in it, so that it is
// done in whole registers.
bool surely_nfc_of_valid(std::string_view utf8) {
  using Byte = std::uint8_t;
  const auto in = [](Byte byte, Byte from, Byte to) { return Byte{static_cast<Byte>(byte - from) <= to - from}; };
  const auto is = [](Byte byte, Byte it) { return Byte{byte == it}; };
  const auto fits = [&](const Byte* at) {
    const Byte a = at[0], b = at[1], c = at[2];
    return in(a, 0, 0xCB) |                                         // below U+0300; or not the first byte
           in(a, 0xE5, 0xE9) | (is(a, 0xE4) & in(b, 0xB8, 0xFF)) |  // U+4E00 to U+9FFF
           (is(a, 0xE3) & is(b, 0x80) & in(c, 0, 0xA9)) |           // U+3000 to U+3029
           (is(a, 0xE2) & is(b, 0x80) & in(c, 0x90, 0xA7)) |        // U+2010 to U+2027
           (is(a, 0xEF) & ((is(b, 0xBC) & in(c, 0x81, 0xFF)) | (is(b, 0xBD) & in(c, 0, 0x9E))));  // U+FF01 to U+FF5E
  };
  constexpr std::size_t many = 64, before = 2;
  const auto* at = reinterpret_cast<const Byte*>(utf8.data());
  std::size_t i = 0;
  for (; i + many + before <= utf8.size(); i += many) {
    Byte fitting = 1;
    for (std::size_t each = 0; each < many; ++each) fitting &= static_cast<Byte>(fits(at + i + each));
    if (!fitting) return false;
  }
  // What is left begins where a character does.
  while (i < utf8.size() && (at[i] & 0xC0U) == 0x80U) ++i;
  return surely_nfc(utf8.substr(i));
}

std::string_view in_nfc(std::string_view utf8, std::string& room) {
  return surely_nfc_of_valid(utf8) ? utf8 : room = to_nfc(utf8);
}

bool is_space(char32_t point) {
  if (point >= U'\t' && point <= U'\r') return true;
  if (point < 0x80) return point == U' ';
  if (point > 0x3000 && point < 0xFE00) return false;  // Chinese, and all its neighbours
  if (point == 0x85 || point == 0x200B || point == 0x2060 || point == 0xFEFF) return true;
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(point));
  return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL || category == UTF8PROC_CATEGORY_ZP;
}

std::string_view trimmed(std::string_view utf8) {
  // Nearly every cell begins and ends with something that is plainly no space.
  const auto plain = [](char byte) { return byte > ' ' && byte < 0x7F; };
  while (!utf8.empty() && !plain(utf8.front())) {
    const auto point = first_point(utf8);
    if (!is_space(point.value)) break;
    utf8.remove_prefix(point.bytes);
  }
  while (!utf8.empty() && !plain(utf8.back())) {
    auto start = utf8.size() - 1;
    while (start > 0 && (static_cast<unsigned char>(utf8[start]) & 0xC0U) == 0x80U) --start;
    if (!is_space(first_point(utf8.substr(start)).value)) break;
    utf8.remove_suffix(utf8.size() - start);
  }
  return utf8;
}

std::u32string_view trimmed(std::u32string_view points) {
  while (!points.empty() && is_space(points.front())) points.remove_prefix(1);
  while (!points.empty() && is_space(points.back())) points.remove_suffix(1);
  return points;
}

std::string without_spaces(std::string_view utf8) {
  auto points = to_points(utf8);
  std::erase_if(points, is_space);
  return to_utf8(points);
}

char32_t half_width(char32_t point) {
  if (point >= 0xFF01 && point <= 0xFF5E) return point - 0xFF01 + U'!';
  return point == 0x3000 ? U' ' : point;
}

std::u32string half_width(std::u32string_view points) {
  std::u32string result(points);
  for (auto& point : result) point = half_width(point);
  return result;
}

std::string half_width(std::string_view utf8) { return to_utf8(half_width(to_points(utf8))); }

std::string_view first_points(std::string_view utf8, std::size_t points_max) {
  if (utf8.size() <= points_max || (utf8.size() <= 4 * points_max && count_points(utf8) <= points_max)) return utf8;
  std::size_t bytes = 0;
  for (std::size_t count = 0; count < points_max && bytes < utf8.size(); ++count) {
    bytes += first_point(utf8.substr(bytes)).bytes;
  }
  return utf8.substr(0, bytes);
}

std::optional<Line> LineScan::next() {
  if (rest_.empty()) return std::nullopt;
  // Where no LF is, it is looked for once, not again for every line that a CR ends.
  if (feed_ < rest_.data()) feed_ = rest_.data() + std::min(rest_.find('\n'), rest_.size());
  const std::string_view fed(rest_.data(), static_cast<std::size_t>(feed_ - rest_.data()));
  const auto end = std::min(fed.find('\r'), fed.size());
  auto after = end;
  if (after < rest_.size()) after += rest_.substr(after).starts_with("\r\n") ? 2 : 1;
  const Line line{++number_, rest_.substr(0, end), rest_.substr(0, after)};
  rest_.remove_prefix(after);
  return line;
}

}  // namespace ducha::tools
