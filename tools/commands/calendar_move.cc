// 时限重计: due days that were counted by an earlier calendar are moved, because the office says so.

#include <ostream>

#include <fmt/format.h>

#include "projections/views.h"
#include "tools/commands/commands.h"
#include "tools/commands/editions.h"

namespace ducha::tools {
namespace {

// The calendar editions that the count from the starting day to the new day goes through: 2026@…, 2027@….
std::string editions(const domain::Move& move, const domain::Calendar& calendar) {
  std::string text;
  for (int year = civil(move.start).year; year <= civil(move.to).year; ++year) {
    const auto edition = calendar.editions().find(year);
    if (edition == calendar.editions().end()) continue;
    text += (text.empty() ? "" : "、") + std::to_string(year) + "@" + edition->second;
  }
  return text;
}

}  // namespace

Exit calendar_move(const Context& context, const CalendarOptions& options) {
  store::Log log(context.ledger, store::Access::write);
  projections::Views views;
  Clerk clerk(log, views);
  const auto& office = clerk.office();
  if (!options.docket.empty() && !log.database().get(store::Family::dockets, options.docket)) {
    tell(context, domain::No{domain::Refusal::docket_unknown, options.docket, {}});
    return Exit::refused;
  }
  const auto adopted = calendars_adopted(log);
  const Seq state = adopted.empty() ? 0 : adopted.back().seq;
  record::Hasher hasher(log.head().algorithm);
  auto all = moves_in(log, office.calendar(), options.docket);
  std::vector<DocketMoves> moved;
  for (auto& docket : all) {
    const bool waits = docket.suspended;
    if (waits) {
      context.remarks << docket.docket
                      << context.say("：中止中，时限待恢复(resume)后再移\n",
                                     ": suspended; its due days can be moved once it is resumed\n");
      std::erase_if(docket.moves,
                    [](const domain::Move& move) { return move.duty != domain::DutyKind::rectification; });
    }
    if (docket.moves.empty()) continue;
    for (const auto& move : docket.moves) {
      // The same move by the same calendars is the same command; by later ones it is another.
      const auto what = fmt::format("{}\x1f{}\x1f{}\x1f{}\x1f{}\x1f{}", state, docket.docket, name_of(move.duty),
                                    move.unit, to_string(move.from), to_string(move.to));
      const auto answer = submit(clerk, context, log.head().algorithm,
                                 {{"do", "move-due"},
                                  {"id", "move-" + to_hex(hasher.of(std::string_view(what))).substr(0, 24)},
                                  {"docket", docket.docket},
                                  {"on", to_string(context.today())},
                                  {"duty", std::string(name_of(move.duty))},
                                  {"unit", move.unit},
                                  {"from", to_string(move.from)},
                                  {"to", to_string(move.to)},
                                  {"reason", "按日历 " + editions(move, office.calendar()) + " 重计"}});
      if (const auto* no = std::get_if<domain::No>(&answer)) {
        context.remarks << docket.docket << context.say(":", ": ");
        tell(context, *no);
        return Exit::refused;
      }
    }
    moved.push_back(std::move(docket));
  }
  if (!options.dry_run) clerk.commit();
  auto report = moves_report(moved, office, projections::Books(log, {context.today(), {}}).footer());
  if (!options.dry_run) {
    report.name = "moved";
    report.zh = "已按日历移动的时限";
    report.en = "Due days moved by the calendar";
  }
  return put(context, options.format, report) ? Exit::done : Exit::usage;
}

}  // namespace ducha::tools
