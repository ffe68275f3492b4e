#include "tools/import/calendar_file.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <simdjson.h>

#include "tools/import/csv_rows.h"
#include "tools/import/text.h"

namespace ducha::tools {
namespace {

namespace ondemand = simdjson::ondemand;
using domain::DayKind;
using domain::ListedDay;

// 2027-01-01, and what spreadsheets and letters make of it: 2027/1/1, 2027.1.1, 2027年1月1日.
std::optional<Day> read_day(std::string_view text) {
  std::array<unsigned, 3> numbers{};
  std::size_t nth = 0;
  std::string digits;
  const auto take = [&] {
    if (digits.empty()) return true;
    if (nth == 3 || digits.size() > 4) return false;
    std::from_chars(digits.data(), digits.data() + digits.size(), numbers[nth++]);
    digits.clear();
    return true;
  };
  std::string rest(text);
  for (const std::string_view mark : {"年", "月", "日"})
    if (const auto at = rest.find(mark); at != std::string::npos) rest.replace(at, mark.size(), "-");
  for (const char c : rest) {
    if (c >= '0' && c <= '9') {
      digits += c;
    } else if ((c != '-' && c != '/' && c != '.') || !take()) {
      return {};
    }
  }
  if (!take() || nth != 3) return {};
  return parse_day(fmt::format("{:04}-{:02}-{:02}", numbers[0], numbers[1], numbers[2]));
}

std::optional<DayKind> read_kind(std::string_view text) {
  for (const std::string_view word : {"holiday", "放假", "休", "休息", "假", "节假日", "法定节假日"})
    if (text == word) return DayKind::holiday;
  for (const std::string_view word : {"workday", "上班", "班", "补班", "调休上班", "工作日"})
    if (text == word) return DayKind::workday;
  return {};
}

class Reader {
 public:
  Reader(std::string_view text, Language language) : text_(text), language_(language) {}

  CalendarFile read() {
    const auto content = trimmed(text_);
    if (content.starts_with('{') || content.starts_with('['))
      read_json();
    else
      read_csv();
    if (file_.days.empty() && file_.complaints.empty())
      wrong(1, {}, say("文件里一天也没有", "there is not a single day in it"),
            say("当年的放假通知可能尚未公布；CSV 每行写 日期,holiday 或 workday,名称",
                "the year's notice may not be out yet; in CSV write lines of date,holiday or workday,name"));
    return std::move(file_);
  }

 private:
  std::string say(std::string_view zh, std::string_view en) const {
    return std::string(language_ == Language::zh ? zh : en);
  }
  void wrong(std::size_t line, std::string_view cell, std::string what, std::string remedy) {
    file_.complaints.push_back({{line, 0}, std::string(cell), std::move(what), std::move(remedy)});
  }

  void add(std::size_t line, Day day, DayKind kind, std::string name) {
    if (name.find('\n') != std::string::npos || name.find('\r') != std::string::npos)
      return wrong(line, to_string(day), say("名称中有换行", "a line break in the name"),
                   say("名称写成一行", "write the name on one line"));
    const auto [earlier, fresh] = lines_.try_emplace(day, line, kind);
    if (!fresh) {
      // The list of a run of years may name the turn of a year twice.
      if (earlier->second.second == kind) return;
      return wrong(line, to_string(day),
                   say(fmt::format("与第 {} 行矛盾：同一天既放假又上班", earlier->second.first),
                       fmt::format("against line {}: the same day is off and worked", earlier->second.first)),
                   say("只留正确的一行", "leave the right one"));
    }
    if (kind == DayKind::workday && weekday(day) <= Weekday::friday)
      file_.remarks.push_back(fmt::format(
          "{}:{}{}", line, to_string(day),
          say(" 列为调休上班，但它本来就是周一至周五", " is listed as made up, yet it is Monday to Friday anyway")));
    file_.days.push_back({day, kind, std::move(name)});
  }

  // ---- CSV ----------------------------------------------------------------------------------------------

  void read_csv() {
    std::array<std::size_t, 3> at{0, 1, 2};  // where date, kind and name stand
    bool first = true;
    each_csv_row(text_, csv_delimiter(text_), [&](CsvRow&& row) {
      const bool header = std::exchange(first, false) && !row.cells.empty() &&
                          row.cells.front().find_first_of("0123456789") == std::string::npos;
      if (header) return read_header(row, at);
      if (row.damage != CsvRow::Damage::none)
        return wrong(row.line, row.source, say("引号不成对", "a quotation mark is out of place"),
                     say("每行写 日期,holiday 或 workday,名称", "write date,holiday or workday,name"));
      const auto cell = [&](std::size_t nth) {
        return at[nth] < row.cells.size() ? std::string_view(row.cells[at[nth]]) : std::string_view();
      };
      const auto day = read_day(cell(0));
      const auto kind = read_kind(cell(1));
      if (!day)
        wrong(row.line, cell(0).empty() ? std::string_view(row.source) : cell(0),
              say("不是真实存在的日期", "not a day that exists"), say("写作 2027-01-01", "write it as 2027-01-01"));
      if (!kind)
        wrong(row.line, cell(1).empty() ? std::string_view(row.source) : cell(1),
              say("既不是放假也不是上班", "neither off nor worked"),
              say("写 holiday(放假)或 workday(上班)", "write holiday or workday"));
      if (day && kind) add(row.line, *day, *kind, std::string(cell(2)));
    });
  }

