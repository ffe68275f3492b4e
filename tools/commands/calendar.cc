// 日历: which editions there are, what they say, and how a limit is counted by them.

#include <algorithm>
#include <array>
#include <map>
#include <ostream>

#include <fmt/format.h>

#include "tools/commands/commands.h"
#include "tools/commands/editions.h"

namespace ducha::tools {
namespace {

using domain::DayKind;
using reports::Align;
using reports::Cell;
using reports::Report;
using reports::Word;

constexpr std::array<std::string_view, 8> weekdays{"",         "monday", "tuesday",  "wednesday",
                                                   "thursday", "friday", "saturday", "sunday"};
Word weekday_word(Day day) { return {weekdays[static_cast<std::size_t>(weekday(day))]}; }

// Working days of the year as an edition has them, by month: "2022-01".
reports::Counts workdays_by_month(const domain::Calendar& calendar, int year) {
  reports::Counts months;
  for (unsigned month = 1; month <= 12; ++month) {
    const Day first = *day_of({year, month, 1});
    const int days = static_cast<int>(days_in_month(year, month));
    months[fmt::format("{}-{:02}", year, month)] = calendar.workdays_between(first - 1, first - 1 + days);
  }
  return months;
}

domain::Calendar calendar_of(const Adoption& adoption) {
  domain::Calendar calendar;
  calendar.adopt(adoption.year, adoption.edition, domain::parse_calendar(adoption.content).days);
  return calendar;
}

// ---- show -----------------------------------------------------------------------------------------------

struct EditionRow {
  Adoption adoption;
  std::int64_t off = 0, made_up = 0, workdays = 0;
  bool in_force = false;
};

constexpr reports::ColumnOf<EditionRow> edition_columns[] = {
    {{"year", "年份", "Year"}, [](const EditionRow& row) -> Cell { return std::to_string(row.adoption.year); }},
    {{"edition", "版本", "Edition"}, [](const EditionRow& row) -> Cell { return row.adoption.edition; }},
    {{"holidays", "放假", "Off", Align::right}, [](const EditionRow& row) -> Cell { return row.off; }},
    {{"made_up", "调休上班", "Made up", Align::right}, [](const EditionRow& row) -> Cell { return row.made_up; }},
    {{"workdays", "工作日", "Workdays", Align::right}, [](const EditionRow& row) -> Cell { return row.workdays; }},
    {{"in_force", "在用", "In force"}, [](const EditionRow& row) -> Cell { return row.in_force; }},
    {{"seq", "序号", "Seq", Align::right},
     [](const EditionRow& row) -> Cell { return static_cast<std::int64_t>(row.adoption.seq); }},
    {{.name = "recorded", .zh = "采用时间", .en = "Adopted", .leaves = 1},
     [](const EditionRow& row) -> Cell { return shanghai_time(row.adoption.recorded_at); }},
    {{.name = "source", .zh = "来源", .en = "Source", .weight = 1, .least = 10},
     [](const EditionRow& row) -> Cell { return row.adoption.source; }},
};

Report all_editions(const std::vector<Adoption>& adopted) {
  std::map<int, Seq> in_force;
  for (const auto& each : adopted) in_force[each.year] = each.seq;
  std::vector<EditionRow> rows;
  for (const auto& [year, last] : in_force)
    for (const auto& each : adopted) {
      if (each.year != year) continue;
      EditionRow row{each, 0, 0, 0, each.seq == last};
      for (const auto& day : domain::parse_calendar(each.content).days)
        ++(day.kind == DayKind::holiday ? row.off : row.made_up);
      for (const auto& [month, days] : workdays_by_month(calendar_of(each), year)) row.workdays += days;
      rows.push_back(std::move(row));
    }
  Report report{"calendars", "日历版本", "Editions of the calendar", {}, {}, {}, {}};
  reports::tabulate(rows, edition_columns, report);
  return report;
}

constexpr reports::ColumnOf<domain::ListedDay> day_columns[] = {
    {{"day", "日期", "Day"}, [](const domain::ListedDay& row) -> Cell { return row.day; }},
    {{"weekday", "星期", "Weekday"}, [](const domain::ListedDay& row) -> Cell { return weekday_word(row.day); }},
    {{.name = "kind", .zh = "安排", .en = "Kind", .total = reports::Total::count},
     [](const domain::ListedDay& row) -> Cell { return Word{row.kind == DayKind::holiday ? "holiday" : "made_up"}; }},
    {{"name", "名称", "Name"}, [](const domain::ListedDay& row) -> Cell { return row.name; }},
};

Report one_year(const std::vector<Adoption>& adopted, int year) {
  Report report{"calendar", "日历", "Calendar", {}, {}, {}, {}};
  const Adoption* present = nullptr;
  reports::Texts earlier;
  for (const auto& each : adopted) {
    if (each.year != year) continue;
    if (present) earlier.push_back(present->edition);
    present = &each;
  }
  const auto months = workdays_by_month(calendar_of(*present), year);
  std::int64_t workdays = 0;
  for (const auto& [month, days] : months) workdays += days;
  report.asked = {{"year", std::int64_t{year}},
                  {"edition", present->edition},
                  {"source", present->source},
                  {"workdays", workdays},
                  {"months", months}};
  if (!earlier.empty()) report.asked.emplace_back("earlier", earlier);
  reports::tabulate(domain::parse_calendar(present->content).days, day_columns, report);
  return report;
}

// ---- explain --------------------------------------------------------------------------------------------

struct CountRow {
  domain::CountedDay day;
  std::string_view why;  // a word: why it is worked or not
  std::string name;      // of the festival
};

constexpr reports::ColumnOf<CountRow> count_columns[] = {
    {{"day", "日期", "Day"}, [](const CountRow& row) -> Cell { return row.day.day; }},
    {{"weekday", "星期", "Weekday"}, [](const CountRow& row) -> Cell { return weekday_word(row.day.day); }},
    {{"why", "性质", "Why"}, [](const CountRow& row) -> Cell { return Word{row.why}; }},
    {{"name", "节日", "Festival"}, [](const CountRow& row) -> Cell { return row.name; }},
    {{.name = "provisional", .zh = "暂定", .en = "Provisional", .beside = "day"},
     [](const CountRow& row) -> Cell { return !row.day.covered; }},
    {{"nth", "第几日", "Nth", Align::right},
     [](const CountRow& row) -> Cell { return row.day.nth == 0 ? Cell() : Cell(std::int64_t{row.day.nth}); }},
};

std::string_view why(const domain::CountedDay& day, const domain::ListedDay* listed) {
  if (listed) return listed->kind == DayKind::holiday ? "holiday" : "made_up";
  return day.works ? "workday" : "weekend";
}

std::string rule_text(const Context& context, const domain::Limit& limit) {
  if (limit.kind == domain::Limit::Kind::workdays)
    return std::string(context.say("自起算日的次日起数工作日（民法典第二百零一条）",
                                   "working days from the day after the starting day (Civil Code, Art. 201)"));
  return std::string(context.say(
      "自起算日的次日起数日历日（民法典第二百零一条）；末日是休息日的，顺延至下一工作日（第二百零三条）",
      "calendar days from the day after the starting day (Civil Code, Art. 201); a last day of rest gives way to the "
      "next working day (Art. 203)"));
}

}  // namespace

Exit calendar_show(const Context& context, const CalendarOptions& options) {
  const store::Log log(context.ledger, store::Access::read);
  const auto adopted = calendars_adopted(log);
  Report report;
  if (options.year.empty()) {
    report = all_editions(adopted);
  } else {
    const auto first = parse_day(options.year + "-01-01");
    if (!first) {
      context.remarks << options.year << context.say("：应为四位年份，如 2027\n", ": write a year, as 2027\n");
      return Exit::usage;
    }
    const int year = civil(*first).year;
    if (std::none_of(adopted.begin(), adopted.end(), [&](const Adoption& each) { return each.year == year; })) {
      context.remarks << year
                      << context.say(
                             " 年还没有日历：经过该年的时限按周一至周五计，标为暂定。"
                             "通知公布后用 ducha calendar import 导入\n",
                             " has no calendar: limits that touch it are counted Monday to Friday and marked "
                             "provisional. Bring the notice with ducha calendar import\n");
      return Exit::refused;
    }
    report = one_year(adopted, year);
  }
  report.footer = projections::Books(log, {context.today(), {}}).footer();
  return put(context, options.format, report) ? Exit::done : Exit::usage;
}

Exit calendar_explain(const Context& context, const CalendarOptions& options) {
  const auto from = parse_day(options.from);
  const auto limit = domain::parse_limit(options.limit);
  if (!from) {
    context.remarks << options.from
                    << context.say("：应为真实存在的日期，写作 2022-06-30\n",
                                   ": write a day that exists, as 2022-06-30\n");
    return Exit::usage;
  }
  if (!limit || limit->kind == domain::Limit::Kind::date) {
    context.remarks << options.limit
                    << (limit ? context.say("：写定的日期照原样，不用计算\n",
                                            ": a fixed day stays as written, nothing is counted\n")
                              : context.say("：应为 3wd（工作日）或 30d（日历日），不超过 3660\n",
                                            ": write 3wd (working days) or 30d (calendar days), at most 3660\n"));
    return Exit::usage;
  }
  const store::Log log(context.ledger, store::Access::read);
  const projections::Books books(log, {context.today(), {}});
  const auto& calendar = books.office().calendar();
  const auto due = domain::count_from(*from, *limit, calendar);
  std::vector<CountRow> rows;
  for (const auto& day : domain::count_days(*from, *limit, calendar)) {
    const auto* listed = calendar.listed(day.day);
    rows.push_back({day, day.day == *from ? "start" : why(day, listed), listed ? listed->name : std::string()});
  }
  Report report{"explain", "时限怎样算出", "How the limit is counted", {}, books.footer(), {}, {}};
  report.asked = {{"from", *from},
                  {"limit", to_string(*limit)},
                  {"due", due.day},
                  {"provisional", due.provisional},
                  {"rule", rule_text(context, *limit)}};
  reports::tabulate(rows, count_columns, report);
  return put(context, options.format, report) ? Exit::done : Exit::usage;
}

}  // namespace ducha::tools
