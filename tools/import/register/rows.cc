#include "tools/import/register/rows.h"

#include <algorithm>
#include <utility>

#include "tools/import/headers.h"
#include "tools/import/numbering.h"
#include "tools/import/text.h"

namespace ducha::tools {
namespace {

const std::string nothing;

std::vector<std::string> texts_of(const Row& row) {
  std::vector<std::string> texts;
  texts.reserve(row.cells.size());
  for (const auto& cell : row.cells) texts.push_back(cell.text);
  return texts;
}

// Filled down where a merge of the sheet says so. How far a thing is stands in each row for itself.
bool may_be_merged(Column column) {
  switch (column) {
    case Column::text:
    case Column::progress:
    case Column::cause:
    case Column::next:
    case Column::status:
    case Column::light:
    case Column::done_on:
    case Column::person:
    case Column::note:
      return false;
    default:
      return true;
  }
}

bool begins_with_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return text.starts_with(word); });
}

bool is_subtotal(std::string_view key) {
  if (begins_with_any(key, {"合计", "小计", "总计", "累计", "共计", "总合计"})) return count_points(key) <= 16;
  return key.starts_with("共") && count_points(key) <= 12 &&
         (key.ends_with("项") || key.ends_with("件") || key.ends_with("条"));
}

bool is_signature(std::string_view key) {
  return begins_with_any(
      key, {"填表人",     "审核人",     "制表",     "填报人",      "填报单位",     "填报时间",   "填报日期",
            "注:",        "备注:",      "说明:",    "审核:",       "审批:",        "负责人:",    "联系人:",
            "联系电话:",  "签字",       "签章",     "主要负责人:", "主要负责人签", "分管领导签", "分管领导:",
            "单位负责人", "主要领导签", "(盖章)",   "经办人:",     "打印日期",     "制表日期",   "填表日期",
            "填表:",      "单位(盖章)", "单位盖章", "复核:",       "复核人"});
}

bool is_error(std::string_view text) {
  return text.size() > 2 && text.front() == '#' &&
         begins_with_any(text, {"#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#GETTING_DATA"});
}

}  // namespace

void RegisterSheet::take(const Table& table, Row&& row) {
  if (!has_header()) {
    if (first_line_.empty()) return look_for_header(std::move(row));
    const auto texts = texts_of(row);
    const bool second = second_line(first_line_, texts);
    begin(table, second ? texts : std::vector<std::string>{});
    if (second) {
      header_line_ = row.line;
      return;
    }
  }
  take_row(table, row);
}

void RegisterSheet::finish(const Table& table) {
  if (!has_header() && !first_line_.empty()) begin(table, {});
}

void RegisterSheet::look_for_header(Row&& row) {
  if (looked_++ >= header_lines_max) return;
  auto texts = texts_of(row);
  if (begins_header(texts)) {
    header_line_ = row.line;
    first_line_ = std::move(texts);
    return;
  }
  std::string line;
  for (const auto& text : texts)
    if (!text.empty()) line += (line.empty() ? "" : "  ") + text;
  titles_.push_back(std::move(line));
}

void RegisterSheet::begin(const Table& table, const std::vector<std::string>& second) {
  headings_ = headings_of(first_line_, second);
  for (std::size_t at = 0; at < headings_.columns.size(); ++at)
    if (is_refusal_header(headings_.columns[at].written)) reason_column_ = at;
  for (const auto& heading : headings_.columns)
    if (heading.means && slots_[static_cast<std::size_t>(*heading.means)] == 0)
      slots_[static_cast<std::size_t>(*heading.means)] = static_cast<std::uint8_t>(++width_);
  for (const auto& merge : table.merges) {
    if (merge.first_row >= merge.last_row || merge.first_column == 0 || merge.first_column > headings_.columns.size())
      continue;
    const auto means = headings_.columns[merge.first_column - 1].means;
    if (!means || !may_be_merged(*means)) continue;
    fills_.push_back({merge.first_row, merge.last_row, slot(*means) - 1, *means == Column::title});
  }
  std::stable_sort(fills_.begin(), fills_.end(),
                   [](const Fill& one, const Fill& other) { return one.first_row < other.first_row; });
}

std::optional<RowLeftOut::Why> RegisterSheet::no_docket(const std::vector<std::string>& texts) const {
  const auto first = std::find_if(texts.begin(), texts.end(), [](const std::string& text) { return !text.empty(); });
  if (first == texts.end()) return RowLeftOut::Why::heading;
  const auto key = name_key(*first);
  const auto said = std::count_if(texts.begin(), texts.end(), [](const std::string& text) { return !text.empty(); });
  const auto at = [&](Column column) {
    const auto place = headings_.of(column);
    return place && *place < texts.size() ? std::string_view(texts[*place]) : std::string_view();
  };
  if (at(Column::lead).empty()) {
    if (is_subtotal(key) || is_subtotal(name_key(at(Column::title)))) return RowLeftOut::Why::subtotal;
    if (is_signature(key)) return RowLeftOut::Why::signature;
  } else if (is_subtotal(key) && at(Column::title).empty()) {
    return RowLeftOut::Why::subtotal;
  }
  // The one cell tells nearly every row apart; all of them cost as much as the rest of reading.
  if (column_named(at(Column::title)) && begins_header(texts)) return RowLeftOut::Why::header_again;
  if (said > 1) return {};
  // One cell alone: a heading over what follows, unless it is a task that lacks everything else.
  const auto points = to_points(*first);
  const auto numbering = read_numbering(points);
  const bool in_title = !at(Column::title).empty();
  const bool as_heading =
      numbering && (numbering->style == NumberStyle::chinese || numbering->style == NumberStyle::part ||
                    numbering->style == NumberStyle::chinese_bracket);
  const bool mere_number = key.find_first_not_of("0123456789") == std::string::npos;
  const auto front = texts.begin() + (reason_column_ == 0 ? 1 : 0);
  if (as_heading || (!in_title && first == front && !mere_number)) return RowLeftOut::Why::heading;
  return {};
}

