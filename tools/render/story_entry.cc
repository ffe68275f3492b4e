#include "tools/render/story_entry.h"

#include <algorithm>
#include <cassert>

#include "tools/render/cells.h"
#include "tools/render/phrases.h"
#include "tools/render/words.h"

namespace ducha::tools {
namespace {

// "2022-01-06T09:12:33.120+08:00" as people write it; the zone is the office's own.
std::string instant(std::string text) {
  text = text.substr(0, text.find('.'));
  if (const auto at = text.find('T'); at != std::string::npos) text[at] = ' ';
  return text;
}

}  // namespace

const reports::Cell& StoryEntry::operator[](std::string_view name) const {
  const auto found = std::find_if(report_->columns.begin(), report_->columns.end(),
                                  [&](const auto& column) { return column.name == name; });
  assert(found != report_->columns.end());
  return (*row_)[static_cast<std::size_t>(found - report_->columns.begin())];
}

std::string StoryEntry::text(std::string_view name, Language language) const { return shown((*this)[name], language); }

bool StoryEntry::says(std::string_view name) const {
  const auto* text = std::get_if<std::string>(&(*this)[name]);
  return text && !text->empty();
}

bool StoryEntry::corrected() const {
  const auto* mark = std::get_if<bool>(&(*this)["corrected"]);
  return mark && *mark;
}

std::vector<std::string> StoryEntry::phrases(Language language) const {
  const auto* fields = std::get_if<reports::Fields>(&(*this)["text"]);
  if (!fields) return {};
  auto said = *fields;
  std::erase_if(said, [](const auto& field) { return field.name == "docket"; });
  return tools::phrases(said, language);
}

std::string StoryEntry::origin(Language language) const {
  auto origin = std::string{in(language, "记于 ", "recorded ")} + instant(text("recorded", language));
  if (says("by")) origin += std::string{in(language, " 记录人 ", " by ")} + text("by", language);
  return origin + std::string{in(language, " 命令 ", " as ")} + text("command", language);
}

}  // namespace ducha::tools
