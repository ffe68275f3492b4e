#include "tools/render/width.h"

#include <utf8proc.h>

namespace ducha::tools {
namespace {

constexpr utf8proc_int32_t replacement = 0xFFFD;
constexpr std::string_view replacement_utf8 = "\xEF\xBF\xBD";
constexpr std::string_view ellipsis = "…";

struct Character {
  utf8proc_int32_t point;
  std::string_view bytes;  // as they stand in the text, valid or not
  bool valid;
};

// Takes the first character off `rest`, which is not empty.
Character take_character(std::string_view& rest) {
  const auto* const bytes = reinterpret_cast<const utf8proc_uint8_t*>(rest.data());
  utf8proc_int32_t point = replacement;
  const auto length = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(rest.size()), &point);
  const bool valid = length > 0;
  const Character character{valid ? point : replacement, rest.substr(0, valid ? static_cast<std::size_t>(length) : 1),
                            valid};
  rest.remove_prefix(character.bytes.size());
  return character;
}

std::size_t point_width(utf8proc_int32_t point) { return static_cast<std::size_t>(utf8proc_charwidth(point)); }

// What East Asian fonts may set wide and terminals set narrow: · × ÷ °, “ ” — …, arrows, numbers in circles.
std::size_t printed_point_width(utf8proc_int32_t point) {
  const bool ambiguous = point == 0xB0 || point == 0xB7 || point == 0xD7 || point == 0xF7 ||
                         (point >= 0x2010 && point <= 0x205E) || (point >= 0x2190 && point <= 0x21FF) ||
                         (point >= 0x2460 && point <= 0x24FF);
  return ambiguous ? 2 : point_width(point);
}

template <class Width>
std::size_t width_of(std::string_view utf8, Width width_of_point) {
  std::size_t width = 0;
  while (!utf8.empty()) width += width_of_point(take_character(utf8).point);
  return width;
}

template <class Width>
std::string cut(std::string_view utf8, std::size_t columns, Width width_of_point) {
  if (width_of(utf8, width_of_point) <= columns) return std::string{utf8};
  const auto needed = width_of(ellipsis, width_of_point);
  if (columns < needed) return {};
  std::string kept;
  std::size_t left = columns - needed;
  for (auto rest = utf8; !rest.empty();) {
    const auto character = take_character(rest);
    const auto width = width_of_point(character.point);
    if (width > left) break;
    left -= width;
    kept += character.bytes;
  }
  return kept.append(ellipsis);
}

bool breaks_the_line(utf8proc_int32_t point) {
  const auto category = utf8proc_category(point);
  return category == UTF8PROC_CATEGORY_CC || category == UTF8PROC_CATEGORY_ZL || category == UTF8PROC_CATEGORY_ZP;
}

bool turns_direction(utf8proc_int32_t point) {
  return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069) || point == 0x200E ||
         point == 0x200F || point == 0x061C;
}

// Marks that may not begin a line.
bool closes(utf8proc_int32_t point) {
  constexpr std::u32string_view marks = U"，。、；：？！）》」』】〕”’…,.;:?!)]}%";
  return marks.find(static_cast<char32_t>(point)) != std::u32string_view::npos;
}

// Letters and digits, which are words; Chinese may be broken anywhere.
bool is_narrow(std::string_view utf8) {
  while (!utf8.empty()) {
    if (point_width(take_character(utf8).point) > 1) return false;
  }
  return true;
}

std::string blanks(std::string_view utf8, std::size_t columns) {
  const auto width = display_width(utf8);
  return std::string(columns > width ? columns - width : 0, ' ');
}

}  // namespace

std::size_t display_width(std::string_view utf8) { return width_of(utf8, point_width); }
std::string cut_to_width(std::string_view utf8, std::size_t columns) { return cut(utf8, columns, point_width); }

std::size_t printed_width(std::string_view utf8) { return width_of(utf8, printed_point_width); }
std::string cut_to_printed(std::string_view utf8, std::size_t columns) {
  return cut(utf8, columns, printed_point_width);
}

std::string pad_right(std::string_view utf8, std::size_t columns) { return std::string{utf8} + blanks(utf8, columns); }

std::string pad_left(std::string_view utf8, std::size_t columns) { return blanks(utf8, columns) + std::string{utf8}; }

std::vector<std::string> wrapped(std::string_view utf8, std::size_t columns) {
  std::vector<std::string> lines;
  std::string line;
  std::size_t width = 0;
  std::size_t last = 0;   // where the line's last character begins
  std::size_t blank = 0;  // where the text after its last blank begins
  while (!utf8.empty()) {
    const auto character = take_character(utf8);
    const auto own = point_width(character.point);
    if (width + own > columns && !line.empty()) {
      // What goes down with the character: the one before a closing mark, a word begun on this line with its mark.
      auto from = line.size();
      if (closes(character.point)) from = last;
      if (blank > 0 && is_narrow(std::string_view{line}.substr(blank))) from = blank;
      auto next = from > 0 && character.point != ' ' ? line.substr(from) : std::string{};
      line.resize(line.size() - next.size());
      line.erase(line.find_last_not_of(' ') + 1);
      lines.push_back(std::move(line));
      line = std::move(next);
      width = display_width(line);
      last = blank = 0;
      if (character.point == ' ') continue;
    }
    last = line.size();
    line += character.bytes;
    width += own;
    if (character.point == ' ') blank = line.size();
  }
  if (!line.empty()) lines.push_back(std::move(line));
  return lines;
}

std::string repaired(std::string_view utf8) {
  std::string text;
  text.reserve(utf8.size());
  while (!utf8.empty()) {
    const auto character = take_character(utf8);
    text += character.valid ? character.bytes : replacement_utf8;
  }
  return text;
}

std::string one_line(std::string_view utf8) {
  std::string line;
  line.reserve(utf8.size());
  while (!utf8.empty()) {
    const auto character = take_character(utf8);
    if (turns_direction(character.point)) continue;
    if (breaks_the_line(character.point)) {
      line += ' ';
    } else {
      line += character.valid ? character.bytes : replacement_utf8;
    }
  }
  return line;
}

}  // namespace ducha::tools
