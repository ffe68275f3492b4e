#include "tools/import/register/item.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "tools/import/headers.h"
#include "tools/import/text.h"

namespace ducha::tools {
namespace {

// A cell of several lines as one text; a dash is nothing.
std::string plain(std::string_view cell) {
  const auto key = name_key(cell);
  if (key == "/" || key == "-" || key == "—" || key == "——" || key == "无") return {};
  return std::string(trimmed(cell));
}

// One line, for titles and names: breaks inside a cell come from its width.
std::string on_one_line(std::string_view cell) {
  const auto points = to_points(plain(cell));
  std::u32string text;
  for (std::size_t at = 0; at < points.size(); ++at) {
    if (points[at] != U'\n' && points[at] != U'\r') {
      text += points[at];
    } else if (!text.empty() && text.back() < 0x80 && at + 1 < points.size() && points[at + 1] < 0x80 &&
               !is_space(text.back())) {
      text += U' ';
    }
  }
  return to_utf8(text);
}

}  // namespace

ItemReader::ItemReader(const RegisterSheet& sheet, const RegisterFrame& frame, const KnownUnit& known,
                       const KnownUnit& single, Language language)
    : sheet_(sheet), frame_(frame), known_(known), single_(single), language_(language) {
  if (!sheet.has(Column::progress)) return;
  for (const auto& row : sheet.rows()) fractions_ = fractions_ || is_fraction(sheet.cell(row, Column::progress));
}

void ItemReader::wrong(const RegisterRow& row, Column column, const Sentence& wrong, const Sentence& remedy,
                       std::vector<Complaint>& complaints) const {
  const bool zh = language_ == Language::zh;
  const auto header = sheet_.header(column);
  complaints.push_back({sheet_.place(row, column), std::string(first_points(sheet_.cell(row, column), 80)),
                        zh ? "“" + header + "”" + wrong.zh : "“" + header + "” " + wrong.en,
                        zh ? remedy.zh : remedy.en});
}

std::optional<RegisterItem> ItemReader::read(const RegisterRow& row, std::vector<Complaint>& complaints) {
  const auto before = complaints.size();
  RegisterItem item;
  item.row = &row;
  const auto& written = sheet_.cell(row, Column::number);
  item.number = without_spaces(plain(written));
  item.ordinal = without_spaces(half_width(plain(sheet_.cell(row, Column::ordinal))));
  // A column 序号 that holds numbers of dockets.
  if (!sheet_.has(Column::number) && item.ordinal.find_first_not_of("0123456789.") != std::string::npos &&
      count_points(item.ordinal) > 4)
    item.number = std::exchange(item.ordinal, {});
  item.title = on_one_line(sheet_.cell(row, Column::title));
  item.requirement = plain(sheet_.cell(row, Column::requirement));
  item.category = on_one_line(sheet_.cell(row, Column::category));
  if (item.category.empty()) item.category = row.section;
  item.source = on_one_line(sheet_.cell(row, Column::source));
  item.decision = without_spaces(plain(sheet_.cell(row, Column::decision)));
  item.instructor = on_one_line(sheet_.cell(row, Column::instructor));
  item.note = plain(sheet_.cell(row, Column::note));
  item.text = plain(sheet_.cell(row, Column::text));
  item.cause = plain(sheet_.cell(row, Column::cause));
  if (const auto next = plain(sheet_.cell(row, Column::next)); !next.empty())
    item.text += (item.text.empty() ? "下一步:" : "；下一步:") + next;

  auto leader = on_one_line(sheet_.cell(row, Column::leader));
  const auto cut = leader.find_first_of(",;");
  const auto comma = std::min({cut, leader.find("、"), leader.find("，"), leader.find("；")});
  if (comma != std::string::npos) {
    leader.resize(comma);
    notes_.leaders_dropped.push_back(row.line);
  }
  item.leader = without_spaces(leader);
  if (row.hidden) notes_.hidden.push_back(row.line);

  if (item.title.empty())
    wrong(row, Column::title, {"是空的", "is empty"},
          {"请写明要办的事;若是合并单元格,请在每行都写上",
           "say what is to be done; of merged cells write it in every row"},
          complaints);
  read_units(row, item);
  if (item.units.leads.empty())
    wrong(row, Column::lead, {"没有写明牵头单位", "names no unit that leads"},
          {"请写明由哪个单位牵头;若是合并单元格,请在每行都写上",
           "name the unit that leads; of merged cells write it in every row"},
          complaints);
  read_times(row, item, complaints);
  read_progress_of(row, item, complaints);
  read_state(row, item, complaints);
  if (complaints.size() > before) return {};
  return item;
}

void ItemReader::read_units(const RegisterRow& row, RegisterItem& item) {
  const auto& lead = sheet_.cell(row, Column::lead);
  auto known = leads_.find(lead);
  if (known == leads_.end()) known = leads_.emplace(lead, read_lead_cell(lead, known_, single_)).first;
  item.units = known->second;
  const auto supporting = [&](Column column, std::vector<std::string>& into) {
    const auto& cell = sheet_.cell(row, column);
    if (cell.empty()) return;
    auto read = supporting_.find(cell);
    if (read == supporting_.end()) read = supporting_.emplace(cell, read_supporting_cell(cell, known_)).first;
    for (const auto& name : read->second) {
      const auto& leads = item.units.leads;
      if (std::find(leads.begin(), leads.end(), name) == leads.end() &&
          std::find(into.begin(), into.end(), name) == into.end())
        into.push_back(name);
    }
  };
  supporting(Column::joint, item.units.leads);
  supporting(Column::supporting, item.units.supporting);
}

When ItemReader::when(const RegisterRow& row, Column column, const Sentence& remedy,
                      std::vector<Complaint>& complaints) {
  const auto& cell = sheet_.cell(row, column);
  auto said = read_when(cell, frame_.year);
  const bool far = said.kind == When::Kind::day && std::abs(civil(said.day).year - frame_.year) > 20;
  if (said.kind == When::Kind::unclear || far) {
    wrong(row, column, {"一格看不出是哪一天", "cannot be read as a day"}, remedy, complaints);
    return said;
  }
  if (said.serial_1900) notes_.serial_1900.push_back(row.line);
  if (said.serial_1904) notes_.serial_1904.push_back(row.line);
  if (said.kind == When::Kind::day && said.year_implied) notes_.year_implied.push_back(row.line);
  return said;
}

// A day on which something has happened.
std::optional<Day> ItemReader::past_day(const RegisterRow& row, Column column, std::vector<Complaint>& complaints) {
  const auto& cell = sheet_.cell(row, column);
  const auto key = name_key(cell);
  if (key.empty() || key.starts_with("未") || key.starts_with("尚未")) return {};
  const auto before = complaints.size();
  const auto said = when(row, column, {"写作 2022-06-30", "write it as 2022-06-30"}, complaints);
  if (said.kind == When::Kind::day) return said.day;
  if (said.kind != When::Kind::nothing && complaints.size() == before)
    wrong(row, column, {"一格应是一个日期", "should be a day"}, {"写作 2022-06-30", "write it as 2022-06-30"},
          complaints);
  return {};
}

void ItemReader::read_times(const RegisterRow& row, RegisterItem& item, std::vector<Complaint>& complaints) {
  item.assigned = past_day(row, Column::assigned, complaints);
  item.done_on = past_day(row, Column::done_on, complaints);
  const Sentence remedy{"可写 2022-06-30、2022年6月30日、6月底前、三季度末、5个工作日内、每月25日前、长期",
                        "write 2022-06-30, 2022年6月30日, 6月底前, 三季度末, 5个工作日内, 每月25日前 or 长期"};
  item.due = when(row, Column::due, remedy, complaints);
  item.supporting_due = when(row, Column::supporting_due, remedy, complaints);
  if (item.due.kind == When::Kind::standing) notes_.standing.push_back(row.line);
  if (item.due.kind == When::Kind::at_once) notes_.at_once.push_back(row.line);
  if (item.due.kind == When::Kind::limit || item.due.kind == When::Kind::months) notes_.from_giving.push_back(row.line);
  item.cadence = item.due.cadence;
  if (const auto& cell = sheet_.cell(row, Column::cadence); !cell.empty()) {
    const auto cadence = read_cadence(cell);
    if (!cadence)
      wrong(row, Column::cadence, {"一格看不出多久反馈一次", "does not say how often feedback is due"},
            {"可写 每月25日前、每季度末、每周五、月报、不定期", "write 每月25日前, 每季度末, 每周五, 月报 or 不定期"},
            complaints);
    else if (*cadence)
      item.cadence = cadence;
  }
  if (item.assigned && item.done_on && *item.done_on < *item.assigned)
    wrong(row, Column::done_on,
          {"早于交办时间 " + to_string(*item.assigned),
           "is before the day it was given out, " + to_string(*item.assigned)},
          {"请核对两个日期", "check the two days"}, complaints);
}

void ItemReader::read_progress_of(const RegisterRow& row, RegisterItem& item, std::vector<Complaint>& complaints) {
  const auto cell = plain(sheet_.cell(row, Column::progress));
  if (cell.empty()) return;
  if (const auto percent = read_progress(cell, fractions_)) {
    item.progress = percent;
  } else if (cell.find_first_of("0123456789") == std::string::npos) {
    // 进度:正常推进 says a state, or how far in words.
    const auto standing =
        sheet_.has(Column::status) ? std::nullopt : read_standing(cell, sheet_.header(Column::progress));
    if (standing)
      item.standing = *standing;
    else
      item.text = cell + (item.text.empty() ? "" : "；") + item.text;
  } else {
    wrong(row, Column::progress, {"一格不是 0 到 100 的百分数", "is no percentage from 0 to 100"},
          {"写作 60 或 60%", "write 60 or 60%"}, complaints);
  }
}

void ItemReader::read_state(const RegisterRow& row, RegisterItem& item, std::vector<Complaint>& complaints) {
  if (const auto& cell = sheet_.cell(row, Column::status); !cell.empty()) {
    if (const auto standing = read_standing(cell, sheet_.header(Column::status)))
      item.standing = *standing;
    else
      wrong(row, Column::status, {"一格的说法不认识", "says something not known"},
            {"可写 " + standing_words(), "write one of " + standing_words()}, complaints);
    if (const auto light = read_light(cell)) item.light = *light;
  }
  if (const auto& cell = sheet_.cell(row, Column::light); !cell.empty()) {
    if (const auto light = read_light(cell))
      item.light = *light;
    else if (!sheet_.has(Column::status) && read_standing(cell, {}))
      item.standing = *read_standing(cell, {});
    else
      wrong(row, Column::light, {"一格不是灯的颜色", "is no colour of a light"},
            {"可写 红、黄、绿、蓝、灰", "write 红, 黄, 绿, 蓝 or 灰"}, complaints);
  }
  if (!item.done_on) return;
  if (item.standing == Standing::unsaid) item.standing = Standing::closed;
  if (item.standing == Standing::in_hand)
    wrong(row, Column::done_on,
          {"写了日期,“" + sheet_.header(Column::status) + "”却说还在办",
           "has a day, though the state says it is in hand"},
          {"请核对这两格", "check the two cells"}, complaints);
}

}  // namespace ducha::tools
