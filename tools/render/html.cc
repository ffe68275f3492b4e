#include "tools/render/html.h"

#include <algorithm>
#include <ostream>
#include <set>

#include <fmt/format.h>

#include "tools/render/cells.h"
#include "tools/render/drawing.h"
#include "tools/render/frame.h"
#include "tools/render/html_story.h"
#include "tools/render/html_style.h"
#include "tools/render/html_table.h"
#include "tools/render/markup.h"
#include "tools/render/meanings.h"
#include "tools/render/paper.h"
#include "tools/render/svg.h"
#include "tools/render/totals.h"
#include "tools/render/words.h"

namespace ducha::tools {
namespace {

using reports::Report;

void put_list(std::string_view style, const std::vector<std::string>& parts, std::ostream& out) {
  if (parts.empty()) return;
  out << "<ul class=\"" << style << "\">";
  for (const auto& part : parts) out << "<li>" << escaped_html(part) << "</li>";
  out << "</ul>\n";
}

void put_style(const Report& report, Language language, std::ostream& out) {
  out << "<style>" << html_style;
  // The colours of words, each a rule: a cell names its word.
  for (const auto& term : terms())
    if (const auto paint = paint_of(term.name))
      out << "i." << term.name << "{background:" << css_colour(paint->fill) << "}.edge." << term.name
          << "{--edge:" << css_colour(paint->fill) << "}\n";
  out << "@media print{@page{size:A4 " << (is_wide(report) ? "landscape" : "portrait") << "}}\n";
  if (report.shape == reports::Shape::table) put_table_style(report, "r", language, out);
  for (std::size_t i = 0; i < report.parts.size(); ++i)
    put_table_style(report.parts[i], fmt::format("r{}", i + 1), language, out);
  out << "</style>\n";
}

// Pictures, table, and what is counted below it.
void put_body(const Report& report, const std::string& id, Language language, std::ostream& out) {
  if (report.timeline) put_timeline(*report.timeline, language, out);
  for (const auto& drawing : drawings(report, language)) put_drawing(drawing, language, out);
  if (report.columns.empty()) return;
  if (report.rows.empty()) {
    out << "<p class=\"empty\">" << nothing_to_report(language) << "</p>\n";
  } else if (report.shape == reports::Shape::story) {
    put_story_list(report, language, out);
  } else {
    put_html_table(report, id, language, out);
  }
  put_list("counts", counts(report, language), out);
}

void put_meanings(const Report& report, Language language, std::ostream& out) {
  if (report.shape == reports::Shape::story) return;
  std::set<std::string> said;
  std::string list;
  const auto add = [&](const Report& of) {
    for (const auto i : seen_columns(of)) {
      const auto& column = of.columns[i];
      const auto meaning = meaning_of(of.name, column.name, language);
      const auto head = std::string(in(language, column.zh, column.en));
      if (meaning.empty() || !said.insert(head + std::string(meaning)).second) continue;
      list += "<dt>" + escaped_html(head) + "</dt><dd>" + escaped_html(meaning) + "</dd>\n";
    }
  };
  add(report);
  for (const auto& part : report.parts) add(part);
  if (list.empty()) return;
  out << "<details><summary>" << in(language, "各栏含义", "What the columns mean")
      << "</summary>\n<dl class=\"meanings\">" << list << "</dl></details>\n";
}

}  // namespace

void render_html(const Report& report, Language language, std::ostream& out) {
  const auto name = escaped_html(title(report, language));
  out << "<!DOCTYPE html>\n<html lang=\"" << in(language, "zh-CN", "en") << "\">\n<head>\n<meta charset=\"utf-8\">\n"
      << "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n<title>" << name << " "
      << to_string(report.footer.on) << "</title>\n";
  put_style(report, language, out);
  out << "</head>\n<body>\n<main>\n<header>\n<h1>" << name << "</h1>\n";
  auto asked = question(report, language);
  const auto as_of = basis(report, language);
  asked.push_back(as_of.front());
  put_list("asked", asked, out);
  out << "</header>\n";
  put_body(report, "r", language, out);
  for (std::size_t i = 0; i < report.parts.size(); ++i) {
    const auto& part = report.parts[i];
    out << "<section>\n<h2>" << escaped_html(title(part, language)) << "</h2>\n";
    put_list("asked", question(part, language), out);
    put_body(part, fmt::format("r{}", i + 1), language, out);
    out << "</section>\n";
  }
  for (const auto& note : report.notes)
    out << "<p class=\"note\">" << escaped_html(in(language, note.zh, note.en)) << "</p>\n";
  put_meanings(report, language, out);
  out << "<footer>\n";
  put_list("basis", as_of, out);
  out << "<code>" << escaped_html(digest(report)) << "</code>\n</footer>\n</main>\n</body>\n</html>\n";
}

}  // namespace ducha::tools
