#include <algorithm>
#include <iterator>
#include <optional>
#include <ostream>

#include <nlohmann/json.hpp>

#include "ledger/clerk.h"
#include "projections/views.h"
#include "tools/commands/commands.h"
#include "tools/commands/import_complaints.h"
#include "tools/import/batch.h"
#include "tools/import/batches.h"
#include "tools/import/decode.h"
#include "tools/import/nearest.h"
#include "tools/import/register/register_file.h"
#include "tools/render/progress.h"

namespace ducha::tools {
namespace {

struct Outcome {
  std::size_t recorded = 0, repeated = 0;
  std::size_t taken_back = 0;  // of the repeated ones: corrected since, and not recorded again
  std::vector<Complaint> complaints;
  std::vector<std::string> remarks;  // vague units kept as written, and the like
};

// The beginning of a line that is shown for a cell, whole characters only.
std::string beginning_of(std::string_view line) {
  constexpr std::size_t bytes_max = 120;
  auto end = std::min(line.size(), bytes_max);
  const auto within_character = [&] { return (static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80U; };
  while (end > 0 && end < line.size() && within_character()) --end;
  return std::string(line.substr(0, end));
}

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
  if (complaint.cell.empty()) complaint.cell = beginning_of(draft.source);
  return complaint;
}

// What became of the vague units of a command: they are kept as written and owe nothing.
void note_vague(const domain::Command& command, const domain::Office& office, const Context& context,
                Outcome& outcome) {
  const auto note = [&](const std::string& name) {
    if (office.unit(name) || office.is_group(name) || !domain::vague(name)) return;
    outcome.remarks.push_back(
        command.docket + std::string(context.say(":“", ": “")) + name +
        std::string(context.say("”未指明具体单位,照录待明确", "” names no unit; kept as written")));
  };
  if (const auto* assign = std::get_if<domain::Assign>(&command.body)) {
    note(assign->lead);
    for (const auto& name : assign->joint) note(name);
    for (const auto& name : assign->supporting) note(name);
  }
}

Outcome take(const Context& context, const ImportOptions& options, const std::string& file, store::Log& log) {
  Outcome outcome;
  projections::Views views;
  Clerk clerk(log, views);
  const auto known = [&](std::string_view name) {
    return clerk.office().unit(name) != nullptr || clerk.office().is_group(name);
  };
  BatchOptions how{options.as,  options.encoding, options.on.empty() ? to_string(context.today()) : options.on,
                   options.due, options.prefix,   options.register_units};
  Decoder decoder(log.head().algorithm, context.language);
  std::optional<Progress> progress;
  std::uint64_t done = 0;
  std::optional<std::set<std::string, std::less<>>> corrected;  // read when something is repeated
  const auto take_one = [&](const Batch& batch, const Draft& draft) {
    if (!progress)
      progress.emplace(std::string(context.say("导入", "import")), batch.drafts, context.language, standard_error(),
                       [] { return std::chrono::steady_clock::now(); });
    progress->reach(++done);
    const auto decoded = decoder.decode(draft, outcome.complaints);
    if (!decoded) return;
    const record::Origin origin{batch.digest, batch.name, static_cast<std::uint32_t>(draft.place.line)};
    const auto answer = clerk.take(decoded->command, {context.now, decoded->request, origin});
    if (const auto* no = std::get_if<domain::No>(&answer)) {
      outcome.complaints.push_back(complaint_of(*no, draft, clerk.office(), context.language));
    } else if (std::holds_alternative<Repeated>(answer)) {
      ++outcome.repeated;
      if (!corrected) corrected = corrected_commands(log);
      if (corrected->contains(decoded->command.id)) ++outcome.taken_back;
    } else {
      ++outcome.recorded;
      note_vague(decoded->command, clerk.office(), context, outcome);
    }
  };
  auto batch = read_batch(file, how, known, log.head().algorithm, context.language, take_one);
  progress.reset();
  std::move(batch.complaints.begin(), batch.complaints.end(), std::back_inserter(outcome.complaints));
  // What the reading and what the office had to say, in the order of the file.
  std::stable_sort(outcome.complaints.begin(), outcome.complaints.end(),
                   [](const Complaint& a, const Complaint& b) { return a.place.line < b.place.line; });
  outcome.remarks.insert(outcome.remarks.begin(), batch.remarks.begin(), batch.remarks.end());
  if (outcome.taken_back > 0)
    outcome.remarks.push_back(std::to_string(outcome.taken_back) +
                              std::string(context.say(" 条以前记录过又更正了,不再计入;要重新记录,请在文件里另给 id",
                                                      " were recorded before and corrected since, and do not count; to "
                                                      "record them anew give them another id in the file")));
  if (outcome.complaints.empty() && !options.dry_run) clerk.commit();
  return outcome;
}

void tell(const Context& context, const ImportOptions& options, const std::string& file, const Outcome& outcome) {
  const bool taken = outcome.complaints.empty();
  if (options.json) {
    nlohmann::ordered_json json{{"file", file},
                                {"recorded", taken && !options.dry_run ? outcome.recorded : 0},
                                {"repeated", outcome.repeated},
                                {"refused", outcome.complaints.size()},
                                {"complaints", nlohmann::ordered_json::array()}};
    for (const auto& each : outcome.complaints)
      json["complaints"].push_back({{"line", each.place.line},
                                    {"column", each.place.column},
                                    {"cell", each.cell},
                                    {"wrong", each.wrong},
                                    {"remedy", each.remedy}});
    context.out << json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << "\n";
  }
  for (const auto& remark : outcome.remarks) context.remarks << file << context.say(":", ": ") << remark << "\n";
  if (!taken) return show_complaints(context, file, outcome.complaints);
  if (options.json) return;
  context.out << file << context.say(":", ": ");
  if (options.dry_run)
    context.out << context.say("检查通过,可记录 ", "sound, would record ") << outcome.recorded;
  else if (outcome.recorded == 0 && outcome.repeated > 0)
    context.out << context.say("先前已全部记录,没有新增", "all recorded before, nothing added");
  else
    context.out << context.say("已记录 ", "recorded ") << outcome.recorded;
  if (outcome.repeated > 0) context.out << context.say(",重复 ", ", repeated ") << outcome.repeated;
  context.out << "\n";
}

}  // namespace

Exit import(const Context& context, const ImportOptions& options) {
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
  for (const auto& file : options.files) {
    if (options.as == "register" || (options.as.empty() && holds_register(file, options.encoding))) {
      if (const auto exit = import_register(context, options, file, log); exit != Exit::done) return exit;
      continue;
    }
    const auto outcome = take(context, options, file, log);
    tell(context, options, file, outcome);
    if (!outcome.complaints.empty()) return Exit::refused;
  }
  return Exit::done;
}

}  // namespace ducha::tools
