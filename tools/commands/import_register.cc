// import of a register: what was read, what becomes of it, and what has changed since the copy before.

#include <algorithm>
#include <ostream>

#include <nlohmann/json.hpp>

#include "ledger/clerk.h"
#include "projections/views.h"
#include "tools/commands/commands.h"
#include "tools/commands/import_complaints.h"
#include "tools/import/register/register_file.h"
#include "tools/render/progress.h"
#include "tools/render/width.h"

namespace ducha::tools {
namespace {

constexpr std::size_t remarks_shown_max = 40;

std::string joined(const std::vector<Told>& told, Language language) {
  std::string text;
  for (const auto& each : told) {
    if (!text.empty()) text += language == Language::zh ? ";" : "; ";
    text += language == Language::zh ? each.zh : each.en;
  }
  return text;
}

// One line a row: where it stands, what was read, what becomes of it.
void show_table(const Context& context, const std::vector<RegisterLine>& lines) {
  struct Shown {
    const char *zh, *en;
    std::size_t width;
  };
  constexpr Shown columns[] = {{"行", "Line", 5},
                               {"编号", "Docket", 14},
                               {"事项", "Title", 30},
                               {"牵头 | 协办", "Lead | supporting", 32},
                               {"时限", "Due", 14}};
  const auto put = [&](std::size_t at, const std::string& text) {
    const auto width = columns[at].width;
    context.out << pad_right(cut_to_width(one_line(text), width), width) << "  ";
  };
  for (std::size_t at = 0; at < std::size(columns); ++at)
    put(at, std::string(context.say(columns[at].zh, columns[at].en)));
  context.out << context.say("记入", "Becomes") << "\n";
  for (const auto& line : lines) {
    put(0, std::to_string(line.line));
    put(1, line.docket);
    put(2, line.title);
    put(3, line.units);
    put(4, line.due);
    context.out << one_line(line.told.empty() ? std::string(context.say("没有变化", "no change"))
                                              : joined(line.told, context.language))
                << "\n";
  }
}

// What has changed in dockets that were known: the difference to the copy before.
void show_changes(const Context& context, const std::vector<RegisterLine>& lines) {
  for (const auto& line : lines) {
    if (!line.known || line.told.empty()) continue;
    context.out << "  " << line.docket << " " << one_line(cut_to_width(line.title, 40)) << context.say(":", ": ")
                << one_line(joined(line.told, context.language)) << "\n";
  }
}

void tell_json(const Context& context, const ImportOptions& options, const std::string& file,
               const RegisterOutcome& outcome) {
  const bool taken = outcome.complaints.empty();
  nlohmann::ordered_json json{{"file", file},
                              {"recorded", taken && !options.dry_run ? outcome.commands : 0},
                              {"repeated", 0},
                              {"refused", outcome.complaints.size()},
                              {"complaints", nlohmann::ordered_json::array()},
                              {"batch", taken && !options.dry_run && outcome.commands > 0 ? outcome.batch : ""},
                              {"on", to_string(outcome.frame.on)},
                              {"year", outcome.frame.year},
                              {"opened", outcome.opened},
                              {"changed", outcome.changed},
                              {"unchanged", outcome.unchanged},
                              {"rows", nlohmann::ordered_json::array()},
                              {"missing", nlohmann::ordered_json::array()}};
  for (const auto& each : outcome.complaints)
    json["complaints"].push_back({{"line", each.place.line},
                                  {"column", each.place.column},
                                  {"cell", each.cell},
                                  {"wrong", each.wrong},
                                  {"remedy", each.remedy}});
  for (const auto& line : outcome.lines)
    json["rows"].push_back({{"line", line.line},
                            {"docket", line.docket},
                            {"title", line.title},
                            {"known", line.known},
                            {"becomes", joined(line.told, context.language)}});
  for (const auto& missing : outcome.missing)
    json["missing"].push_back({{"docket", missing.docket}, {"title", missing.title}});
  context.out << json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << "\n";
}

void tell(const Context& context, const ImportOptions& options, const std::string& file,
          const RegisterOutcome& outcome) {
  const auto remark = [&](const std::string& text) {
    context.remarks << file << context.say(":", ": ") << one_line(text) << "\n";
  };
  const auto said = [&](const Told& told) { return context.language == Language::zh ? told.zh : told.en; };
  if (options.json) tell_json(context, options, file, outcome);
  for (const auto& each : outcome.remarks) remark(said(each));
  std::size_t shown = 0, all = 0;
  for (const auto& line : outcome.lines)
    for (const auto& each : line.remarks)
      if (++all && shown < remarks_shown_max) {
        ++shown;
        remark(std::to_string(line.line) + std::string(context.say(":", ": ")) + line.docket + " " + said(each));
      }
  if (all > shown)
    remark(std::string(context.say("另有说明 ", "further remarks: ")) + std::to_string(all - shown) +
           std::string(context.say(" 处", "")));
  if (!outcome.complaints.empty()) {
    show_complaints(context, file, outcome.complaints);
    return;
  }
  if (options.json) return;
  if (options.dry_run) show_table(context, outcome.lines);
  context.out << file << context.say(":", ": ");
  if (outcome.brought_before)
    context.out << context.say("这个文件以前导入过,没有新增", "this very file was imported before, nothing added");
  else if (outcome.commands == 0)
    context.out << context.say("与已记录的一致,没有新增", "says what is recorded already, nothing added");
  else
    context.out << (options.dry_run ? context.say("可记录 ", "would record ") : context.say("已记录 ", "recorded "))
                << outcome.commands << context.say(" 条:新立项 ", " commands: opened ") << outcome.opened
                << context.say(" 项,有变化 ", ", changed ") << outcome.changed
                << context.say(" 项,没有变化 ", ", unchanged ") << outcome.unchanged << context.say(" 项", "");
  if (!options.dry_run && outcome.commands > 0) context.out << context.say(";批次 ", "; batch ") << outcome.batch;
  context.out << "\n";
  if (!options.dry_run) show_changes(context, outcome.lines);
  if (!outcome.missing.empty()) {
    context.out << context.say("以前在册、这次没有的 ", "in an earlier copy and not in this one: ")
                << outcome.missing.size() << context.say(" 项(不作办结):\n", " (left open):\n");
    for (const auto& missing : outcome.missing)
      context.out << "  " << missing.docket << " " << one_line(missing.title) << "\n";
  }
}

}  // namespace

Exit import_register(const Context& context, const ImportOptions& options, const std::string& file, store::Log& log) {
  auto opened = open_register(file, options.encoding, options.sheet, log.head().algorithm, context.language);
  projections::Views views;
  Clerk clerk(log, views);
  RegisterOutcome outcome;
  const bool sound = opened.sheet.has(Column::title) && opened.sheet.has(Column::lead);
  if (sound) {
    Progress progress(std::string(context.say("导入", "import")), opened.sheet.rows().size(), context.language,
                      standard_error(), [] { return std::chrono::steady_clock::now(); });
    outcome = take_register(
        opened.sheet, opened.file,
        {options.on, options.due, options.prefix, options.register_units, options.dry_run || options.json}, log, clerk,
        {context.now, context.today(), context.language, [&](std::size_t done, std::size_t) { progress.reach(done); }});
  }
  auto& complaints = outcome.complaints;
  complaints.insert(complaints.end(), opened.complaints.begin(), opened.complaints.end());
  std::stable_sort(complaints.begin(), complaints.end(),
                   [](const Complaint& a, const Complaint& b) { return a.place.line < b.place.line; });
  outcome.remarks.insert(outcome.remarks.begin(), opened.remarks.begin(), opened.remarks.end());
  if (complaints.empty() && !options.dry_run && outcome.commands > 0) clerk.commit();
  for (auto& complaint : complaints) complaint.sheet = opened.file.sheet;
  tell(context, options, file, outcome);
  return complaints.empty() ? Exit::done : Exit::refused;
}

}  // namespace ducha::tools
