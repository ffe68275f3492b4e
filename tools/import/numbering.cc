#include "tools/import/numbering.h"

#include "tools/import/text.h"

namespace ducha::tools {
namespace {

using View = std::u32string_view;

constexpr View chinese_digits = U"一二三四五六七八九十百〇零";
constexpr View digits = U"0123456789";

std::size_t run_of(View text, View kind, std::size_t run_max) {
  std::size_t length = 0;
  while (length < run_max && length < text.size() && kind.find(text[length]) != View::npos) ++length;
  return length;
}

bool has_at(View text, std::size_t at, View any) { return at < text.size() && any.find(text[at]) != View::npos; }

struct Found {
  NumberStyle style;
  std::size_t number;  // characters of the number
  std::size_t length;  // and with the mark behind it
};

// 第 numeral (条 | 部分 | 章 | 篇 | 节)
std::optional<Found> ordinal(View line) {
  if (!line.starts_with(U'第')) return std::nullopt;
  auto numeral = run_of(line.substr(1), chinese_digits, 5);
  if (numeral == 0) numeral = run_of(line.substr(1), digits, 3);
  if (numeral == 0) return std::nullopt;
  const auto rest = line.substr(1 + numeral);
  const auto upto = 1 + numeral;
  if (rest.starts_with(U'条')) return Found{NumberStyle::article, upto + 1, upto + 1};
  if (rest.starts_with(U"部分")) return Found{NumberStyle::part, upto + 2, upto + 2};
  if (has_at(rest, 0, U"章篇节")) return Found{NumberStyle::part, upto + 1, upto + 1};
  return std::nullopt;
}

// ( numeral ) with numerals of one kind
std::optional<Found> bracketed(View line) {
  if (!line.starts_with(U'(')) return std::nullopt;
  const auto inner = line.substr(1);
  const auto chinese = run_of(inner, chinese_digits, 4);
  if (chinese > 0 && has_at(inner, chinese, U")")) return Found{NumberStyle::chinese_bracket, chinese + 2, chinese + 2};
  const auto digit = run_of(inner, digits, 3);
  if (digit > 0 && has_at(inner, digit, U")")) return Found{NumberStyle::digit_bracket, digit + 2, digit + 2};
  return std::nullopt;
}

// numeral (、 | .) ; digits also before ) ; a point before a digit is a decimal one
std::optional<Found> bare(View line) {
  const auto chinese = run_of(line, chinese_digits, 4);
  if (chinese > 0 && has_at(line, chinese, U"、.")) return Found{NumberStyle::chinese, chinese, chinese + 1};
  const auto digit = run_of(line, digits, 3);
  if (digit == 0) return std::nullopt;
  if (has_at(line, digit, U")")) return Found{NumberStyle::digit_half, digit + 1, digit + 1};
  if (!has_at(line, digit, U"、.") || has_at(line, digit + 1, digits)) return std::nullopt;
  return Found{NumberStyle::digit, digit, digit + 1};
}

// Numbers that are one character: ① ⑴ ⒈
std::optional<Found> composed(View line) {
  if (line.empty()) return std::nullopt;
  const auto point = line.front();
  if (point >= U'①' && point <= U'⑳') return Found{NumberStyle::circled, 1, 1};
  if (point >= U'⑴' && point <= U'⒇') return Found{NumberStyle::digit_bracket, 1, 1};
  if (point >= U'⒈' && point <= U'⒛') return Found{NumberStyle::digit, 1, 1};
  return std::nullopt;
}

}  // namespace

std::optional<Numbering> read_numbering(View line) {
  const auto folded = half_width(line);
  auto found = ordinal(folded);
  if (!found) found = bracketed(folded);
  if (!found) found = bare(folded);
  if (!found) found = composed(folded);
  if (!found) return std::nullopt;
  auto length = found->length;
  // A mark may follow the brackets too: (一)、
  if (has_at(folded, length, U"、.") && found->length == found->number) ++length;
  while (length < line.size() && is_space(line[length])) ++length;
  return Numbering{found->style, to_utf8(line.substr(0, found->number)), length};
}

}  // namespace ducha::tools
