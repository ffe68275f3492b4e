// batches, and correct --batch: what imports recorded, and taking one of them back whole.

#include "tools/import/batches.h"

#include <algorithm>
#include <ostream>

#include <nlohmann/json.hpp>

#include "ledger/clerk.h"
#include "projections/views.h"
#include "tools/commands/commands.h"
#include "tools/render/progress.h"
#include "tools/render/width.h"

namespace ducha::tools {
namespace {

constexpr std::size_t refusals_shown_max = 50;
constexpr std::size_t digits_min = 4;  // of an identity that is cut short

std::vector<BatchRecord> read_batches(const Context& context, const store::Log& log) {
  Progress progress(std::string(context.say("查找批次", "batches")), log.head().size, context.language,
                    standard_error(), [] { return std::chrono::steady_clock::now(); });
  return batches_of(log, [&](std::uint64_t done) { progress.reach(done); });
}

// The batch so named, in full or by its first figures. Says so when there is none or more than one.
std::optional<BatchRecord> find_batch(const Context& context, const store::Log& log, const std::string& id) {
  std::vector<BatchRecord> found;
  for (auto& batch : read_batches(context, log))
    if (batch.id == id || (id.size() >= digits_min && batch.id.starts_with(id))) found.push_back(std::move(batch));
  if (found.size() == 1) return found.front();
  context.remarks << (found.empty() ? context.say("没有这个批次:", "there is no such batch: ")
                                    : context.say("不止一个批次以此开头:", "more than one batch begins so: "))
                  << id << context.say("。用 ducha batches 查看全部批次。\n", ". See them all with ducha batches.\n");
  return {};
}

std::string shown_file(const BatchRecord& batch) {
  return batch.sheet.empty() ? batch.file : batch.file + "[" + batch.sheet + "]";
}

}  // namespace

Exit batches(const Context& context, const BatchesOptions& options) {
  const store::Log log(context.ledger, store::Access::read);
  const auto all = read_batches(context, log);
  if (options.format == "json") {
    nlohmann::ordered_json rows = nlohmann::ordered_json::array();
    for (const auto& batch : all)
      rows.push_back({{"batch", batch.id},
                      {"file", batch.file},
                      {"sheet", batch.sheet},
                      {"digest", to_hex(batch.digest)},
                      {"recorded", shanghai_time(batch.recorded_at)},
                      {"commands", batch.commands},
                      {"entries", batch.entries},
                      {"counted", batch.commands - batch.corrected},
                      {"corrected", batch.corrected}});
    context.out << nlohmann::ordered_json{{"report", "batches"}, {"rows", rows}}.dump(
                       -1, ' ', false, nlohmann::ordered_json::error_handler_t::replace)
                << "\n";
    return Exit::done;
  }
  if (all.empty()) {
    context.out << context.say("没有导入过文件。\n", "no file has been imported.\n");
    return Exit::done;
  }
  std::size_t width = 8;
  for (const auto& batch : all) width = std::max(width, std::min<std::size_t>(display_width(shown_file(batch)), 40));
  const auto line = [&](std::string_view id, std::string_view day, std::string_view file, std::string_view commands,
                        std::string_view counted, std::string_view corrected) {
    context.out << pad_right(id, 12) << "  " << pad_right(day, 10) << "  "
                << pad_right(cut_to_width(one_line(file), width), width) << "  " << pad_left(commands, 8) << "  "
                << pad_left(counted, 8) << "  " << pad_left(corrected, 9) << "\n";
  };
  line(context.say("批次", "Batch"), context.say("记录日", "Recorded"), context.say("文件", "File"),
       context.say("命令", "Commands"), context.say("仍计入", "Counted"), context.say("已更正", "Corrected"));
  for (const auto& batch : all)
    line(batch.id, to_string(shanghai_day(batch.recorded_at)), shown_file(batch), std::to_string(batch.commands),
         std::to_string(batch.commands - batch.corrected), std::to_string(batch.corrected));
  return Exit::done;
}

Exit correct_batch(const Context& context, const RecordOptions& options) {
  domain::Command correction;
  domain::Correct correct;
  correction.on = context.today();
  for (const auto& word : options.words) {
    const auto equals = word.find('=');
    const auto name = word.substr(0, equals);
    const auto value = equals == std::string::npos ? std::string() : word.substr(equals + 1);
    const auto day = parse_day(value);
    if (name == "reason") {
      correct.reason = value;
    } else if (name == "by") {
      correction.by = value;
    } else if (name == "note") {
      correction.note = value;
    } else if (name == "on" && day && *day <= context.today()) {
      correction.on = *day;
    } else {
      context.remarks << context.say("更正一批时只写 reason=、by=、note=、on=(不晚于今天):",
                                     "with --batch write reason=, by=, note=, on= (not after today) only: ")
                      << word << "\n";
      return Exit::usage;
    }
  }
  correction.body = correct;
  store::Log log(context.ledger, store::Access::write);
  const auto batch = find_batch(context, log, options.batch);
  if (!batch) return Exit::refused;
  projections::Views views;
  Clerk clerk(log, views);
  const auto commands = commands_of(log, *batch);
  record::Hasher hasher(log.head().algorithm);
  const auto answer =
      clerk.take_back(commands, correction, {context.now, hasher.of(std::string_view("undo " + batch->id)), {}});
  if (const auto* refused = std::get_if<std::vector<domain::No>>(&answer)) {
    std::size_t shown = 0;
    for (const auto& no : *refused) {
      if (shown++ == refusals_shown_max) break;
      const auto said = say(no, context.language);
      context.remarks << context.say("不予更正(", "refused (") << name_of(no.refusal) << "): " << said.wrong
                      << context.say("。", ". ") << said.remedy << context.say("。\n", ".\n");
    }
    context.remarks << context.say("批次 ", "batch ") << batch->id << context.say(":共 ", ": ") << refused->size()
                    << context.say(" 处妨碍,整批未更正。\n", " things stand in the way; nothing was taken back.\n");
    return Exit::refused;
  }
  const auto taken = std::get<std::size_t>(answer);
  if (!options.dry_run) clerk.commit();
  context.out << context.say("批次 ", "batch ") << batch->id << " " << shown_file(*batch);
  if (taken == 0)
    context.out << context.say(":先前已全部更正,没有新增\n", ": all corrected before, nothing added\n");
  else
    context.out << (options.dry_run ? context.say(":可更正 ", ": would correct ")
                                    : context.say(":已更正 ", ": corrected "))
                << taken << context.say(" 条命令\n", " commands\n");
  return Exit::done;
}

}  // namespace ducha::tools