  void read_header(const CsvRow& row, std::array<std::size_t, 3>& at) {
    constexpr std::array<std::array<std::string_view, 4>, 3> heads{{
        {"date", "日期", "day", "日子"},
        {"kind", "类型", "类别", "安排"},
        {"name", "名称", "节日", "节假日"},
    }};
    for (std::size_t nth = 0; nth < heads.size(); ++nth) {
      const auto found = std::find_if(row.cells.begin(), row.cells.end(), [&](const std::string& cell) {
        return std::find(heads[nth].begin(), heads[nth].end(), cell) != heads[nth].end();
      });
      at[nth] = static_cast<std::size_t>(found - row.cells.begin());
      if (found == row.cells.end() && nth < 2)
        wrong(row.line, row.source,
              nth == 0 ? say("表头没有日期一列", "no column of days in the header")
                       : say("表头没有类型一列", "no column of kinds in the header"),
              say("表头写 date,kind,name(日期，类型，名称)", "write the header date,kind,name"));
    }
  }

  // ---- JSON ---------------------------------------------------------------------------------------------

  std::size_t line_of(const char* at) const {
    const auto offset = static_cast<std::size_t>(at - padded_.data());
    return 1 + static_cast<std::size_t>(std::count(
                   text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(std::min(offset, text_.size())), '\n'));
  }

  // Where JSON is broken, as so many bytes read; nothing when it is whole.
  static std::optional<std::size_t> broken_after(std::string_view text) {
    try {
      [[maybe_unused]] const auto whole = nlohmann::json::parse(text);
      return {};
    } catch (const nlohmann::json::parse_error& error) {
      return error.byte;
    } catch (const nlohmann::json::exception&) {
      return 0;
    }
  }

  void broken(std::size_t line) {
    wrong(line, {}, say("JSON 不完整或写错了", "the JSON is broken"),
          say("请重新下载或检查此处的括号、引号和逗号", "fetch it again, or look at brackets, quotes and commas here"));
  }

  void read_json() {
    // Strictly, before it is walked through on demand: there what is broken is found only on the way, and must not be
    // asked anything more.
    if (const auto bytes = broken_after(text_)) {
      const auto end = text_.begin() + static_cast<std::ptrdiff_t>(std::min(*bytes, text_.size()));
      return broken(1 + static_cast<std::size_t>(std::count(text_.begin(), end, '\n')));
    }
    padded_ = simdjson::padded_string(text_);
    ondemand::document document;
    auto error = parser_.iterate(padded_).get(document);
    const bool begun = !error;  // a document that was not is nowhere, and must not be asked where it is
    ondemand::json_type type{};
    if (!error) error = document.type().get(type);
    if (!error && type == ondemand::json_type::array) {
      ondemand::array years;
      error = document.get_array().get(years);
      if (!error)
        for (auto each : years) {
          ondemand::value value;
          error = std::move(each).get(value);
          if (!error) error = read_year(value);
          if (error) break;
        }
    } else if (!error) {
      ondemand::value value;
      error = document.get_value().get(value);
      if (!error) error = read_year(value);
    }
    if (!error) return;
    const char* at = nullptr;
    const auto line = !begun || document.current_location().get(at) ? 1 : line_of(at);
    broken(line);
  }

  simdjson::error_code read_year(ondemand::value& value) {
    const auto line = line_of(value.raw_json_token().data());
    ondemand::object object;
    if (value.get_object().get(object)) {
      unlike(line);
      return simdjson::SUCCESS;
    }
    std::int64_t year = 0;
    const bool dated = !object["year"].get_int64().get(year);
    ondemand::array papers;
    if (file_.paper.empty() && !object["papers"].get_array().get(papers))
      for (auto paper : papers)
        if (std::string_view address; file_.paper.empty() && !paper.get_string().get(address)) file_.paper = address;
    ondemand::array days;
    if (const auto error = object["days"].get_array().get(days)) {
      if (error == simdjson::NO_SUCH_FIELD) return read_kinds(object, line);
      if (error != simdjson::INCORRECT_TYPE) return error;
      unlike(line);
      return simdjson::SUCCESS;
    }
    std::size_t count = 0;
    for (auto each : days) {
      ondemand::value day;
      if (const auto error = std::move(each).get(day)) return error;
      ++count;
      read_listed(day);
    }
    if (dated && count > 0) file_.years.insert(static_cast<int>(year));
    return simdjson::SUCCESS;
  }

