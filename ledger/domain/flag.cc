#include "ledger/domain/flag.h"

#include <algorithm>
#include <array>

#include "ledger/domain/decide.h"
#include "ledger/domain/duty.h"

namespace ducha::domain {
namespace {

constexpr std::array<FlagText, flag_count> texts{{
    {"steps_missing", "重大决策“{0}”未见程序:{1}(第十六条);照录,补齐后可用 correct 更正重记",
     "the major decision “{0}” lacks steps: {1} (Art. 16); recorded all the same, record it anew when they are taken"},
    {"due_provisional", "时限 {0} 所在年份尚无日历,按周一至周五计,暂定;日历公布后用 calendar import 与 calendar move",
     "the due day {0} is provisional: a year without a calendar was counted Monday to Friday; see calendar import and "
     "calendar move"},
    {"unit_vague", "“{0}”未指明具体单位,照录待明确;用 reassign 明确前不承担责任",
     "“{0}” names no unit; kept as written, owing nothing until it is named with reassign"},
    {"extension_late", "申请已在时限 {0} 之后,延期只作催办日期,仍按原时限考核",
     "asked for after the due day {0}: an extension is only a chase date, assessment stays with that day"},
    {"extended_by_rule", "期限内已作说明,依第四十八条延至 {0},无须批准",
     "explained in time: by Art. 48 extended to {0} without approval"},
    {"noticed_before", "“{0}”在该事项上已收过督办单:{1}", "“{0}” had notices on this docket before: {1}"},
    {"notice_not_escalated", "这张督办单不重于此前发给“{0}”的:{1}",
     "this notice is no stronger than those “{0}” had: {1}"},
    {"duties_moved", "“{0}”未办的职责随合并移转,涉及事项:{1}", "what “{0}” had not done moves by the merger, on: {1}"},
    {"exempts_nothing", "“{0}”没有 {1} 到期的这项责任,这条免责目前不起作用",
     "“{0}” owes no such duty due on {1}; the exemption excuses nothing as yet"},
}};
static_assert(!texts.back().name.empty());

struct Flags {
  const Office& office;
  const Docket& docket;
  Day on;
  std::vector<Flagged> found;

  void add(Flag flag, std::string subject, std::vector<std::string> names = {}) {
    found.push_back({flag, std::move(subject), std::move(names)});
  }
  void provisional(bool is, std::optional<Day> day) {
    if (is && day) add(Flag::due_provisional, to_string(*day));
  }
  // Whether more time was asked for when the day by which the docket is assessed had passed.
  void late(Day asked) {
    if (docket.due && asked > docket.due->due && !office.rules().late_extension_assesses_new)
      add(Flag::extension_late, to_string(docket.due->due));
  }

  void see(const DecisionMade& fact) {
    const auto record = record_of(on, fact);
    const auto missing = record.steps_missing();
    if (!missing.empty()) add(Flag::steps_missing, std::string(fact.decision), {missing.begin(), missing.end()});
  }
  void see(const DocketAssigned& fact) {
    provisional(fact.provisional, fact.due);
    provisional(fact.accept_provisional, fact.accept_by);
    provisional(fact.part_provisional, fact.part_by);
  }
  void see(const DocketReassigned& fact) {
    provisional(fact.provisional, fact.due);
    provisional(fact.accept_provisional, fact.accept_by);
  }
  void see(const DocketReopened& fact) { provisional(fact.provisional, fact.due); }
  void see(const VagueUnitNamed& fact) { add(Flag::unit_vague, std::string(fact.written)); }
  void see(const ExtensionRequested& fact) {
    provisional(fact.provisional, fact.to);
    late(on);
  }
  void see(const ExtensionGranted& fact) {
    if (fact.by_rule) return add(Flag::extended_by_rule, to_string(fact.to));
    // What the request gave was flagged with it.
    if (!docket.request || docket.request->to != fact.to) provisional(fact.provisional, fact.to);
    late(docket.request ? docket.request->on : on);
  }
  void see(const NoticeIssued& fact) {
    provisional(fact.provisional, fact.due);
    auto before = notices_to(docket, fact.unit);
    if (before.empty()) return;
    const auto colour = static_cast<unsigned>(fact.colour);
    const bool stronger = std::all_of(docket.happenings.begin(), docket.happenings.end(), [&](const Happening& each) {
      return each.kind != Happening::Kind::notice || each.unit != fact.unit || each.ordinal < colour;
    });
    add(stronger ? Flag::noticed_before : Flag::notice_not_escalated, office.name_of(fact.unit, on), std::move(before));
  }
  void see(const ConclusionGiven& fact) {
    provisional(fact.rectify_provisional, fact.rectify_by);
    provisional(fact.contest_provisional, fact.contest_by);
  }
  void see(const DutyExempted& fact) {
    if (!excuses_any(docket, {fact.duty, std::string(fact.unit), fact.due}))
      add(Flag::exempts_nothing, office.name_of(fact.unit, on), {to_string(fact.due)});
  }
};

}  // namespace

const FlagText& text_of(Flag flag) { return texts[static_cast<std::size_t>(flag)]; }

std::vector<std::string> notices_to(const Docket& docket, std::string_view unit) {
  std::vector<std::string> notices;
  for (const auto& each : docket.happenings)
    if (each.kind == Happening::Kind::notice && each.unit == unit)
      notices.push_back(std::string(names_of<Colour>[each.ordinal]) + " " + to_string(each.on));
  return notices;
}

std::vector<Flagged> flags_of(const Office& office, const Docket& docket, Day on, const Facts& facts) {
  Flags flags{office, docket, on, {}};
  for (const Fact& fact : facts.facts)
    std::visit(
        [&](const auto& each) {
          if constexpr (requires { flags.see(each); }) flags.see(each);
        },
        fact);
  // The same day may be that of several duties.
  std::vector<Flagged> once;
  for (auto& each : flags.found)
    if (std::find(once.begin(), once.end(), each) == once.end()) once.push_back(std::move(each));
  return once;
}

}  // namespace ducha::domain
