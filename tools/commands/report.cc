#include <ostream>

#include <unistd.h>

#include "projections/books.h"
#include "projections/replay.h"
#include "projections/reports/notes.h"
#include "tools/commands/asking.h"
#include "tools/commands/check.h"
#include "tools/commands/commands.h"
#include "tools/commands/editions.h"
#include "tools/commands/report_kinds.h"
#include "tools/import/nearest.h"
#include "tools/output_file.h"
#include "tools/render/screen.h"

namespace ducha::tools {
namespace {

Format format_of(const Context& context, const ReportOptions& options) {
  auto name = options.format;
  if (name.empty() && !options.output.empty())
    if (const auto dot = options.output.rfind('.'); dot != std::string::npos) name = options.output.substr(dot + 1);
  if (name.empty() || name == "text" || name == "txt") return Format::text;
  if (name == "json") return Format::json;
  if (name == "csv") return Format::csv;
  if (name == "md") return Format::md;
  if (name == "html" || name == "htm") return Format::html;
  if (name == "xlsx") return Format::xlsx;
  throw Misread{
      "--format " + name +
      std::string(context.say(":可用 text、json、csv、xlsx、html、md", ": one of text, json, csv, xlsx, html, md"))};
}

void write(const Context& context, const ReportOptions& options, const reports::Report& report) {
  const auto format = format_of(context, options);
  Look look{context.language, 80, false};
  if (options.output.empty()) {
    if (format == Format::xlsx && is_terminal(STDOUT_FILENO))
      throw Misread{
          std::string(context.say("xlsx 不能显示在屏幕上:用 -o 文件.xlsx 写入文件",
                                  "xlsx cannot be shown on a terminal: write it to a file with -o FILE.xlsx"))};
    if (is_terminal(STDOUT_FILENO))
      look = {context.language, columns_of(STDOUT_FILENO), std::getenv("NO_COLOR") == nullptr};
    render(report, format, look, context.out);
    return;
  }
  OutputFile file(options.output);
  render(report, format, look, file.stream());
  file.finish();
  context.remarks << context.say("已写入 ", "written to ") << options.output << "\n";
}

Question question(const Context& context, const ReportOptions& options, const projections::Books& books) {
  Question question;
  question.filter = {unit_code(context, books.office(), options.unit), options.leader, options.docket};
  // Without a period, the year of the day asked about.
  const auto year = civil(books.on()).year;
  question.period = {day_named(context, "--from", options.from, *day_of({year, 1, 1})),
                     day_named(context, "--to", options.to, *day_of({year, 12, 31}))};
  const auto& [from, to] = question.period;
  if (to < from)
    throw Misread{"--from " + to_string(from) + " --to " + to_string(to) +
                  std::string(context.say(":起始日在截止日之后", ": the period ends before it begins"))};
  if (const auto within = limit(context, "--within", options.within, Dated::may_be))
    question.within = domain::count_from(books.on(), *within, books.office().calendar()).day;
  for (std::size_t i = 0; i < std::size(reports::by_names); ++i)
    if (reports::by_names[i] == options.by) question.by = static_cast<reports::By>(i);
  question.explain = options.explain;
  question.over = limit(context, "--over", options.over);
  question.days = limit(context, "--days", options.days);
  question.decision = options.decision;
  return question;
}

// The report, by the rules of a file when one is named; nothing when the file is no rule set or what was asked about is
// unknown, which has been told.
std::optional<reports::Report> ask(const Context& context, const ReportOptions& options, projections::Books& books) {
  std::optional<domain::Rules> rules;
  if (!options.rules.empty()) {
    rules = rules_of(context, options.rules);
    if (!rules) return {};
    books.judge_by(*rules);
  }
  auto report = report_kind(options.name)->make(books, question(context, options, books));
  if (!report) {
    std::vector<std::string> known;
    for (const auto& [number, decision] : books.office().decisions()) known.push_back(number);
    tell(context, {domain::Refusal::decision_unknown, options.decision, nearest(options.decision, known)});
    return {};
  }
  if (rules) {
    report->asked.emplace_back("what_if", rules->edition);
    report->notes.push_back(reports::what_if);
  }
  return report;
}

}  // namespace

Exit report(const Context& context, const ReportOptions& options) {
  try {
    const store::Log log(context.ledger, store::Access::read);
    projections::Books books(
        log, {day_named(context, "--on", options.on, context.today()), known_at(context, log, options.known_at)});
    if (options.name == "check")
      return check(context, log, books, [&](const auto& found) { write(context, options, found); });
    if (options.name != "history") {
      const auto report = ask(context, options, books);
      if (!report) return Exit::refused;
      write(context, options, *report);
      return Exit::done;
    }
    if (const auto replayed = projections::replay(log, books, options.docket)) {
      write(context, options, *replayed);
      return Exit::done;
    }
    const auto said = say({domain::Refusal::docket_unknown, options.docket, {}}, context.language);
    context.remarks << said.wrong << context.say("。", ". ")
                    << context.say("用 ducha report cards 查看全部事项。\n", "ducha report cards lists all dockets.\n");
    return Exit::refused;
  } catch (const Misread& misread) {
    context.remarks << misread.wrong << "\n";
    return Exit::usage;
  }
}

}  // namespace ducha::tools
