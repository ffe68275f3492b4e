#include "tools/import/register/when.h"

#include <algorithm>
#include <initializer_list>
#include <vector>

#include "tools/import/due_phrase.h"
#include "tools/import/register/when_phrase.h"
#include "tools/import/text.h"

namespace ducha::tools {
namespace {

using View = std::u32string_view;

bool has_any(View text, std::initializer_list<View> words) {
  return std::any_of(words.begin(), words.end(), [&](View word) { return text.find(word) != View::npos; });
}

// 2022-06-30 00:00:00 is what a date becomes when its column is widened.
View without_time(View text) {
  const auto colon = text.find(U':');
  if (colon == View::npos) return text;
  const auto blank = text.substr(0, colon).find_last_of(U" T");
  return blank == View::npos || blank == 0 ? text : text.substr(0, blank);
}

std::u32string tidy(std::string_view cell) {
  const auto folded = half_width(View(to_points(cell)));
  std::u32string text;
  for (const auto point : without_time(trimmed(View(folded))))
    if (!is_space(point) && point != U'\'') text += point;
  return text;
}

// Marks that part statements, at which a cell is cut.
std::vector<View> pieces_of(View text) {
  std::vector<View> pieces;
  while (!text.empty()) {
    const auto at = std::min(text.find_first_of(U",;。、"), text.size());
    if (at > 0) pieces.push_back(text.substr(0, at));
    text.remove_prefix(std::min(at + 1, text.size()));
  }
  return pieces;
}

When unclear() {
  When when;
  when.kind = When::Kind::unclear;
  return when;
}

bool names_time(const When& when) {
  return when.kind == When::Kind::day || when.kind == When::Kind::limit || when.kind == When::Kind::months;
}

// Two statements of one cell as one: a day and its feedback days go together, two days do not.
When both(const When& a, const When& b) {
  if (a.kind == When::Kind::unclear || b.kind == When::Kind::unclear) return unclear();
  if (names_time(a) && names_time(b)) return unclear();
  if (a.cadence && b.cadence && *a.cadence != *b.cadence) return unclear();
  When when = names_time(a) || (a.kind != When::Kind::nothing && !names_time(b)) ? a : b;
  if (!when.cadence) when.cadence = a.cadence ? a.cadence : b.cadence;
  return when;
}

}  // namespace

When read_when(std::string_view cell, int year) {
  const auto text = tidy(cell);
  if (text.empty() || has_any(View(U"/ - -- — —— 无 不限 \\"), {View(text)})) return {};
  if (auto whole = phrase_of(text, year)) return *whole;
  When when;
  bool understood = true;
  for (const auto piece : pieces_of(text)) {
    const auto said = phrase_of(piece, year);
    understood = understood && said;
    if (said) when = both(when, *said);
  }
  if (understood) return when;
  // A sentence that names one day by which something is done: 6月底前完成主体施工.
  const auto phrases = due_phrases(cell);
  if (phrases.size() == 1 && !names_time(when))
    if (const auto said = phrase_of(tidy(phrases.front()), year)) return both(when, *said);
  return unclear();
}

std::optional<domain::Cadence> read_cadence(std::string_view cell) {
  const auto text = tidy(cell);
  if (text.empty() || has_any(View(text), {U"不定期", U"随时"}) || text == U"无" || text == U"/" || text == U"-")
    return domain::Cadence{};
  if (const auto written = domain::parse_cadence(to_utf8(text))) return written;
  if (const auto said = phrase_of(text, 2000); said && said->cadence) return said->cadence;
  using Kind = domain::Cadence::Kind;
  // Without a day it is the end of the time that is named.
  if (has_any(View(text), {U"半年", U"双周", U"两周", U"半月", U"两月", U"双月", U"旬"})) return {};
  if (has_any(View(text), {U"季"})) return domain::Cadence{Kind::quarterly, 31};
  if (has_any(View(text), {U"月"})) return domain::Cadence{Kind::monthly, 31};
  if (has_any(View(text), {U"周", U"星期"})) return domain::Cadence{Kind::weekly, 5};
  return {};
}

std::optional<Day> day_within(std::string_view line) {
  const auto text = tidy(line);
  std::optional<Day> found;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool inside = at > 0 && text[at - 1] >= U'0' && text[at - 1] <= U'9';
    if (inside) continue;
    if (const auto date = full_date(View(text).substr(at))) found = date;  // 至 parts a span: its end counts
  }
  return found;
}

std::optional<int> year_within(std::string_view line) {
  const auto text = tidy(line);
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool inside = at > 0 && text[at - 1] >= U'0' && text[at - 1] <= U'9';
    if (inside) continue;
    if (const auto year = full_year(View(text).substr(at))) return year;
  }
  return {};
}

Day months_after(Day day, int months) {
  auto date = civil(day);
  const int month = static_cast<int>(date.month) - 1 + months;
  date.year += month / 12;
  date.month = static_cast<unsigned>(month % 12 + 1);
  date.day = std::min(date.day, days_in_month(date.year, date.month));
  return *day_of(date);
}

}  // namespace ducha::tools
