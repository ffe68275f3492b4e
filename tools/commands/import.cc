#include <functional>
#include <iterator>
#include <map>
#include <optional>
#include <ostream>

#include <nlohmann/json.hpp>

#include "ledger/clerk.h"
#include "tools/commands/commands.h"
#include "tools/commands/import_complaints.h"
#include "tools/commands/last_import.h"
#include "tools/import/batch.h"
#include "tools/import/batches.h"
#include "tools/import/complaint_texts.h"
#include "tools/import/decode.h"
#include "tools/import/nearest.h"
#include "tools/import/register/register_file.h"
#include "tools/import/rejects.h"
#include "tools/import/text.h"
#include "tools/render/progress.h"

namespace ducha::tools {
namespace {

struct Outcome {
  std::size_t recorded = 0, repeated = 0;
  std::size_t taken_back = 0;  // of the repeated ones: corrected since, and not recorded again
  std::vector<Complaint> complaints;
  std::vector<std::string> remarks;  // vague units kept as written, and the like: as many as are shown
  std::size_t remarks_more = 0;      // and so many more
  std::size_t skipped = 0;           // rows left out, as was asked
  bool taken = false;                // whether what is sound was, or would be, recorded
};

// Refused rows and why: what the complaints say, and after a docket's first refused row, which one that was: the rows
// behind it were mostly refused only because it was.
class RefusedRows {
 public:
  void add(const Draft& draft) {
    for (const auto& given : draft.given) {
      if (given.name != "docket" || given.values.empty()) continue;
      const auto [first, is_first] = first_of_.try_emplace(given.values.front(), draft.place.line);
      if (!is_first) behind_.emplace(draft.place.line, first->second);
    }
  }

  Refused told(const std::vector<Complaint>& complaints, const Context& context) const {
    auto refused = reasons_of(complaints);
    for (const auto& [line, first] : behind_) {
      const auto found = refused.find(line);
      if (found == refused.end()) continue;
      found->second += std::string(context.say(" （同一事项的第 ", " (row ")) + std::to_string(first) +
                       std::string(context.say(" 行也未记录）", " of the same docket was refused too)"));
    }
    return refused;
  }

