// 考核规则: the rule set in force, another one compared with it, and another one adopted.

#include <algorithm>
#include <filesystem>
#include <map>
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "projections/reports/reports.h"
#include "projections/views.h"
#include "tools/commands/commands.h"
#include "tools/commands/editions.h"
#include "tools/import/rules_file.h"
#include "tools/render/words.h"

namespace ducha::tools {
namespace {

using Json = nlohmann::ordered_json;
using domain::RuleEntry;
using reports::Cell;
using reports::Report;

// ---- what a rule is about -------------------------------------------------------------------------------

std::string meaning(const std::string& name, Language language) {
  static const std::map<std::string_view, std::pair<std::string_view, std::string_view>> said{
      {"edition", {"版本名称", "name of the edition"}},
      {"limits.accept_within", {"签收期限", "acceptance is due within"}},
      {"limits.yellow_within", {"到期前多久亮黄灯", "yellow from so long before the due day"}},
      {"limits.late_extension", {"逾期后批准延期的考核时限", "which day a late extension is assessed by"}},
      {"deductions.return", {"退回重办，每次扣", "each return for redo"}},
      {"deductions.return_from_third", {"第三次及以后退回，每次扣", "each return from the third on"}},
      {"weights.lead", {"牵头、联合牵头的扣分权重", "weight of lead and joint lead"}},
      {"weights.supporting", {"协办的扣分权重", "weight of supporting"}},
      {"lights.pending", {"未到期", "not yet near"}},
      {"lights.near", {"临期", "near the due day"}},
      {"lights.overdue", {"逾期或未办", "overdue or missed"}},
      {"lights.done", {"已办", "done"}},
      {"lights.excused", {"免责", "excused"}},
      {"documents.number", {"发文字号样式", "pattern of the numbers of documents"}}};
  if (const auto found = said.find(name); found != said.end())
    return std::string(in(language, found->second.first, found->second.second));
  constexpr std::string_view late = "deductions.late_", missed = "deductions.missed_";
  const bool is_late = name.starts_with(late);
  const auto duty = translated(std::string_view(name).substr(is_late ? late.size() : missed.size()), language);
  if (language == Language::zh) return std::string(duty) + (is_late ? "逾期完成，每项扣" : "未办或逾期未办，每项扣");
  return (is_late ? "each late " : "each missed or overdue ") + std::string(duty);
}

struct Row {
  RuleEntry entry;
  std::string other, meaning;  // other: the default, or the new value
};

constexpr reports::ColumnOf<Row> show_columns[] = {
    {{"rule", "项目", "Rule"}, [](const Row& row) -> Cell { return row.entry.name; }},
    {{"value", "值", "Value"}, [](const Row& row) -> Cell { return row.entry.value; }},
    {{.name = "default", .zh = "默认值", .en = "Default", .leaves = 1},
     [](const Row& row) -> Cell { return row.other; }},
    {{"meaning", "含义", "Meaning", reports::Align::left, 1, 0, 28},
     [](const Row& row) -> Cell { return row.meaning; }},
};

constexpr reports::ColumnOf<Row> diff_columns[] = {
    {{"rule", "项目", "Rule"}, [](const Row& row) -> Cell { return row.entry.name; }},
    {{"now", "现行", "Now"}, [](const Row& row) -> Cell { return row.entry.value; }},
    {{"new", "新值", "New"}, [](const Row& row) -> Cell { return row.other; }},
    {{"meaning", "含义", "Meaning", reports::Align::left, 1, 0, 12},
     [](const Row& row) -> Cell { return row.meaning; }},
};

std::vector<Row> differences(const domain::Rules& now, const domain::Rules& then, Language language) {
  std::vector<Row> rows;
  const auto before = domain::rule_entries(now), after = domain::rule_entries(then);
  for (std::size_t i = 0; i < before.size(); ++i)
    if (before[i].value != after[i].value)
      rows.push_back({before[i], after[i].value, meaning(before[i].name, language)});
  return rows;
}

// ---- what another rule set would change -----------------------------------------------------------------

struct Score {
  std::string unit, name;
  reports::Word role;
  Cell now, then;
};

constexpr reports::ColumnOf<Score> score_columns[] = {
    {{"unit", "代码", "Unit"}, [](const Score& row) -> Cell { return row.unit; }},
    {{"name", "单位", "Name", reports::Align::left, 1, 0, 12}, [](const Score& row) -> Cell { return row.name; }},
    {{"role", "角色", "Role"}, [](const Score& row) -> Cell { return row.role; }},
    {{"now", "现得分", "Score now", reports::Align::right}, [](const Score& row) -> Cell { return row.now; }},
    {{"new", "新得分", "Score then", reports::Align::right}, [](const Score& row) -> Cell { return row.then; }},
};

std::size_t column(const Report& report, std::string_view name) {
  const auto found =
      std::find_if(report.columns.begin(), report.columns.end(), [&](const auto& each) { return each.name == name; });
  return static_cast<std::size_t>(found - report.columns.begin());
}

// The units whose score of the year would be another. The same duties either way: rules weigh, they do not find.
std::vector<Score> changed_scores(projections::Books& books, Day from, Day to, const domain::Rules& rules) {
  const auto now = reports::standing(books, {from, to}, reports::By::unit, {});
  books.judge_by(rules);
  const auto then = reports::standing(books, {from, to}, reports::By::unit, {});
  const auto unit = column(now, "unit"), name = column(now, "name"), role = column(now, "role"),
             score = column(now, "score");
  std::vector<Score> changed;
  for (std::size_t i = 0; i < now.rows.size(); ++i)
    if (now.rows[i][score] != then.rows[i][score])
      changed.push_back({std::get<std::string>(now.rows[i][unit]), std::get<std::string>(now.rows[i][name]),
                         std::get<reports::Word>(now.rows[i][role]), now.rows[i][score], then.rows[i][score]});
  return changed;
}

// An edition that was adopted under this name and says something else.
const Adoption* namesake(const std::vector<Adoption>& adopted, const domain::Rules& rules) {
  for (const auto& each : adopted)
    if (each.edition == rules.edition && !(domain::parse_rules(each.content).rules == rules)) return &each;
  return nullptr;
}

Json as_json(const Cell& cell) {
  if (const auto* decimal = std::get_if<reports::Decimal>(&cell))
    return static_cast<double>(decimal->thousandths) / 1000;
  return {};
}

Json as_json(const std::vector<Row>& rows) {
  Json all = Json::array();
  for (const auto& row : rows)
    all.push_back({{"rule", row.entry.name}, {"now", Json::parse(row.entry.value)}, {"new", Json::parse(row.other)}});
  return all;
}

void put_differences(const Context& context, const std::vector<Row>& rows, const reports::Footer& footer) {
  Report report{"rules-diff", "规则的不同", "What differs in the rules", {}, footer, {}, {}};
  reports::tabulate(rows, diff_columns, report);
  put(context, {}, report);
}

}  // namespace

Exit rules_show(const Context& context, const RulesOptions& options) {
  const store::Log log(context.ledger, store::Access::read);
  const projections::Books books(log, {context.today(), {}});
  const auto& rules = books.office().rules();
  if (options.format == "toml") {
    context.out << domain::rules_text(rules);
    return Exit::done;
  }
  std::vector<Row> rows;
  const auto present = domain::rule_entries(rules), defaults = domain::rule_entries({});
  for (std::size_t i = 0; i < present.size(); ++i)
    rows.push_back({present[i], defaults[i].value, meaning(present[i].name, context.language)});
  Report report{"rules", "考核规则", "Rules", {}, books.footer(), {}, {}};
  const auto adopted = rules_adopted(log);
  report.asked = {{"edition", rules.edition}};
  reports::Texts earlier;
  for (const auto& each : adopted)
    if (each.seq != adopted.back().seq) earlier.push_back(each.edition);
  if (!adopted.empty()) report.asked.emplace_back("source", adopted.back().source);
  if (!earlier.empty()) report.asked.emplace_back("earlier", earlier);
  reports::tabulate(rows, show_columns, report);
  return put(context, options.format, report) ? Exit::done : Exit::usage;
}

Exit rules_import(const Context& context, const RulesOptions& options) {
  if (!text_or_json(context, options.format)) return Exit::usage;
  const auto rules = rules_of(context, options.file);
  if (!rules) return Exit::refused;
  store::Log log(context.ledger, store::Access::write);
  projections::Views views;
  Clerk clerk(log, views);
  const auto adopted = rules_adopted(log);
  if (const auto* other = namesake(adopted, *rules)) {
    context.remarks << options.file << context.say("：版本名称“", ": the edition “") << rules->edition
                    << context.say("”已用于内容不同的规则（序号 ", "” names another rule set already (seq ")
                    << other->seq
                    << context.say("），旧报表以它为据。请换一个名称\n",
                                   "), by which earlier reports were made. Give this one another name\n");
    return Exit::refused;
  }
  const auto rows = differences(clerk.office().rules(), *rules, context.language);
  if (!rows.empty()) {
    record::Hasher hasher(log.head().algorithm);
    auto content = domain::rules_text(*rules);
    content.pop_back();
    const auto id =
        fmt::format("rules-{}-{}", adopted.size() + 1, to_hex(hasher.of(std::string_view(content))).substr(0, 12));
    const auto source =
        options.source.empty() ? std::filesystem::path(options.file).filename().string() : options.source;
    const auto answer = submit(clerk, context, log.head().algorithm,
                               {{"do", "adopt-rules"},
                                {"id", id},
                                {"on", to_string(context.today())},
                                {"edition", rules->edition},
                                {"source", source},
                                {"content", content}});
    if (const auto* no = std::get_if<domain::No>(&answer)) {
      tell(context, *no);
      return Exit::refused;
    }
    if (!options.dry_run) clerk.commit();
  }
  if (options.format == "json") {
    context.out << Json{{"file", options.file},
                        {"dry_run", options.dry_run},
                        {"edition", rules->edition},
                        {"adopted", !rows.empty() && !options.dry_run},
                        {"differences", as_json(rows)}}
                       .dump()
                << "\n";
    return Exit::done;
  }
  if (rows.empty()) {
    context.out << context.say("版本 ", "edition ") << rules->edition
                << context.say(" 已在用，没有新增\n", " is in force already, nothing added\n");
    return Exit::done;
  }
  put_differences(context, rows, projections::Books(log, {context.today(), {}}).footer());
  context.out << "\n"
              << (options.dry_run ? context.say("可采用版本 ", "would adopt edition ")
                                  : context.say("已采用版本 ", "adopted edition "))
              << rules->edition << "\n";
  return Exit::done;
}

Exit rules_diff(const Context& context, const RulesOptions& options) {
  if (!text_or_json(context, options.format)) return Exit::usage;
  const auto on = options.on.empty() ? std::optional(context.today()) : parse_day(options.on);
  if (!on) {
    context.remarks << "--on " << options.on
                    << context.say("：应为真实存在的日期，写作 2022-06-30\n",
                                   ": write a day that exists, as 2022-06-30\n");
    return Exit::usage;
  }
  const auto rules = rules_of(context, options.file);
  if (!rules) return Exit::refused;
  const store::Log log(context.ledger, store::Access::read);
  projections::Books books(log, {*on, {}});
  const auto footer = books.footer();
  const auto rows = differences(books.office().rules(), *rules, context.language);
  const int year = civil(*on).year;
  const auto scores = changed_scores(books, *day_of({year, 1, 1}), *day_of({year, 12, 31}), *rules);
  if (namesake(rules_adopted(log), *rules))
    context.remarks << options.file << context.say("：版本名称“", ": the edition “") << rules->edition
                    << context.say("”已用于内容不同的规则，采用前须换名\n",
                                   "” names another rule set already; give it another name before it is adopted\n");
  if (options.format == "json") {
    Json json{{"file", options.file},   {"on", to_string(*on)},      {"year", year},
              {"rules", footer.rules},  {"edition", rules->edition}, {"differences", as_json(rows)},
              {"scores", Json::array()}};
    for (const auto& each : scores)
      json["scores"].push_back(
          {{"unit", each.unit}, {"role", each.role.name}, {"now", as_json(each.now)}, {"new", as_json(each.then)}});
    context.out << json.dump() << "\n";
    return Exit::done;
  }
  put_differences(context, rows, footer);
  context.out << "\n";
  Report report{"rules-scores", "得分会变的单位", "Units whose score would change", {}, footer, {}, {}};
  report.asked = {{"year", std::int64_t{year}}};
  reports::tabulate(scores, score_columns, report);
  put(context, {}, report);
  return Exit::done;
}

}  // namespace ducha::tools
