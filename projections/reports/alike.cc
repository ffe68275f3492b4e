#include "projections/reports/alike.h"

#include <algorithm>
#include <array>

namespace ducha::reports {
namespace {

// Titles are in NFC; what is no UTF-8 counts byte by byte.
std::u32string characters(std::string_view text) {
  std::u32string all;
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t size = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
    char32_t character = size == 1 ? lead : lead & (0xFFu >> (size + 1));
    for (std::size_t k = 1; k < size && i + k < text.size(); ++k)
      character = (character << 6) | (static_cast<unsigned char>(text[i + k]) & 0x3Fu);
    all.push_back(character);
    i += size;
  }
  return all;
}

bool has(std::u32string_view among, char32_t character) { return among.find(character) != among.npos; }

bool mark(char32_t character) {
  constexpr std::u32string_view marks = U"、，。；：？！·“”‘’（）《》〈〉【】〔〕—…　";
  if (character < 0x80)
    return !(character >= U'0' && character <= U'9') && !(character >= U'A' && character <= U'Z') &&
           !(character >= U'a' && character <= U'z');
  return has(marks, character);
}

std::u32string bare(std::string_view title) {
  std::u32string text;
  for (auto character : characters(title)) {
    if (character >= U'０' && character <= U'９') character = character - U'０' + U'0';
    if (!mark(character)) text.push_back(character);
  }
  constexpr std::array<std::u32string_view, 9> framing{U"关于", U"推进", U"加快", U"做好", U"开展",
                                                       U"落实", U"加强", U"工作", U"的"};
  for (const auto word : framing)
    for (auto at = text.find(word); at != text.npos; at = text.find(word, at)) text.erase(at, word.size());
  return text;
}

// Digits, and 一二三 … where they count: after 第, before 期, 批, 号 …; elsewhere they are parts of words (统一).
std::u32string numbers_in(const std::u32string& text) {
  constexpr std::u32string_view numerals = U"一二三四五六七八九十百零〇", counters = U"期批号年月日次届季标段轮阶第";
  std::u32string numbers;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool digit = text[i] >= U'0' && text[i] <= U'9';
    if (!digit && !has(numerals, text[i])) continue;
    const auto begin = i;
    while (i + 1 < text.size() && (digit ? text[i + 1] >= U'0' && text[i + 1] <= U'9' : has(numerals, text[i + 1])))
      ++i;
    const bool counts =
        digit || (begin > 0 && text[begin - 1] == U'第') || (i + 1 < text.size() && has(counters, text[i + 1]));
    if (counts) numbers += text.substr(begin, i + 1 - begin) + U' ';
  }
  return numbers;
}

}  // namespace

Likeness likeness_of(std::string_view title) {
  Likeness likeness;
  likeness.text = bare(title);
  likeness.numbers = numbers_in(likeness.text);
  for (std::size_t i = 0; i + 1 < likeness.text.size(); ++i)
    likeness.pairs.push_back((std::uint64_t{likeness.text[i]} << 32) | likeness.text[i + 1]);
  std::sort(likeness.pairs.begin(), likeness.pairs.end());
  return likeness;
}

bool alike(const Likeness& a, const Likeness& b) {
  if (a.numbers != b.numbers || a.text.empty() || b.text.empty()) return false;
  if (a.text == b.text) return true;
  const auto sizes = a.pairs.size() + b.pairs.size();
  // A title of one character has no pairs; no more can be in common than the shorter title has.
  if (sizes == 0 || 10 * std::min(a.pairs.size(), b.pairs.size()) < 3 * sizes) return false;
  std::size_t common = 0;
  for (auto i = a.pairs.begin(), k = b.pairs.begin(); i != a.pairs.end() && k != b.pairs.end();) {
    if (*i == *k)
      ++common, ++i, ++k;
    else
      *i < *k ? ++i : ++k;
  }
  return 10 * common >= 3 * sizes;
}

}  // namespace ducha::reports
