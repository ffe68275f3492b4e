#include "tools/import/csv_cell.h"

#include <algorithm>
#include <array>

namespace ducha::tools {
namespace {

// A Chinese office's spreadsheet takes the full-width signs for the half-width ones.
constexpr std::array<std::string_view, 10> formula_beginnings{"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"};

bool begins_like_formula(std::string_view text) {
  return std::any_of(formula_beginnings.begin(), formula_beginnings.end(),
                     [text](std::string_view beginning) { return text.starts_with(beginning); });
}

std::string_view without_apostrophes(std::string_view text) {
  return text.substr(std::min(text.find_first_not_of('\''), text.size()));
}

}  // namespace

std::string guarded(std::string_view text) {
  return (begins_like_formula(without_apostrophes(text)) ? "'" : "") + std::string(text);
}

std::string_view unguarded(std::string_view cell) {
  if (cell.starts_with('\'') && begins_like_formula(without_apostrophes(cell))) cell.remove_prefix(1);
  return cell;
}

std::string csv_field(std::string_view text, char delimiter) {
  if (text.find_first_of("\"\r\n") == std::string_view::npos && text.find(delimiter) == std::string_view::npos)
    return std::string(text);
  std::string field = "\"";
  for (const char letter : text) {
    if (letter == '"') field += '"';
    field += letter;
  }
  return field + '"';
}

}  // namespace ducha::tools
