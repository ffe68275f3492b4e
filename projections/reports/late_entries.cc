#include <map>
#include <set>

#include "projections/reports/cells.h"
#include "projections/reports/reports.h"

namespace ducha::reports {
namespace {

using projections::Recorded;

struct Row {
  Recorded command;
  domain::DueDay by;  // until when it should have been recorded
  bool corrected = false;
};

// Who records late.
struct Recorder {
  std::string by;
  std::int64_t commands = 0, longest = 0;
};

constexpr ColumnOf<Row> columns[] = {
    {{"seq", "序号", "Seq", Align::right},
     [](const Row& row) -> Cell { return static_cast<std::int64_t>(row.command.seq); }},
    {{"docket", "编号", "Docket"}, [](const Row& row) -> Cell { return text_or_none(row.command.docket); }},
    {{.name = "fact", .zh = "事实", .en = "Fact", .leaves = 1},
     [](const Row& row) -> Cell { return Word{row.command.fact}; }},
    {{"on", "日期", "On"}, [](const Row& row) -> Cell { return row.command.on; }},
    {{.name = "due", .zh = "应录入", .en = "To be by", .leaves = 2}, [](const Row& row) -> Cell { return row.by.day; }},
    {{.name = "provisional", .zh = "暂定", .en = "Provisional", .beside = "due"},
     [](const Row& row) -> Cell { return row.by.provisional; }},
    {{"recorded", "录入", "Recorded"}, [](const Row& row) -> Cell { return row.command.recorded; }},
    {{"days", "迟录天数", "Days late", Align::right},
     [](const Row& row) -> Cell { return std::int64_t{row.command.recorded - row.by.day}; }},
    {{"by", "记录人", "By", Align::left, 1, 0, 8}, [](const Row& row) -> Cell { return text_or_none(row.command.by); }},
    {{.name = "command", .zh = "命令", .en = "Command", .weight = 1, .leaves = 3, .least = 12},
     [](const Row& row) -> Cell { return row.command.command; }},
    {{.name = "entries", .zh = "条目", .en = "Entries", .align = Align::right, .leaves = 4},
     [](const Row& row) -> Cell { return static_cast<std::int64_t>(row.command.entries); }},
    {{.name = "corrected", .zh = "已更正", .en = "Corrected", .leaves = 5},
     [](const Row& row) -> Cell { return row.corrected; }},
};

constexpr ColumnOf<Recorder> recorder_columns[] = {
    {{"by", "记录人", "By", Align::left, 1, 0, 12}, [](const Recorder& row) -> Cell { return text_or_none(row.by); }},
    {{.name = "commands", .zh = "迟录条数", .en = "Commands", .align = Align::right, .total = Total::sum},
     [](const Recorder& row) -> Cell { return row.commands; }},
    {{"longest", "最多迟录天数", "Longest", Align::right}, [](const Recorder& row) -> Cell { return row.longest; }},
};

}  // namespace

Report late_entries(const projections::Books& books, domain::Limit within, const Filter& filter) {
  const auto& calendar = books.office().calendar();
  std::vector<Row> rows;
  std::set<std::string> corrected;
  std::map<std::string, Recorder> recorders;
  books.each_recorded([&](const Recorded& command) {
    // What happened later is out of sight; what a correction strikes, it strikes whatever its own day.
    if (!command.corrects.empty()) corrected.insert(command.corrects);
    if (command.on > books.on()) return;
    if (!filter.docket.empty() && command.docket != filter.docket) return;
    if (command.recorded <= command.on) return;
    const auto by = domain::count_from(command.on, within, calendar);
    if (command.recorded <= by.day) return;
    rows.push_back({command, by});
  });
  for (Row& row : rows) {
    row.corrected = corrected.contains(row.command.command);
    auto& recorder = recorders[row.command.by];
    recorder.by = row.command.by;
    ++recorder.commands;
    recorder.longest = std::max<std::int64_t>(recorder.longest, row.command.recorded - row.by.day);
  }
  std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
    return a.command.recorded - a.by.day > b.command.recorded - b.by.day;
  });
  std::vector<Recorder> by_recorder;
  for (auto& [by, recorder] : recorders) by_recorder.push_back(std::move(recorder));
  std::stable_sort(by_recorder.begin(), by_recorder.end(),
                   [](const Recorder& a, const Recorder& b) { return a.commands > b.commands; });

  Report report{"late-entries", "迟录清单", "Late entries", {}, books.footer(), {}, {}};
  report.asked.emplace_back("days", to_string(within));
  if (!filter.docket.empty()) report.asked.emplace_back("docket", filter.docket);
  tabulate(std::move(rows), columns, report);
  report.parts.push_back(part("recorders", "按记录人", "By recorder"));
  tabulate(by_recorder, recorder_columns, report.parts.back());
  return report;
}

}  // namespace ducha::reports
