#include "tools/render/document.h"

#include <algorithm>
#include <ostream>

#include <fmt/format.h>

#include "tools/render/document_style.h"
#include "tools/render/markup.h"
#include "tools/render/width.h"
#include "tools/render/words.h"

namespace ducha::tools {
namespace {

// 发文机关标志: as large as the line allows, at most 22 mm high (7.2.4).
double head_size(std::string_view head) {
  const double characters = std::max<double>(1, static_cast<double>(display_width(head)) / 2);
  return std::min(58.0, 150 / 25.4 * 72 / characters);
}

void put(std::string_view element, std::string_view style, std::string_view text, std::ostream& out) {
  out << '<' << element << " class=\"" << style << "\">" << escaped_lines(text) << "</" << element << ">\n";
}

struct PutBlock {
  std::ostream& out;

  void operator()(const Paragraph& paragraph) const {
    switch (paragraph.style) {
      case Paragraph::Style::body:
        return put("p", "body", paragraph.text, out);
      case Paragraph::Style::first:
        return put("h2", "first", paragraph.text, out);
      case Paragraph::Style::second:
        return put("h3", "second", paragraph.text, out);
      case Paragraph::Style::flush:
        return put("p", "flush", paragraph.text, out);
      case Paragraph::Style::centred:
        return put("h2", "centred", paragraph.text, out);
      case Paragraph::Style::small:
        return put("p", "small", paragraph.text, out);
      case Paragraph::Style::annexes:
        return put("p", "annexes", paragraph.text, out);
    }
  }

  void operator()(const DocumentTable& table) const {
    double all = 0;
    for (const auto& column : table.columns) all += column.share;
    out << "<div class=\"scroll\"><table" << (table.dense ? " class=\"dense\">" : ">");
    if (!table.caption.empty()) out << "<caption>" << escaped_html(table.caption) << "</caption>";
    out << "<colgroup>";
    for (const auto& column : table.columns)
      out << fmt::format("<col style=\"width:{:.1f}%\">", 100 * column.share / all);
    out << "</colgroup>\n<thead><tr>";
    for (const auto& column : table.columns) out << "<th scope=\"col\">" << escaped_html(column.head) << "</th>";
    out << "</tr></thead>\n<tbody>\n";
    for (const auto& row : table.rows) {
      out << "<tr>";
      for (std::size_t i = 0; i < row.size(); ++i)
        out << (table.columns[i].centred ? "<td class=\"c\">" : "<td>") << escaped_lines(row[i]) << "</td>";
      out << "</tr>\n";
    }
    out << "</tbody></table></div>\n";
  }

  void operator()(const DocumentForm& form) const {
    out << "<div class=\"scroll\"><table class=\"form\"><colgroup><col style=\"width:19%\"><col "
           "style=\"width:31%\"><col "
           "style=\"width:19%\"><col style=\"width:31%\"></colgroup>\n";
    for (const auto& line : form.lines) {
      out << "<tr>";
      for (const auto& field : line) {
        out << "<th scope=\"row\">" << escaped_lines(field.name) << "</th><td";
        if (line.size() == 1) out << " colspan=\"3\"";
        if (field.lines > 1) out << fmt::format(" style=\"height:{}mm\"", field.lines * 8);
        out << '>' << escaped_lines(field.value) << "</td>";
      }
      out << "</tr>\n";
    }
    out << "</table></div>\n";
  }