  // Days off and days worked apart, each a member: {"2027-01-01":"New Year's Day,元旦,1"}.
  simdjson::error_code read_kinds(ondemand::object& object, std::size_t line) {
    bool any = false;
    for (const auto kind : {DayKind::holiday, DayKind::workday}) {
      ondemand::object days;
      const auto error = object[kind == DayKind::holiday ? "holidays" : "workdays"].get_object().get(days);
      if (error == simdjson::NO_SUCH_FIELD || error == simdjson::INCORRECT_TYPE) continue;
      if (error) return error;
      any = true;
      for (auto each : days) {
        std::string_view key, text;
        ondemand::value value;
        if (const auto broken = each.unescaped_key().get(key)) return broken;
        const std::string date(key);
        if (const auto broken = each.value().get(value)) return broken;
        const auto at = line_of(value.raw_json_token().data());
        if (value.get_string().get(text)) text = {};
        const auto day = read_day(date);
        if (day)
          add(at, *day, kind, name_among(text));
        else
          wrong(at, date, say("不是真实存在的日期", "not a day that exists"),
                say("写作 2027-01-01", "write it as 2027-01-01"));
      }
    }
    if (!any) unlike(line);
    return simdjson::SUCCESS;
  }

  // 元旦 of "New Year's Day,元旦,1"; the whole of it when it is no such list.
  static std::string name_among(std::string_view text) {
    const auto last = text.rfind(',');
    const auto before = last == std::string_view::npos || last == 0 ? last : text.rfind(',', last - 1);
    if (last == std::string_view::npos || before == std::string_view::npos) return std::string(trimmed(text));
    return std::string(trimmed(text.substr(before + 1, last - before - 1)));
  }

  void read_listed(ondemand::value& value) {
    const auto line = line_of(value.raw_json_token().data());
    ondemand::object object;
    std::string_view date, name;
    bool off = false;
    if (value.get_object().get(object)) return unlike(line);
    std::string text;
    if (!object["date"].get_string().get(date)) text = date;
    std::string called;
    if (!object["name"].get_string().get(name)) called = trimmed(name);
    const bool told = !object["isOffDay"].get_bool().get(off);
    const auto day = read_day(text);
    if (!day)
      wrong(line, text, say("date 不是真实存在的日期", "date is not a day that exists"),
            say("写作 \"date\": \"2027-01-01\"", "write it as \"date\": \"2027-01-01\""));
    if (!told)
      wrong(line, text, say("没有写明 isOffDay", "isOffDay is not said"),
            say("放假写 true,上班写 false", "true when off, false when worked"));
    if (day && told) add(line, *day, off ? DayKind::holiday : DayKind::workday, called);
  }

  void unlike(std::size_t line) {
    wrong(line, {}, say("不是日历的 JSON", "this JSON is no calendar"),
          say("应为 {\"year\":2027,\"days\":[{\"name\":\"元旦\",\"date\":\"2027-01-01\",\"isOffDay\":true}]} "
              "或这样的数组",
              "it should be {\"year\":2027,\"days\":[{\"name\":\"元旦\",\"date\":\"2027-01-01\",\"isOffDay\":true}]} "
              "or a list of such"));
  }

  std::string_view text_;
  Language language_;
  CalendarFile file_;
  std::map<Day, std::pair<std::size_t, DayKind>> lines_;
  ondemand::parser parser_;
  simdjson::padded_string padded_;
};

bool lists_new_year(int year, const std::vector<ListedDay>& days) {
  const auto first = day_of({year, 1, 1});
  return std::any_of(days.begin(), days.end(), [&](const ListedDay& each) { return each.day == first; });
}

}  // namespace

CalendarFile read_calendar(std::string_view text, Language language) { return Reader(text, language).read(); }

YearEditions editions_of(const CalendarFile& file, std::optional<int> only,
                         const std::function<std::optional<std::vector<ListedDay>>(int)>& adopted) {
  std::map<int, std::vector<ListedDay>> years;
  for (const auto& each : file.days) years[civil(each.day).year].push_back(each);
  YearEditions sorted;
  for (auto& [year, days] : years) {
    std::sort(days.begin(), days.end(), [](const ListedDay& a, const ListedDay& b) { return a.day < b.day; });
    const bool complete = file.years.empty() ? lists_new_year(year, days) : file.years.contains(year);
    if (only ? *only == year : complete) {
      sorted.editions.push_back({year, days, 0});
      continue;
    }
    const auto present = adopted(year);
    if (complete || !present) {
      sorted.left_out.push_back({year, days});
      continue;
    }
    std::map<Day, ListedDay> merged;
    for (const auto& each : *present) merged.emplace(each.day, each);
    for (const auto& each : days) {
      const auto [there, fresh] = merged.try_emplace(each.day, each);
      // The name is as good as before; only what it is to the count makes another edition.
      if (!fresh && there->second.kind != each.kind) there->second = each;
    }
    YearEdition edition{year, {}, days.size()};
    for (const auto& [day, each] : merged) edition.days.push_back(each);
    sorted.editions.push_back(std::move(edition));
  }
  return sorted;
}

}  // namespace ducha::tools
