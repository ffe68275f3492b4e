#include "tools/render/html_story.h"

#include <optional>
#include <ostream>

#include <fmt/format.h>

#include "tools/render/markup.h"
#include "tools/render/phrases.h"
#include "tools/render/story_entry.h"
#include "tools/render/words.h"

namespace ducha::tools {
namespace {

void put_entry(const StoryEntry& entry, bool first_of_command, Language language, std::ostream& out) {
  const auto day = escaped_html(entry.text("on", language));
  out << (entry.corrected() ? "<li class=\"gone\">" : "<li>") << "<time datetime=\"" << day << "\">" << day
      << "</time><h3>" << escaped_html(entry.text("fact", language)) << "</h3>";
  if (entry.corrected()) out << "<span class=\"badge\">" << in(language, "已更正", "corrected") << "</span>";
  out << '\n';
  if (const auto said = entry.phrases(language); !said.empty())
    out << "<p class=\"said\">" << escaped_html(fmt::format("{}", fmt::join(said, in(language, "，", ", "))))
        << "</p>\n";
  if (entry.says("note"))
    out << "<p>" << in(language, "备注 ", "note ") << escaped_html(entry.text("note", language)) << "</p>\n";
  if (const auto* changes = std::get_if<reports::Changes>(&entry["changed"]); changes && !changes->empty()) {
    out << "<ul>";
    for (const auto& change : *changes) out << "<li>" << escaped_html(phrase(change, language)) << "</li>";
    out << "</ul>\n";
  }
  // An entry of the same command was recorded with it.
  if (first_of_command)
    out << "<p class=\"origin\">#" << escaped_html(entry.text("seq", language)) << " "
        << escaped_html(entry.origin(language)) << "</p>\n";
  out << "</li>\n";
}

}  // namespace

void put_story_list(const reports::Report& report, Language language, std::ostream& out) {
  out << "<h2>" << in(language, "逐条记录", "Entry by entry") << "</h2>\n<ol class=\"story\">\n";
  std::optional<StoryEntry> before;
  for (const auto& row : report.rows) {
    const StoryEntry entry(report, row);
    put_entry(entry, !before || (*before)["command"] != entry["command"], language, out);
    before.emplace(entry);
  }
  out << "</ol>\n";
}

}  // namespace ducha::tools
