#include "tools/render/story.h"

#include <algorithm>
#include <array>
#include <ostream>

#include "tools/render/colours.h"
#include "tools/render/phrases.h"
#include "tools/render/story_entry.h"
#include "tools/render/width.h"
#include "tools/render/words.h"

namespace ducha::tools {
namespace {

using reports::Cell;
using reports::Report;

constexpr std::size_t gap = 2;
constexpr std::size_t head_max = 100;  // what stands at the end of a head line is not torn from its beginning

// Set in under the head of an entry, in lines that fit.
class Body {
 public:
  Body(std::size_t indent, std::string_view code, const Look& look, std::ostream& out)
      : indent_(indent), code_(code), look_(look), out_(out) {}

  void put(const std::string& text, std::size_t hanging = 0, std::string_view code = {}) {
    const auto room = std::max<std::size_t>(look_.width > indent_ ? look_.width - indent_ : 0, 20);
    const bool fits = display_width(text) <= room;
    std::size_t before = indent_;
    for (const auto& line : wrapped(text, fits ? room : room - hanging)) {
      out_ << std::string(before, ' ') << coloured(line, code_.empty() ? code : code_) << '\n';
      before = indent_ + hanging;
    }
  }
  // Parts beside one another as long as they fit; one that is longer than a line is broken.
  void put_parts(const std::vector<std::string>& parts) {
    std::string line;
    for (const auto& part : parts) {
      const auto together = display_width(line) + gap + display_width(part);
      if (!line.empty() && indent_ + together > look_.width) {
        put(line, gap);
        line.clear();
      }
      if (!line.empty()) line.append(gap, ' ');
      line += part;
    }
    if (!line.empty()) put(line, gap);
  }

 private:
  std::size_t indent_;
  std::string_view code_;
  const Look& look_;
  std::ostream& out_;
};

void put_head(const StoryEntry& entry, const StoryEntry* before, std::size_t seq_width, bool corrected,
              const Look& look, std::ostream& out) {
  const auto seq = pad_right("#" + entry.text("seq", look.language), seq_width);
  const auto fact = entry.text("fact", look.language);
  out << coloured(seq, wanted(grey_code, look)) << "  " << entry.text("on", look.language) << "  "
      << coloured(fact, wanted(corrected ? struck_code : bold_code, look));
  std::size_t used = seq_width + 2 + 10 + 2 + display_width(fact);
  if (corrected) {
    const auto mark = in(look.language, "〔已更正〕", " [corrected]");
    out << mark;
    used += display_width(mark);
  }
  // An entry of the same command was recorded with it.
  if (!before || (*before)["command"] != entry["command"]) {
    const auto origin = entry.origin(look.language);
    const auto width = display_width(origin);
    const auto line = std::min(look.width, head_max);
    const bool fits = used + gap + width <= line;
    out << (fits ? std::string(line - used - width, ' ') : "\n" + std::string(seq_width + 2, ' '))
        << coloured(origin, wanted(grey_code, look));
  }
  out << '\n';
}

void put_entry(const StoryEntry& entry, const StoryEntry* before, std::size_t seq_width, const Look& look,
               std::ostream& out) {
  const bool corrected = entry.corrected();
  put_head(entry, before, seq_width, corrected, look, out);
  Body body(seq_width + 2, corrected ? wanted(struck_code, look) : std::string_view{}, look, out);
  body.put_parts(entry.phrases(look.language));
  if (entry.says("note"))
    body.put(std::string{in(look.language, "备注 ", "note ")} + entry.text("note", look.language), gap);
  if (const auto* changes = std::get_if<reports::Changes>(&entry["changed"])) {
    for (const auto& [text, state] : phrases_of_changes(*changes, look.language))
      body.put(text, gap, colour_code(Cell{state}, look));
  }
}

}  // namespace

void put_story(const Report& report, const Look& look, std::ostream& out) {
  std::size_t seq_width = 0;
  for (const auto& row : report.rows)
    seq_width = std::max(seq_width, 1 + display_width(StoryEntry(report, row).text("seq", look.language)));
  std::optional<StoryEntry> before;
  for (const auto& row : report.rows) {
    const StoryEntry entry(report, row);
    const bool together = before && (*before)["command"] == entry["command"];
    if (before && !together) out << '\n';
    put_entry(entry, before ? &*before : nullptr, seq_width, look, out);
    before.emplace(entry);
  }
}

}  // namespace ducha::tools
