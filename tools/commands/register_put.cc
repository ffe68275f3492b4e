#include "tools/commands/register_put.h"

#include "tools/commands/import_complaints.h"
#include "tools/import/register/register_rejects.h"
#include "tools/render/progress.h"

namespace ducha::tools {
namespace {

// Why each row that leaves does.
Refused reasons(const Context& context, const std::set<std::size_t>& lines, const std::vector<Complaint>& complaints) {
  auto refused = reasons_of(complaints);
  for (const auto line : lines)
    refused.try_emplace(line, context.say("与有错的行合并为一项,一并跳过", "left out with a row it is merged with"));
  return refused;
}

}  // namespace

RegisterPut::RegisterPut(const Context& context, const ImportOptions& options, const std::string& file, store::Log& log)
    : context_(context),
      options_(options),
      file_(file),
      log_(log),
      opened_(open_register(file, options.encoding, options.sheet, log.database().folder(), log.head().algorithm,
                            context.language)) {}

bool RegisterPut::take() {
  complaints_ = opened_.complaints;
  if (options_.on_error == "skip") {
    // What leaves may be what others rest on: again until nothing more is complained of.
    auto lines = leaving(opened_, complaints_, context_.language);
    while (lines) {
      lines_ = std::move(*lines);
      if (!put()) break;
      lines = leaving(opened_, complaints_, context_.language);
      if (lines && *lines == lines_) lines.reset();
    }
    if (lines) outcome_.skipped = lines_.size();
  } else {
    put();
  }
  const bool taken = complaints_.empty() || (outcome_.skipped > 0 && write_apart());
  finish();
  return taken;
}

void RegisterPut::commit() {
  if (outcome_.commands == 0) return;
  commit_beside(*clerk_, outcome_.skipped > 0 ? options_.rejects : std::string());
  keep(context_.ledger,
       {std::filesystem::path(file_).filename().string(), outcome_.commands, watch_.seconds(), views_.seconds()});
}

// Whether there was something more to complain of.
bool RegisterPut::put() {
  if (!opened_.sheet.has(Column::title) || !opened_.sheet.has(Column::lead)) return false;
  Progress progress(std::string(context_.say("导入", "import")), opened_.sheet.rows().size(), context_.language,
                    standard_error(), [] { return std::chrono::steady_clock::now(); });
  clerk_.emplace(log_, views_);
  outcome_ = take_register(
      opened_.sheet, opened_.file,
      {options_.on, options_.due, options_.prefix, options_.register_units, options_.dry_run || options_.json, lines_},
      log_, *clerk_, {context_.now, context_.today(), context_.language, [&](std::size_t done, std::size_t) {
                        progress.reach(done);
                      }});
  complaints_.insert(complaints_.end(), outcome_.complaints.begin(), outcome_.complaints.end());
  return !outcome_.complaints.empty();
}

// Before anything is recorded: what is refused must not be lost when the disk is full.
bool RegisterPut::write_apart() {
  if (options_.dry_run) return true;
  auto complaint = write_rejects(file_, {{}, options_.encoding, {}, {}, {}, false, options_.sheet}, as_batch(opened_),
                                 reasons(context_, lines_, complaints_), log_.head().algorithm, options_.rejects,
                                 context_.language, borrowed_by(opened_, lines_, options_.prefix));
  if (!complaint) return true;
  complaints_.push_back(std::move(*complaint));
  outcome_.skipped = 0;
  return false;
}

void RegisterPut::finish() {
  put_in_order(complaints_, opened_.file.sheet);
  outcome_.complaints = complaints_;
  outcome_.remarks.insert(outcome_.remarks.begin(), opened_.remarks.begin(), opened_.remarks.end());
}

}  // namespace ducha::tools
