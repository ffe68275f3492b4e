#include "tools/render/html_table.h"

#include <algorithm>
#include <optional>
#include <ostream>

#include "tools/render/cells.h"
#include "tools/render/frame.h"
#include "tools/render/markup.h"
#include "tools/render/palette.h"
#include "tools/render/paper.h"
#include "tools/render/totals.h"
#include "tools/render/words.h"

namespace ducha::tools {
namespace {

using reports::Align;
using reports::Cell;
using reports::Report;

// With so few a phone has room for the table as it is.
constexpr std::size_t few_columns = 4;
// Columns of text: what is never broken, what a paragraph needs, and a table that need not fill the page.
constexpr std::size_t unbroken_max = 24, paragraph_min = 48, narrow_table_max = 84, column_padding = 3;

// How the cells of a column are set.
std::string_view style_of(const reports::Column& column, const ColumnContent& content) {
  if (column.align == Align::right) return "n";
  if (content.days) return "d";
  if (content.natural <= unbroken_max) return "w";
  // Names in a row are broken between them.
  if (content.lists) return "l";
  return content.natural < paragraph_min ? "s" : "t";
}

// What stands in a cell for people. A yes or a no among signs is a yes or nothing.
std::string text_of(const Cell& cell, Language language) {
  if (const auto* yes = std::get_if<bool>(&cell)) return *yes ? std::string(in(language, "是", "yes")) : std::string();
  const auto text = escaped_html(shown(cell, language));
  const auto* word = std::get_if<reports::Word>(&cell);
  if (word && paint_of(word->name)) return "<i class=\"" + std::string(word->name) + "\"></i>" + text;
  return text == "-" ? std::string() : text;
}

void put_cell(std::string_view element, std::string_view style, const std::string& text, std::ostream& out) {
  // "x": on a phone a cell without text is left out.
  const std::string_view empty = text.empty() && element == "td" ? "x" : "";
  out << '<' << element;
  if (element != "td") out << " scope=\"row\"";
  if (!style.empty() || !empty.empty())
    out << " class=\"" << style << (style.empty() || empty.empty() ? "" : " ") << empty << '"';
  out << '>' << text << "</" << element << '>';
}

// The row's light at its edge, which stays in sight when a wide table is moved; the column has it as a word.
std::string edge_of(const std::vector<Cell>& row, std::optional<std::size_t> light) {
  if (!light || *light == 0) return {};
  const auto* word = std::get_if<reports::Word>(&row[*light]);
  return word && paint_of(word->name) ? " class=\"edge " + std::string(word->name) + '"' : std::string();
}

// Said on paper only: what the screen shows beside.
void put_unprinted(const Report& report, const std::vector<std::size_t>& columns, Language language,
                   std::ostream& out) {
  const auto printed = paper_columns(report);
  std::string names;
  for (const auto i : columns) {
    if (std::find(printed.begin(), printed.end(), i) != printed.end()) continue;
    if (!names.empty()) names += in(language, "、", ", ");
    names += escaped_html(in(language, report.columns[i].zh, report.columns[i].en));
  }
  if (!names.empty())
    out << "<p class=\"paper\">" << in(language, "纸面从略的栏：", "Columns not printed: ") << names << "</p>\n";
}

void put_foot(const Report& report, const std::vector<std::size_t>& columns,
              const std::vector<std::string_view>& styles, Language language, std::ostream& out) {
  const auto all = sums(report);
  if (all.empty()) return;
  out << "<tfoot><tr>";
  for (std::size_t nth = 0; nth < columns.size(); ++nth) {
    const auto i = columns[nth];
    if (nth == 0) {
      put_cell("th", "", std::string(in(language, "合计", "Total")), out);
      continue;
    }
    const bool none = std::holds_alternative<std::monostate>(all[i]);
    put_cell("td", none ? "" : styles[nth], none ? "" : text_of(all[i], language), out);
  }
  out << "</tr></tfoot>\n";
}

void put_labels(const Report& report, const std::vector<std::size_t>& columns, const std::string& id, Language language,
                std::ostream& out) {
  out << "@media (max-width:700px){";
  for (std::size_t nth = 0; nth < columns.size(); ++nth) {
    const auto& column = report.columns[columns[nth]];
    out << '#' << id << " tr>:nth-child(" << nth + 1
        << ")::before{content:" << css_string(in(language, column.zh, column.en)) << "}\n";
  }
  out << "}\n";
}

}  // namespace

void put_html_table(const Report& report, const std::string& id, Language language, std::ostream& out) {
  const auto columns = seen_columns(report);
  const auto content = contents(report, language);
  std::vector<std::optional<std::size_t>> speakers;
  std::vector<std::string_view> styles;
  std::size_t across = 0;
  for (const auto i : columns) {
    speakers.push_back(speaker_of(report, i));
    styles.push_back(style_of(report.columns[i], content[i]));
    across += content[i].natural + column_padding;
  }
  std::string kinds;
  if (columns.size() < few_columns) kinds = "few";
  if (across <= narrow_table_max) kinds += kinds.empty() ? "narrow" : " narrow";
  const auto name = escaped_html(title(report, language));
  out << "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"" << name << "\">\n<table id=\"" << id
      << (kinds.empty() ? "" : "\" class=\"") << kinds << "\">\n<caption>" << name << "</caption>\n<thead><tr>";
  for (const auto i : columns) {
    const auto& column = report.columns[i];
    out << "<th scope=\"col\"" << (column.align == Align::right ? " class=\"n\"" : "") << '>'
        << escaped_html(in(language, column.zh, column.en)) << "</th>";
  }
  out << "</tr></thead>\n<tbody>\n";
  const auto light = column_named(report, "light");
  for (const auto& row : report.rows) {
    out << "<tr" << edge_of(row, light) << '>';
    for (std::size_t nth = 0; nth < columns.size(); ++nth) {
      const auto i = columns[nth];
      put_cell(nth == 0 ? "th" : "td", styles[nth],
               repeats(row, i, speakers[nth]) ? std::string() : text_of(row[i], language), out);
    }
    out << "</tr>\n";
  }
  out << "</tbody>\n";
  put_foot(report, columns, styles, language, out);
  out << "</table></div>\n";
  put_unprinted(report, columns, language, out);
}

void put_table_style(const Report& report, const std::string& id, Language language, std::ostream& out) {
  const auto columns = seen_columns(report), printed = paper_columns(report);
  if (columns.size() >= few_columns) put_labels(report, columns, id, language, out);
  out << "@media print{";
  for (std::size_t nth = 0; nth < columns.size(); ++nth)
    if (std::find(printed.begin(), printed.end(), columns[nth]) == printed.end())
      out << '#' << id << " tr>:nth-child(" << nth + 1 << "){display:none}\n";
  out << "}\n";
}

}  // namespace ducha::tools
