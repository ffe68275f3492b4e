// import of a register: what was read, what becomes of it, and what has changed since the copy before.

#include <ostream>

#include <nlohmann/json.hpp>

#include "tools/commands/commands.h"
#include "tools/commands/import_complaints.h"
#include "tools/commands/register_put.h"
#include "tools/render/width.h"

namespace ducha::tools {
namespace {

constexpr std::size_t remarks_shown_max = 40;

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
    context.out << one_line(line.becomes.empty() ? context.say("没有变化", "no change") : line.becomes) << "\n";
  }
}

// What has changed in dockets that were known: the difference to the copy before.
void show_changes(const Context& context, const std::vector<RegisterLine>& lines) {
  for (const auto& line : lines) {
    if (!line.known || line.becomes.empty()) continue;
    context.out << "  " << line.docket << " " << one_line(cut_to_width(line.title, 40)) << context.say(":", ": ")
                << one_line(line.becomes) << "\n";
  }
}

void tell_json(const Context& context, const ImportOptions& options, const std::string& file,
               const RegisterOutcome& outcome) {
  const bool taken = outcome.complaints.empty() || outcome.skipped > 0;
  nlohmann::ordered_json json{{"file", file},
                              {"recorded", taken && !options.dry_run ? outcome.commands : 0},
                              {"repeated", 0},
                              {"refused", outcome.complaints.size()},
                              {"skipped", outcome.skipped},
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
                            {"becomes", line.becomes}});
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
  if (outcome.skipped > 0)
    tell_skipped(context, options, file, outcome.complaints, outcome.skipped);
  else if (!outcome.complaints.empty())
    return show_complaints(context, file, outcome.complaints);
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

Taken import_register(const Context& context, const ImportOptions& options, const std::string& file, store::Log& log) {
  // Copies of a register are compared as wholes: this very file would be known the next time, and the rows that were
  // left out of it forgotten.
  if (options.on_error == "skip" && options.rejects.empty() && !options.dry_run) {
    context.remarks << file
                    << context.say(":台账跳过有错的行时,须用 --rejects 文件 写出这些行\n",
                                   ": when rows of a register are left out, --rejects FILE is to keep them\n");
    return Taken::not_at_all;
  }
  RegisterPut taking(context, options, file, log);
  const bool taken = taking.take();
  if (taken && !options.dry_run) taking.commit();
  tell(context, options, file, taking.outcome());
  if (!taken) return Taken::not_at_all;
  return taking.outcome().complaints.empty() ? Taken::whole : Taken::in_part;
}

}  // namespace ducha::tools
