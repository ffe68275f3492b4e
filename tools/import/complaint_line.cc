#include "tools/import/complaint_line.h"

#include <string_view>

#include "tools/import/table.h"
#include "tools/render/words.h"

namespace ducha::tools {
namespace {

// Sentences come with their full stop or without.
std::string_view bare(std::string_view sentence) {
  for (const std::string_view stop : {"。", "."})
    if (sentence.ends_with(stop) && !sentence.ends_with("..")) sentence.remove_suffix(stop.size());
  return sentence;
}

std::string capital(std::string_view sentence) {
  std::string text(sentence);
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

}  // namespace

std::string line_of(const Complaint& complaint, const std::string& file, Language language) {
  std::string line = file;
  const auto say = [&](std::string_view zh, std::string_view en) { line += in(language, zh, en); };
  if (!complaint.sheet.empty()) line += "[" + complaint.sheet + "]";
  if (complaint.place.line > 0) line += ":" + std::to_string(complaint.place.line);
  // The columns of a sheet have letters.
  const auto column = complaint.place.column;
  if (column > 0) line += ":" + (complaint.sheet.empty() ? std::to_string(column) : column_letters(column));
  if (!file.empty()) say(":", ": ");
  line += bare(complaint.wrong);
  if (!complaint.cell.empty() && complaint.cell != file) {
    say(" 〔", " [");
    line += complaint.cell;
    say("〕", "]");
  }
  say("。", ".");
  if (complaint.remedy.empty()) return line;
  say("", " ");
  line += capital(bare(complaint.remedy));
  if (!line.ends_with('?') && !line.ends_with("？")) say("。", ".");
  return line;
}

}  // namespace ducha::tools