  void operator()(const CutLine& line) const {
    out << "<div class=\"cut\"><span>" << escaped_html(line.text) << "</span></div>\n";
  }
  void operator()(const Signature& signature) const {
    // The office's name and the day have one middle; the longer of them is set in by four characters (7.3.5.1).
    const auto day = document_day(signature.on);
    const double names = static_cast<double>(display_width(signature.office)) * 8,
                 days = static_cast<double>(display_width(day)) * 8;
    out << fmt::format(
        "<div class=\"signature\"><p style=\"padding-right:{:.1f}pt\">{}</p><p "
        "style=\"padding-right:{:.1f}pt\">{}</p></div>\n",
        64 + std::max(0.0, (days - names) / 2), escaped_html(signature.office), 64 + std::max(0.0, (names - days) / 2),
        escaped_html(day));
  }
  void operator()(const Annex& annex) const {
    out << "<div class=\"annex\"><p class=\"label\">" << escaped_html(annex.label) << "</p><h2 class=\"centred\">"
        << escaped_html(annex.title) << "</h2></div>\n";
  }
};

void put_issuer(const Document& document, double size_max, std::ostream& out) {
  out << fmt::format("<p class=\"issuer\" style=\"font-size:{:.1f}pt\">{}</p>\n",
                     std::min(size_max, head_size(document.head)), escaped_html(document.head));
}

void put_head(const Document& document, std::ostream& out) {
  switch (document.layout) {
    case Document::Layout::red_head:
      out << "<header class=\"head\">";
      if (!document.urgency.empty()) put("p", "meta", document.urgency, out);
      put_issuer(document, 58, out);
      put("p", "number", document.number, out);
      out << "</header>\n";
      return;
    case Document::Layout::letter:
      out << "<header class=\"head\">";
      put_issuer(document, 36, out);
      out << "<div class=\"rule\"></div>";
      put("p", "number", document.number, out);
      if (!document.urgency.empty()) put("p", "meta", document.urgency, out);
      out << "</header>\n";
      return;
    case Document::Layout::bulletin:
      out << "<header class=\"head bulletin\">";
      put_issuer(document, 62, out);
      put("p", "number", document.number, out);
      out << "<p class=\"between\"><span>" << escaped_html(document.issuer) << "</span><span>"
          << document_day(document.on) << "</span></p></header>\n";
      return;
    case Document::Layout::file:
      return;
  }
}

std::string_view layout_name(Document::Layout layout) {
  switch (layout) {
    case Document::Layout::red_head:
      return "official";
    case Document::Layout::letter:
      return "letter";
    case Document::Layout::bulletin:
      return "issue";
    case Document::Layout::file:
      return "file";
  }
  return {};
}

void put_document(const Document& document, std::ostream& out) {
  out << "<article class=\"" << layout_name(document.layout) << "\">\n";
  put_head(document, out);
  put("h1", "title", document.title, out);
  if (!document.colour.empty())
    out << "<p class=\"band " << document.colour << "\"><b></b>" << translated(document.colour, Language::zh)
        << "色督办单<b></b></p>\n";
  bool basis_put = false;
  const auto put_basis = [&] {
    if (!document.basis.empty() && !basis_put)
      out << "<p class=\"basis\">" << escaped_html(fmt::format("{}", fmt::join(document.basis, "　"))) << "</p>\n";
    basis_put = true;
  };
  for (const auto& block : document.body) {
    // What is cut off and sent back is not the document any more.
    if (std::holds_alternative<CutLine>(block)) put_basis();
    std::visit(PutBlock{out}, block);
  }
  if (!document.copies.empty() || !document.printed_by.empty()) {
    out << "<footer class=\"imprint\">";
    if (!document.copies.empty()) out << "<div><span>抄送：" << escaped_html(document.copies) << "</span></div>";
    if (!document.printed_by.empty())
      out << "<div><span>" << escaped_html(document.printed_by) << "</span><span>" << document_day(document.on)
          << "印发</span></div>";
    out << "</footer>\n";
  }
  put_basis();
  out << "</article>\n";
}

}  // namespace

void render_documents(const std::vector<Document>& documents, std::ostream& out) {
  out << "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n"
      << "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n<title>"
      << (documents.empty() ? std::string() : escaped_html(documents.front().title)) << "</title>\n<style>"
      << document_style << "</style>\n</head>\n<body>\n";
  for (const auto& document : documents) put_document(document, out);
  out << "</body>\n</html>\n";
}

}  // namespace ducha::tools
