#include "tools/render/markdown.h"

#include <ostream>

#include <fmt/format.h>

#include "tools/render/cells.h"
#include "tools/render/frame.h"
#include "tools/render/totals.h"
#include "tools/render/words.h"

namespace ducha::tools {
namespace {

// The text with a backslash before whatever would end the cell or begin markup.
std::string escaped(std::string_view text) {
  constexpr std::string_view markup = "\\|`*_~<>[]&";
  std::string result;
  result.reserve(text.size());
  for (const char c : text) {
    if (markup.find(c) != std::string_view::npos) result += '\\';
    result += c;
  }
  return result;
}

std::string on_one_line(const std::vector<std::string>& parts, Language language) {
  return escaped(fmt::format("{}", fmt::join(parts, in(language, "，", ", "))));
}

void put_table(const reports::Report& report, Language language, std::ostream& out) {
  for (const auto& column : report.columns) out << "| " << escaped(in(language, column.zh, column.en)) << ' ';
  out << "|\n";
  for (const auto& column : report.columns) out << (column.align == reports::Align::right ? "| ---: " : "| --- ");
  out << "|\n";
  for (const auto& row : report.rows) {
    for (const auto& cell : row) out << "| " << escaped(shown(cell, language)) << ' ';
    out << "|\n";
  }
  if (const auto all = sums(report); !all.empty()) {
    for (std::size_t i = 0; i < all.size(); ++i) {
      const bool none = std::holds_alternative<std::monostate>(all[i]);
      out << "| " << (none ? i == 0 ? in(language, "**合计**", "**Total**") : "" : escaped(shown(all[i], language)))
          << ' ';
    }
    out << "|\n";
  }
}

void put_rows(const reports::Report& report, Language language, std::ostream& out) {
  if (report.rows.empty()) {
    out << nothing_to_report(language) << '\n';
  } else {
    put_table(report, language, out);
  }
  for (const auto& line : counts(report, language)) out << '\n' << escaped(line) << '\n';
}

}  // namespace

void render_markdown(const reports::Report& report, Language language, std::ostream& out) {
  out << "## " << escaped(title(report, language)) << "\n\n";
  if (!report.asked.empty()) out << on_one_line(question(report, language), language) << "\n\n";
  put_rows(report, language, out);
  for (const auto& part : report.parts) {
    out << "\n### " << escaped(title(part, language)) << "\n\n";
    put_rows(part, language, out);
  }
  for (const auto& note : report.notes) out << '\n' << escaped(in(language, note.zh, note.en)) << '\n';
  out << '\n' << on_one_line(basis(report, language), language) << "\n\n`" << digest(report) << "`\n";
}

}  // namespace ducha::tools
