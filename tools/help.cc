#include "tools/help.h"

#include <algorithm>
#include <numeric>

#include "tools/render/width.h"

namespace ducha::tools {
namespace {

constexpr std::size_t indent = 2;
constexpr std::size_t gap = 2;
constexpr std::size_t word_max = 26;  // a longer word has its meaning on the next line

void put_rows(const HelpGroup& group, std::size_t column, std::size_t width, std::string& out) {
  const auto room = width > column + 20 ? width - column : 20;
  for (const auto& row : group.rows) {
    out += std::string(indent, ' ') + row.word;
    auto used = indent + display_width(row.word);
    for (const auto& line : wrapped(row.meaning, room)) {
      if (used + gap > column) out += "\n", used = 0;
      out += std::string(column - used, ' ') + line;
      used = column + gap;  // the next one goes below
    }
    out += '\n';
  }
}

// In as many columns as there is room for, read downwards.
void put_packed(const HelpGroup& group, std::size_t width, std::string& out) {
  std::vector<std::string> cells;
  std::size_t word = 0;
  for (const auto& row : group.rows) word = std::max(word, display_width(row.word));
  for (const auto& row : group.rows) cells.push_back(pad_right(row.word, word) + " " + row.meaning);

  std::size_t lines = 1;
  std::vector<std::size_t> widths;  // by column
  for (; lines < cells.size(); ++lines) {
    widths.assign((cells.size() + lines - 1) / lines, 0);
    for (std::size_t i = 0; i < cells.size(); ++i)
      widths[i / lines] = std::max(widths[i / lines], display_width(cells[i]));
    if (std::accumulate(widths.begin(), widths.end(), indent + gap * (widths.size() - 1)) <= width) break;
  }
  for (std::size_t line = 0; line < lines; ++line) {
    std::string text(indent, ' ');
    for (std::size_t at = line; at < cells.size(); at += lines)
      text += at + lines < cells.size() ? pad_right(cells[at], widths[at / lines] + gap) : cells[at];
    out += text + '\n';
  }
}

}  // namespace

std::string text_of(const HelpPage& page, std::size_t width) {
  width = std::max<std::size_t>(width, 40);
  std::string out;
  for (const auto& line : wrapped(page.about, width)) out += line + '\n';
  out += '\n' + page.usage_title + page.usage + '\n';
  std::size_t column = 0;
  for (const auto& group : page.groups) {
    if (group.packed) continue;
    for (const auto& row : group.rows)
      if (const auto word = display_width(row.word); word <= word_max) column = std::max(column, indent + word + gap);
  }
  for (const auto& group : page.groups) {
    if (group.rows.empty()) continue;
    out += '\n' + group.title + '\n';
    if (group.packed)
      put_packed(group, width, out);
    else
      put_rows(group, column == 0 ? indent + word_max + gap : column, width, out);
  }
  if (!page.footer.empty()) out += '\n' + page.footer + '\n';
  return out;
}

}  // namespace ducha::tools