 private:
  std::map<std::string, std::size_t> first_of_;
  std::map<std::size_t, std::size_t> behind_;
};

// The cell a refusal is about: the first one whose value is its subject.
Complaint complaint_of(domain::No no, const Draft& draft, const domain::Office& office, Language language) {
  if (no.refusal == domain::Refusal::unit_unknown) no.names = nearest(no.subject, office.names());
  const auto said = say(no, language);
  Complaint complaint{draft.place, {}, said.wrong + " (" + std::string(name_of(no.refusal)) + ")", said.remedy};
  for (const auto& given : draft.given)
    for (const auto& value : given.values)
      if (value == no.subject && complaint.cell.empty()) {
        complaint.cell = value;
        if (given.place.line > 0) complaint.place = given.place;
      }
  if (complaint.cell.empty()) complaint.cell = first_points(draft.source, 80);
  return complaint;
}

// What to know about a command that was recorded all the same, told with what it is about.
void note(const domain::Command& command, const std::vector<domain::Flagged>& flags, Language language,
          Outcome& outcome) {
  for (const auto& flagged : flags) {
    if (outcome.remarks.size() >= complaints_shown_max) {
      ++outcome.remarks_more;
      continue;
    }
    outcome.remarks.push_back((command.docket.empty() ? "" : command.docket + (language == Language::zh ? ":" : ": ")) +
                              say(flagged, language));
  }
}

Outcome take(const Context& context, const ImportOptions& options, const std::string& file, store::Log& log) {
  const Stopwatch watch;
  Outcome outcome;
  TimedViews views;
  Clerk clerk(log, views);
  Lookup look_up(log);
  const auto known = [&](std::string_view name) {
    return clerk.office().unit(name) != nullptr || clerk.office().is_group(name);
  };
  BatchOptions how{options.as,   options.encoding, options.on.empty() ? to_string(context.today()) : options.on,
                   options.due,  options.prefix,   options.register_units,
                   options.sheet};
  std::optional<Progress> progress;
  std::uint64_t done = 0;
  std::optional<std::set<std::string, std::less<>>> corrected;  // read when something is repeated
  RefusedRows refused;
  const auto take_one = [&](const Batch& batch, const Understood& understood, const DraftAgain& draft_again) {
    const auto& [place, decoded, looked_up] = understood;
    if (!progress)
      progress.emplace(std::string(context.say("导入", "import")), batch.drafts, context.language, standard_error(),
                       [] { return std::chrono::steady_clock::now(); });
    progress->reach(++done);
    if (!decoded) {
      refused.add(draft_again());
      return Further::go_on;
    }
    const auto& command = decoded->command;
    const record::Origin origin{batch.digest, batch.name, static_cast<std::uint32_t>(place.line), batch.sheet};
    const auto answer = clerk.take(command, {context.now, decoded->request, origin, looked_up});
    if (const auto* no = std::get_if<domain::No>(&answer)) {
      const auto draft = draft_again();
      outcome.complaints.push_back(complaint_of(*no, draft, clerk.office(), context.language));
      refused.add(draft);
    } else if (const auto* repeated = std::get_if<Repeated>(&answer)) {
      // The very same file once more is told by its first line: its digest stands with what was recorded from it.
      if (done == 1 && batch.in_lines) {
        if (const auto all = recorded_whole(log, repeated->receipt.first, batch.digest, batch.drafts)) {
          outcome.repeated = all->commands;
          outcome.taken_back = all->corrected;
          return Further::enough;
        }
      }
      ++outcome.repeated;
      if (!corrected) corrected = corrected_commands(log);
      if (corrected->contains(command.id)) ++outcome.taken_back;
    } else {
      ++outcome.recorded;
      note(command, std::get<Recorded>(answer).flags, context.language, outcome);
    }
    return Further::go_on;
  };
  auto batch = read_batch(file, how, log.head().algorithm, context.language, {known, std::ref(look_up), take_one});
  progress.reset();
  std::move(batch.complaints.begin(), batch.complaints.end(), std::back_inserter(outcome.complaints));
  // What the reading and what the office had to say.
  put_in_order(outcome.complaints, batch.sheet);
  outcome.remarks.insert(outcome.remarks.begin(), batch.remarks.begin(), batch.remarks.end());
  if (outcome.taken_back > 0)
    outcome.remarks.push_back(std::to_string(outcome.taken_back) +
                              std::string(context.say(" 条以前记录过又更正了,不再计入;要重新记录,请在文件里另给 id",
                                                      " were recorded before and corrected since, and do not count; to "
                                                      "record them anew give them another id in the file")));
  outcome.taken = outcome.complaints.empty();
  if (!outcome.taken && options.on_error == "skip" && batch.separable) {
    if (batch.form == BatchForm::plan) {
      outcome.complaints.push_back(complain(context.language, Wrong::rejects_of_plan, {}, {}));
      return outcome;
    }
    const auto told = refused.told(outcome.complaints, context);
    outcome.skipped = told.size();
    outcome.taken = true;
    // Before anything is recorded: what is refused must not be lost when the disk is full.
    if (!options.rejects.empty() && !options.dry_run) {
      if (auto complaint =
              write_rejects(file, how, batch, told, log.head().algorithm, options.rejects, context.language)) {
        outcome.complaints.push_back(std::move(*complaint));
        outcome.taken = false;
      }
    }
  }
  if (!outcome.taken || options.dry_run) return outcome;
  commit_beside(clerk, outcome.skipped > 0 ? options.rejects : std::string());
  if (outcome.recorded > 0) keep(context.ledger, {batch.name, outcome.recorded, watch.seconds(), views.seconds()});
  return outcome;
}

void tell_json(const Context& context, const ImportOptions& options, const std::string& file, const Outcome& outcome) {
  nlohmann::ordered_json json{{"file", file},
                              {"recorded", outcome.taken && !options.dry_run ? outcome.recorded : 0},
                              {"repeated", outcome.repeated},
                              {"refused", outcome.complaints.size()},
                              {"skipped", outcome.skipped},
                              {"complaints", nlohmann::ordered_json::array()}};
  for (const auto& each : outcome.complaints) {
    nlohmann::ordered_json complaint{{"line", each.place.line},
                                     {"column", each.place.column},
                                     {"cell", each.cell},
                                     {"wrong", each.wrong},
                                     {"remedy", each.remedy}};
    if (!each.sheet.empty()) complaint["sheet"] = each.sheet;
    json["complaints"].push_back(std::move(complaint));
  }
  context.out << json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << "\n";
}

void tell(const Context& context, const ImportOptions& options, const std::string& file, const Outcome& outcome) {
  if (options.json) tell_json(context, options, file, outcome);
  std::size_t shown = 0;
  for (const auto& remark : outcome.remarks)
    if (shown++ < complaints_shown_max) context.remarks << file << context.say(":", ": ") << remark << "\n";
  if (const auto more = outcome.remarks_more + outcome.remarks.size() - std::min(shown, complaints_shown_max); more > 0)
    context.remarks << file << context.say(":另有提示 ", ": further notes: ") << more
                    << context.say(" 条,见 ducha check\n", ", see ducha check\n");
  if (!outcome.taken) return show_complaints(context, file, outcome.complaints);
  if (outcome.skipped > 0) tell_skipped(context, options, file, outcome.complaints, outcome.skipped);
  if (options.json) return;
  context.out << file << context.say(":", ": ");
  if (options.dry_run)
    context.out << context.say("检查通过,可记录 ", "sound, would record ") << outcome.recorded;
  else if (outcome.recorded == 0 && outcome.repeated > 0)
    context.out << context.say("先前已全部记录,没有新增", "all recorded before, nothing added");
  else
    context.out << context.say("已记录 ", "recorded ") << outcome.recorded;
  if (outcome.repeated > 0) context.out << context.say(",重复 ", ", repeated ") << outcome.repeated;
  if (outcome.skipped > 0) context.out << context.say(",未记录 ", ", refused ") << outcome.skipped;
  context.out << "\n";
}

// Words that do not go together; nothing when they do.
std::string_view misunderstood(const Context& context, const ImportOptions& options) {
  if (options.files.empty()) return context.say("还须写明：文件…", "still needed: FILE…");
  if (options.rejects.empty()) return {};
  if (options.on_error != "skip")
    return context.say("--rejects 只与 --on-error skip 同用", "--rejects goes with --on-error skip only");
  if (options.files.size() > 1)
    return context.say("用 --rejects 时一次导入一个文件", "with --rejects import one file at a time");
  return {};
}

}  // namespace

Exit import(const Context& context, const ImportOptions& options) {
  if (!options.blank.empty()) return import_template(context, options);
  if (const auto wrong = misunderstood(context, options); !wrong.empty()) {
    context.remarks << wrong << context.say("。用法见 ducha import --help\n", ". See ducha import --help\n");
    return Exit::usage;
  }
  // What is said of all files is wrong once, not once a row.
  if (!options.on.empty() && !parse_day(options.on)) {
    context.remarks << "--on " << options.on
                    << context.say(":应为真实存在的日期,写作 2022-06-30\n",
                                   ": write a day that exists, as 2022-06-30\n");
    return Exit::usage;
  }
  if (!options.due.empty() && !domain::parse_limit(options.due)) {
    context.remarks << "--due " << options.due
                    << context.say(":应为日期(2022-06-30)、工作日(3wd)或日(30d)\n",
                                   ": write a day (2022-06-30), working days (3wd) or days (30d)\n");
    return Exit::usage;
  }
  store::Log log(context.ledger, store::Access::write);
  auto exit = Exit::done;
  for (const auto& file : options.files) {
    if (options.as == "register" || (options.as.empty() && holds_register(file, options.encoding, options.sheet))) {
      const auto taken = import_register(context, options, file, log);
      if (taken != Taken::whole) exit = Exit::refused;
      if (taken == Taken::not_at_all) break;
      continue;
    }
    const auto outcome = take(context, options, file, log);
    tell(context, options, file, outcome);
    if (!outcome.complaints.empty()) exit = Exit::refused;
    if (!outcome.taken) break;
  }
  return exit;
}

}  // namespace ducha::tools