void RegisterSheet::take_row(const Table& table, const Row& row) {
  auto texts = texts_of(row);
  if (reason_column_ && *reason_column_ < texts.size()) texts[*reason_column_].clear();
  if (has(Column::lead) && has(Column::title)) {
    if (const auto why = no_docket(texts)) {
      std::string text;
      for (const auto& each : texts)
        if (text.empty()) text = each;
      if (*why == RowLeftOut::Why::heading) section_ = text;
      if (!text.empty()) left_out_.push_back({row.line, *why, std::move(text)});
      return;
    }
  }
  RegisterRow taken;
  taken.line = row.line;
  taken.hidden = row.hidden;
  taken.section = section_;
  taken.cells.resize(width_);
  for (std::size_t at = 0; at < std::min(row.cells.size(), headings_.columns.size()); ++at) {
    const auto& cell = row.cells[at];
    const auto means = headings_.columns[at].means;
    if (!means || cell.text.empty()) continue;
    const Place place{row.line, at + 1};
    if (cell.kind == Cell::Kind::error || is_error(cell.text)) {
      const bool zh = language_ == Language::zh;
      complaints_.push_back(
          {place, cell.text,
           zh ? "“" + headings_.columns[at].written + "”一格是公式错误,没有值"
              : "the cell of “" + headings_.columns[at].written + "” holds an error of a formula and no value",
           zh ? "请改成值后再导入" : "put the value in its place"});
      continue;
    }
    auto& into = taken.cells[slot(*means) - 1];
    if (into.empty())
      into = cell.text;
    else  // two columns for the supporting units, for the measures
      into += (*means == Column::supporting || *means == Column::joint ? "、" : "；") + cell.text;
  }
  // A row of nothing that is read: a telephone number on a line of its own.
  if (std::all_of(taken.cells.begin(), taken.cells.end(), [](const std::string& cell) { return cell.empty(); })) return;
  if (table.sheet.empty())
    fill_from_above(taken);
  else
    fill_merges(taken);
  rows_.add(taken);
  above_ = std::move(taken);
}

// CSV: what a merge left is blanks.
void RegisterSheet::fill_from_above(RegisterRow& row) {
  if (!above_) return;
  const auto& above = *above_;
  if (above.section != row.section) return;
  const auto fill = [&](Column column) {
    if (!has(column) || !cell(row, column).empty() || cell(above, column).empty()) return;
    row.cells[slot(column) - 1] = cell(above, column);
    ++filled_;
  };
  const auto blank = [&](Column column) { return cell(row, column).empty(); };
  const bool goes_on = blank(Column::title) && blank(Column::number) && blank(Column::ordinal) &&
                       !(blank(Column::requirement) && blank(Column::lead));
  fill(Column::source);
  fill(Column::instructor);
  fill(Column::leader);
  fill(Column::category);
  if (!goes_on) return;
  row.continues = true;
  for (const auto column : {Column::number, Column::ordinal, Column::title, Column::decision, Column::assigned,
                            Column::due, Column::cadence})
    fill(column);
  if (blank(Column::lead)) {
    fill(Column::lead);
    fill(Column::joint);
    fill(Column::supporting);
  }
}

void RegisterSheet::fill_merges(RegisterRow& row) {
  std::erase_if(filling_, [&](const Fill& fill) { return fill.last_row < row.line; });
  for (const auto& fill : filling_) {
    auto& into = row.cells[fill.slot];
    if (!into.empty()) continue;
    into = fill.value;
    ++filled_;
    if (fill.title) row.continues = true;
  }
  for (; fills_begun_ < fills_.size() && fills_[fills_begun_].first_row <= row.line; ++fills_begun_) {
    auto& fill = fills_[fills_begun_];
    if (fill.first_row != row.line || row.cells[fill.slot].empty()) continue;  // a heading's, or of nothing
    fill.value = row.cells[fill.slot];
    filling_.push_back(std::move(fill));
  }
}

const std::string& RegisterSheet::cell(const RegisterRow& row, Column column) const {
  const auto at = slot(column);
  return at == 0 || at > row.cells.size() ? nothing : row.cells[at - 1];
}

Place RegisterSheet::place(const RegisterRow& row, Column column) const {
  const auto at = headings_.of(column);
  return {row.line, at ? *at + 1 : 0};
}

std::string RegisterSheet::header(Column column) const {
  const auto at = headings_.of(column);
  return at ? headings_.columns[*at].written : std::string(aliases_of(column).front());
}

}  // namespace ducha::tools
