#include "tools/import/plan_outline.h"

#include <utility>

#include "tools/import/role_clause.h"
#include "tools/import/text.h"

namespace ducha::tools {
namespace {

using View = std::u32string_view;

constexpr std::size_t title_points_max = 60;

// What stands behind 附件, 附件2 or 附件: at the beginning of a line; nothing when the line is no such mark.
std::optional<View> attachment_name(View line) {
  const auto folded = half_width(line);
  if (!folded.starts_with(U"附件") && !folded.starts_with(U"附表")) return std::nullopt;
  const auto at = folded.find_first_not_of(U" 0123456789一二三四五六七八九十", 2);
  if (at == View::npos) return View();
  if (folded[at] != U':') return std::nullopt;
  return trimmed(line.substr(at + 1));
}

// 鼓政〔2022〕2号
bool is_document_number(View folded) {
  const auto open = folded.find_first_of(U"〔[");
  const auto close = folded.find_first_of(U"〕]");
  return folded.ends_with(U'号') && open != View::npos && close != View::npos && open < close;
}

// 2021年3月1日, with or without brackets
bool is_date(View folded) {
  if (folded.find(U'年') == View::npos || folded.find(U'月') == View::npos) return false;
  return folded.find_first_not_of(U"0123456789〇○零一二三四五六七八九十年月日() ") == View::npos;
}

// A line that says who does it is an item, wherever it stands.
bool names_roles(View line) {
  if (find_clause_label(line)) return true;
  const auto open = half_width(line).find_last_of(U"([【〔");
  if (open == View::npos) return false;
  auto clause = line.substr(open + 1);
  while (!clause.empty() && View(U"。;)]】〕").find(half_width(clause.back())) != View::npos) clause.remove_suffix(1);
  return read_role_clause(to_utf8(clause)).has_value();
}

class Outliner {
 public:
  void take(const Line& line) {
    const auto points = to_points(line.text);
    const auto content = trimmed(View(points));
    if (content.empty()) return;
    const Place place{line.number, static_cast<std::size_t>(content.data() - points.data()) + 1};
    const auto folded = half_width(content);

    if (const auto attachment = attachment_name(content)) {
      listing_attachments_ = read_numbering(*attachment).has_value();
      outline_.blocks.emplace_back();  // what follows belongs to no item before it
      return;
    }
    if (is_document_number(folded) || is_date(folded)) return;
    auto numbering = read_numbering(content);
    // 附件:1.… goes on with 2.… on the next lines.
    listing_attachments_ = listing_attachments_ && numbering && numbering->style == NumberStyle::digit &&
                           folded.find_first_of(U"([【") == View::npos;
    if (listing_attachments_) return;
    if (take_title(content, numbering.has_value())) return;
    if (numbering || outline_.blocks.empty()) outline_.blocks.emplace_back();
    auto& block = outline_.blocks.back();
    if (numbering) {
      block.heading = content;
      block.lines.emplace_back(content.substr(numbering->length));
      block.numbering = std::move(numbering);
    } else {
      block.lines.emplace_back(content);
    }
    block.places.push_back(place);
  }

  PlanOutline outline() { return std::move(outline_); }

 private:
  // The title is the lines at the very beginning that are no sentences.
  bool take_title(View line, bool numbered) {
    titling_ = titling_ && !numbered && line.size() <= title_points_max && !ends_sentence(line) && !names_roles(line);
    if (titling_) outline_.title += to_utf8(line);
    return titling_;
  }

  PlanOutline outline_;
  bool titling_ = true;
  bool listing_attachments_ = false;
};

}  // namespace

PlanOutline outline_of_plan(std::string_view text) {
  Outliner outliner;
  LineScan lines(text);
  while (const auto line = lines.next()) outliner.take(*line);
  return outliner.outline();
}

bool ends_sentence(View line) {
  const auto content = trimmed(line);
  return !content.empty() && View(U"。;:.!?").find(half_width(content.back())) != View::npos;
}

}  // namespace ducha::tools
