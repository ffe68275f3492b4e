#include <ostream>

#include "ledger/clerk.h"
#include "projections/views.h"
#include "tools/commands/commands.h"
#include "tools/import/complaint_line.h"
#include "tools/import/decode.h"
#include "tools/import/nearest.h"

namespace ducha::tools {
Exit record(const Context& context, const RecordOptions& options) {
  Draft draft;
  draft.given.push_back({"do", {options.verb}, false, {}});
  bool dated = false;
  for (const auto& word : options.words) {
    const auto equals = word.find('=');
    if (equals == std::string::npos) {
      context.remarks << context.say("写成 字段=值:", "write field=value: ") << word << "\n";
      return Exit::usage;
    }
    const auto name = word.substr(0, equals);
    dated = dated || name == "on";
    draft.given.push_back({name, {word.substr(equals + 1)}, false, {}});
  }
  // What is typed today happened today, unless it says otherwise.
  if (!dated) draft.given.push_back({"on", {to_string(context.today())}, false, {}});

  store::Log log(context.ledger, store::Access::write);
  std::vector<Complaint> complaints;
  Decoder decoder(log.head().algorithm, context.language);
  const auto decoded = decoder.decode(draft, complaints);
  for (const auto& complaint : complaints) context.remarks << line_of(complaint, {}, context.language) << "\n";
  if (!decoded) return Exit::usage;

  projections::Views views;
  Clerk clerk(log, views);
  auto answer = clerk.take(decoded->command, {context.now, decoded->request, {}});
  if (auto* no = std::get_if<domain::No>(&answer)) {
    if (no->refusal == domain::Refusal::unit_unknown) no->names = nearest(no->subject, clerk.office().names());
    const auto said = say(*no, context.language);
    context.remarks << context.say("不予记录(", "refused (") << name_of(no->refusal) << "): " << said.wrong
                    << context.say("。", ". ") << said.remedy << context.say("。\n", ".\n");
    return Exit::refused;
  }
  if (const auto* repeated = std::get_if<Repeated>(&answer)) {
    context.out << context.say("先前已记录", "recorded before") << " " << decoded->command.id << " (seq "
                << repeated->receipt.first << "–" << repeated->receipt.last << ")\n";
    context.remarks << context.say("内容相同的命令已记录过。确要再记一次,请另给 id=…。\n",
                                   "the same content was recorded before. To record it once more give another id=….\n");
    return Exit::done;
  }
  if (!options.dry_run) clerk.commit();
  const auto& [receipt, flags, numbered] = std::get<Recorded>(answer);
  for (const auto& flagged : flags)
    context.remarks << context.say("提示:", "note: ") << say(flagged, context.language) << context.say("。\n", ".\n");
  context.out << (options.dry_run ? context.say("可以记录", "would record") : context.say("已记录", "recorded")) << " "
              << decoded->command.id << " (seq " << receipt.first << "–" << receipt.last << ")";
  if (!numbered.empty()) context.out << context.say(" 编号 ", " docket ") << numbered;
  context.out << "\n";
  return Exit::done;
}

}  // namespace ducha::tools
