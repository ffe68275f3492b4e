#include "tools/import/workbook/number_format.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <string>

#include <fmt/core.h>

namespace ducha::tools::workbook {
namespace {

using Shows = NumberFormat::Shows;

// A format's first section, without what is only printed: quoted and escaped characters, colours, locales, fillers.
std::string pattern_of(std::string_view code) {
  std::string pattern;
  for (std::size_t at = 0; at < code.size(); ++at) {
    const char sign = code[at];
    if (sign == ';') break;
    if (sign == '"') {
      at = std::min(code.find('"', at + 1), code.size());
    } else if (sign == '\\' || sign == '_' || sign == '*') {
      ++at;
    } else if (sign == '[') {
      const auto end = std::min(code.find(']', at), code.size());
      const auto inside = code.substr(at + 1, end - at - 1);
      // [h]:mm counts hours: the one bracket that is part of the pattern.
      if (!inside.empty() && inside.find_first_not_of("hHmMsS") == std::string_view::npos) pattern += 'h';
      at = end;
    } else {
      pattern += sign >= 'A' && sign <= 'Z' ? static_cast<char>(sign + ('a' - 'A')) : sign;
    }
  }
  return pattern;
}

void drop(std::string& pattern, std::string_view word) {
  for (auto at = pattern.find(word); at != std::string::npos; at = pattern.find(word)) pattern.erase(at, word.size());
}

// e is a year in Chinese and Japanese formats (e/m/d), an exponent in 0.00E+00.
bool has_year(std::string_view pattern) {
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    if (pattern[at] == 'y') return true;
    const bool exponent = at + 1 < pattern.size() && (pattern[at + 1] == '+' || pattern[at + 1] == '-');
    if (pattern[at] == 'e' && !exponent) return true;
  }
  return false;
}

std::optional<double> number_of(std::string_view stored) {
  double value = 0;
  if (stored.starts_with('+')) stored.remove_prefix(1);
  const auto [stop, error] = std::from_chars(stored.data(), stored.data() + stored.size(), value);
  if (error != std::errc{} || stop != stored.data() + stored.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

// As Excel shows it: 15 digits count. 0.1 + 0.2 is 0.3 to everybody who looks at the sheet.
std::string decimal(double value) {
  constexpr double plain_max = 1e21;
  const double shown = *number_of(fmt::format("{:.15g}", value));
  if (std::abs(shown) >= plain_max || (shown != 0 && std::abs(shown) < 1e-15)) return fmt::format("{}", shown);
  char room[64];
  const auto end = std::to_chars(room, room + sizeof room, shown, std::chars_format::fixed).ptr;
  std::string text(room, end);
  return text == "-0" ? "0" : text;
}

std::string with_zeros(std::string digits, std::size_t width) {
  if (digits.find_first_not_of("0123456789") == std::string::npos && digits.size() < width)
    digits.insert(0, width - digits.size(), '0');
  return digits;
}

constexpr int serial_max = 2'958'465;  // 9999-12-31, where Excel's own calendar ends
constexpr int false_leap_day = 60;

// Nothing for a number that names no day of the workbook's calendar.
std::optional<Day> day_of_serial(double value, Epoch epoch) {
  if (!(value >= 0 && value < serial_max + 1.0)) return std::nullopt;
  const auto serial = static_cast<int>(value);
  if (epoch == Epoch::from_1904) return *day_of({1904, 1, 1}) + serial;
  if (serial == 0 || serial == false_leap_day) return std::nullopt;
  return *day_of({1899, 12, 31}) + (serial > false_leap_day ? serial - 1 : serial);
}

Cell text_cell(std::string text) { return {Cell::Kind::text, std::move(text), std::nullopt}; }

Cell day_cell(Day day) { return {Cell::Kind::date, to_string(day), day}; }

std::string clock(double value) {
  constexpr int minutes_of_day = 24 * 60;
  const auto minutes = static_cast<int>(std::lround((value - std::floor(value)) * minutes_of_day)) % minutes_of_day;
  return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60);
}

std::optional<Cell> moment_cell(double value, Shows shows, Epoch epoch) {
  if (shows == Shows::time && value >= 0 && value < 1) return text_cell(clock(value));
  if (epoch == Epoch::from_1900 && value >= false_leap_day && value < false_leap_day + 1)
    return text_cell("1900-02-29");
  const auto day = day_of_serial(value, epoch);
  if (!day) return std::nullopt;
  const auto date = civil(*day);
  if (shows == Shows::month && date.day == 1) return text_cell(fmt::format("{}年{}月", date.year, date.month));
  if (shows == Shows::year && date.month == 1 && date.day == 1) return text_cell(fmt::format("{}年", date.year));
  return day_cell(*day);
}

}  // namespace

NumberFormat built_in_format(unsigned number) {
  switch (number) {
    case 9:
    case 10:
      return {Shows::percentage};
    case 14:  // yyyy/m/d in Chinese Excel
    case 15:
    case 16:
    case 22:
    case 28:  // 28 to 31 and 50 to 58: 18.8.30, zh-cn
    case 29:
    case 30:
    case 31:
    case 51:
    case 53:
    case 54:
    case 58:
      return {Shows::day};
    case 17:
    case 27:
    case 36:
    case 50:
    case 52:
    case 57:
      return {Shows::month};
    case 18:
    case 19:
    case 20:
    case 21:
    case 32:
    case 33:
    case 34:
    case 35:
    case 45:
    case 46:
    case 47:
    case 55:
    case 56:
      return {Shows::time};
    default:
      return {};
  }
}

NumberFormat format_of(std::string_view code) {
  auto pattern = pattern_of(code);
  for (const std::string_view word : {"general", "am/pm", "a/p", "上午/下午"}) drop(pattern, word);
  if (!pattern.empty() && pattern.size() < 100 && pattern.find_first_not_of('0') == std::string::npos)
    return {Shows::number, static_cast<std::uint8_t>(pattern.size() > 1 ? pattern.size() : 0)};
  const auto has = [&](std::string_view letters) { return pattern.find_first_of(letters) != std::string::npos; };
  const bool clocked = has("hs");
  if (has("d") || pattern.find("aaa") != std::string::npos) return {Shows::day};
  if (has_year(pattern)) return {clocked ? Shows::day : has("m") ? Shows::month : Shows::year};
  if (clocked) return {Shows::time};
  if (has("m")) return {Shows::month};
  return {has("%") ? Shows::percentage : Shows::number};
}

Cell number_cell(std::string_view stored, NumberFormat format, Epoch epoch) {
  const auto value = number_of(stored);
  if (!value) return text_cell(std::string(stored));
  switch (format.shows) {
    case Shows::day:
    case Shows::month:
    case Shows::year:
    case Shows::time:
      if (auto cell = moment_cell(*value, format.shows, epoch)) return std::move(*cell);
      break;
    case Shows::percentage:
      return {Cell::Kind::number, decimal(*value * 100) + '%', std::nullopt};
    case Shows::number:
      break;
  }
  return {Cell::Kind::number, with_zeros(decimal(*value), format.zeros), std::nullopt};
}

Cell iso_cell(std::string_view stored) {
  constexpr std::size_t day_size = 10;
  if (stored.size() == day_size || (stored.size() > day_size && stored[day_size] == 'T'))
    if (const auto day = parse_day(stored.substr(0, day_size))) return day_cell(*day);
  return text_cell(std::string(stored));
}

}  // namespace ducha::tools::workbook
