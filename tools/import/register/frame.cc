#include "tools/import/register/frame.h"

#include <algorithm>
#include <map>
#include <optional>

#include "tools/import/headers.h"
#include "tools/import/register/when.h"
#include "tools/import/text.h"

namespace ducha::tools {
namespace {

// 填报单位:区住建局  单位:万元
std::string behind_label(std::string_view line, std::u32string_view label) {
  const auto points = to_points(line);
  const auto folded = half_width(std::u32string_view(points));
  const auto at = folded.find(label);
  if (at == folded.npos) return {};
  auto begin = folded.find(U':', at);
  if (begin == folded.npos) return {};
  ++begin;
  while (begin < folded.size() && is_space(folded[begin])) ++begin;
  auto end = begin;
  while (end < folded.size() && !is_space(folded[end])) ++end;
  return to_utf8(std::u32string_view(points).substr(begin, end - begin));
}

bool is_remark(std::string_view line) {
  const auto key = name_key(line);
  for (const std::string_view word : {"填报", "单位:", "制表", "附件", "附表", "日期:", "时间:", "密级"})
    if (key.starts_with(word)) return true;
  return false;
}

std::optional<int> commonest_year(const RegisterSheet& sheet) {
  std::map<int, std::size_t> years;
  for (const auto& row : sheet.rows())
    for (const auto column : {Column::assigned, Column::due, Column::done_on, Column::supporting_due}) {
      const auto when = read_when(sheet.cell(row, column), 0);
      if (when.kind == When::Kind::day && !when.year_implied) ++years[civil(when.day).year];
    }
  std::optional<int> best;
  for (const auto& [year, count] : years)
    if (!best || count > years[*best]) best = year;
  return best;
}

}  // namespace

RegisterFrame frame_of(const RegisterSheet& sheet, const std::string& asked, Day today, Language language) {
  const bool zh = language == Language::zh;
  RegisterFrame frame;
  std::optional<Day> told;
  std::optional<int> year;
  for (const auto& line : sheet.titles()) {
    if (const auto day = day_within(line)) told = day;
    if (!year) year = year_within(line);
    if (const auto by = behind_label(line, U"填报单位"); !by.empty()) frame.by = by;
    if (!is_remark(line) && count_points(line) > count_points(frame.title)) frame.title = line;
  }
  if (const auto day = parse_day(asked)) {
    frame.on = *day;
    frame.on_from = "--on";
  } else if (told && *told <= today) {
    frame.on = *told;
    frame.on_from = zh ? "表头上方所写" : "written over the header";
  } else {
    frame.on = today;
    frame.on_from = zh ? "今天" : "today";
  }
  if (year) {
    frame.year = *year;
    frame.year_from = zh ? "标题" : "the title";
  } else if (!asked.empty()) {
    frame.year = civil(frame.on).year;
    frame.year_from = "--on";
  } else if (const auto most = commonest_year(sheet)) {
    frame.year = *most;
    frame.year_from = zh ? "表中写全的日期" : "the days written in full";
  } else {
    frame.year = civil(frame.on).year;
    frame.year_from = frame.on_from;
  }
  return frame;
}

}  // namespace ducha::tools
