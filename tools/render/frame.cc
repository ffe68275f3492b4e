#include "tools/render/frame.h"

#include <charconv>
#include <optional>

#include <fmt/format.h>

#include "tools/render/cells.h"
#include "tools/render/width.h"
#include "tools/render/words.h"

namespace ducha::tools {
namespace {

// Years that follow one another under one edition.
struct Run {
  int first;
  int last;
  std::string_view edition;

  std::string text() const {
    return first == last ? fmt::format("{}@{}", first, edition) : fmt::format("{}-{}@{}", first, last, edition);
  }
};

// Reads "2022@edition".
std::optional<Run> read_run(std::string_view calendar) {
  const auto at = calendar.find('@');
  if (at == std::string_view::npos) return std::nullopt;
  int year = 0;
  const auto [end, error] = std::from_chars(calendar.data(), calendar.data() + at, year);
  if (error != std::errc{} || end != calendar.data() + at) return std::nullopt;
  return Run{year, year, calendar.substr(at + 1)};
}

std::string listed(const std::vector<std::string>& texts, std::string_view nothing) {
  return texts.empty() ? std::string{nothing} : fmt::format("{}", fmt::join(texts, " "));
}

}  // namespace

std::string_view title(const reports::Report& report, Language language) { return in(language, report.zh, report.en); }

std::vector<std::string> question(const reports::Report& report, Language language) {
  std::vector<std::string> parts;
  parts.reserve(report.asked.size());
  for (const auto& [name, cell] : report.asked) {
    parts.push_back(fmt::format("{} {}", translated(name, language), shown(cell, language)));
  }
  return parts;
}

std::string_view nothing_to_report(Language language) {
  return in(language, "没有符合条件的记录。", "Nothing to report.");
}

std::vector<std::string> basis(const reports::Report& report, Language language) {
  const auto& footer = report.footer;
  // Editions come from files the office wrote: they are as little trusted as a cell.
  const auto rules = one_line(footer.rules);
  const auto calendars = one_line(listed(compressed(footer.calendar), in(language, "无", "none")));
  auto rows = report.rows.size();
  for (const auto& part : report.parts) rows += part.rows.size();
  if (language == Language::zh) {
    return {fmt::format("截至 {}", to_string(footer.on)), fmt::format("账本序号 {}", footer.seq),
            fmt::format("规则 {}", rules), fmt::format("日历 {}", calendars), fmt::format("共 {} 行", rows)};
  }
  return {fmt::format("as of {}", to_string(footer.on)), fmt::format("head {}", footer.seq),
          fmt::format("rules {}", rules), fmt::format("calendar {}", calendars),
          fmt::format("{} row{}", rows, rows == 1 ? "" : "s")};
}

std::string digest(const reports::Report& report) {
  return fmt::format("{}:{}", report.footer.digest_algorithm, report.footer.digest);
}

std::vector<std::string> compressed(const std::vector<std::string>& calendars) {
  std::vector<std::string> texts;
  std::optional<Run> run;
  const auto finish_run = [&] {
    if (run) texts.push_back(run->text());
    run.reset();
  };
  for (const auto& calendar : calendars) {
    const auto next = read_run(calendar);
    if (run && next && next->edition == run->edition && next->first == run->last + 1) {
      run->last = next->last;
      continue;
    }
    finish_run();
    run = next;
    if (!next) texts.push_back(calendar);
  }
  finish_run();
  return texts;
}

}  // namespace ducha::tools
