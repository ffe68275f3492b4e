// Facts of a docket, in the order of its life: from opening to archive.

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <tuple>

#include "ledger/base/day.h"
#include "ledger/domain/field.h"
#include "ledger/domain/words.h"

namespace ducha::domain {

// 立项.
struct DocketOpened {
  std::string_view docket;
  std::string_view title;
  std::string_view decision;
  std::string_view category;
  DocketKind kind = DocketKind::daily;
  std::string_view requirement;
  std::string_view leader;
  std::string_view parent;
  DUCHA_FACT(DocketOpened, "docketOpened"){DUCHA_FIELD("docket", docket, Docket),
                                           DUCHA_FIELD("title", title, Title),
                                           DUCHA_FIELD("decision", decision, Decision),
                                           DUCHA_FIELD("category", category, Category),
                                           DUCHA_FIELD("kind", kind, Kind),
                                           DUCHA_FIELD("requirement", requirement, Requirement),
                                           DUCHA_FIELD("leader", leader, Leader),
                                           DUCHA_FIELD("parent", parent, Parent)};
};

// 交办: the terms. The units follow, one fact each.
struct DocketAssigned {
  std::optional<Day> due;
  bool provisional = false;
  std::string_view limit;  // the due day as it was told: a date, 3wd, 3d, or nothing
  std::optional<Day> accept_by;
  bool accept_provisional = false;
  std::optional<Day> part_by;
  bool part_provisional = false;
  std::string_view cadence;
  std::string_view accept_limit;  // accept_by and part_by as limits, so that they can be counted again
  std::string_view part_limit;
  DUCHA_FACT(DocketAssigned, "docketAssigned"){DUCHA_FIELD("due", due, Due),
                                               DUCHA_FIELD("provisional", provisional, Provisional),
                                               DUCHA_FIELD("limit", limit, Limit),
                                               DUCHA_FIELD("acceptBy", accept_by, AcceptBy),
                                               DUCHA_FIELD("acceptProvisional", accept_provisional, AcceptProvisional),
                                               DUCHA_FIELD("partBy", part_by, PartBy),
                                               DUCHA_FIELD("partProvisional", part_provisional, PartProvisional),
                                               DUCHA_FIELD("cadence", cadence, Cadence),
                                               DUCHA_FIELD("acceptLimit", accept_limit, AcceptLimit),
                                               DUCHA_FIELD("partLimit", part_limit, PartLimit)};
};

// 改派: who is to be replaced, and by when the new ones are done. The units follow, one fact each.
struct DocketReassigned {
  bool lead_given = false;
  bool joint_given = false;
  std::optional<Day> due;
  bool provisional = false;
  std::string_view limit;
  std::optional<Day> accept_by;
  bool accept_provisional = false;
  std::string_view reason;
  std::string_view accept_limit;
  DUCHA_FACT(DocketReassigned, "docketReassigned"){
      DUCHA_FIELD("leadGiven", lead_given, LeadGiven),
      DUCHA_FIELD("jointGiven", joint_given, JointGiven),
      DUCHA_FIELD("due", due, Due),
      DUCHA_FIELD("provisional", provisional, Provisional),
      DUCHA_FIELD("limit", limit, Limit),
      DUCHA_FIELD("acceptBy", accept_by, AcceptBy),
      DUCHA_FIELD("acceptProvisional", accept_provisional, AcceptProvisional),
      DUCHA_FIELD("reason", reason, Reason),
      DUCHA_FIELD("acceptLimit", accept_limit, AcceptLimit)};
};

// A unit named to a role by the assignment or reassignment before it.
struct UnitAssigned {
  std::string_view unit;
  Role role = Role::lead;
  std::string_view group;  // the group it was named by, as written
  DUCHA_FACT(UnitAssigned, "unitAssigned"){DUCHA_FIELD("unit", unit, Unit), DUCHA_FIELD("role", role, Role),
                                           DUCHA_FIELD("group", group, Group)};
};

// A vague unit (区相关部门), kept as written: it owes nothing until it is named.
struct VagueUnitNamed {
  std::string_view written;
  Role role = Role::supporting;
  DUCHA_FACT(VagueUnitNamed, "vagueUnitNamed"){DUCHA_FIELD("written", written, Written),
                                               DUCHA_FIELD("role", role, Role)};
};

struct UnitRemoved {
  std::string_view unit;
  DUCHA_FACT(UnitRemoved, "unitRemoved"){DUCHA_FIELD("unit", unit, Unit)};
};

// 签收.
struct RoleAccepted {
  std::string_view unit;
  DUCHA_FACT(RoleAccepted, "roleAccepted"){DUCHA_FIELD("unit", unit, Unit)};
};

// 异议: not ours.
struct RoleObjected {
  std::string_view unit;
  std::string_view reason;
  DUCHA_FACT(RoleObjected, "roleObjected"){DUCHA_FIELD("unit", unit, Unit), DUCHA_FIELD("reason", reason, Reason)};
};

struct ObjectionSettled {
  std::string_view unit;
  Outcome outcome = Outcome::dismissed;
  DUCHA_FACT(ObjectionSettled, "objectionSettled"){DUCHA_FIELD("unit", unit, Unit),
                                                   DUCHA_FIELD("outcome", outcome, Outcome)};
};

// 反馈.
struct FeedbackGiven {
  std::string_view unit;
  std::int32_t progress = -1;  // percent; -1 when not stated
  std::string_view text;
  std::optional<Day> period;  // the due day it answers, when it says so
  bool nothing = false;       // nothing to report
  Light light = Light::unset;
  std::string_view cause;
  std::string_view evidence;  // digests of what was handed in, one space between
  DUCHA_FACT(FeedbackGiven, "feedbackGiven"){
      DUCHA_FIELD("unit", unit, Unit),          DUCHA_FIELD("progress", progress, Progress),
      DUCHA_FIELD("text", text, Text),          DUCHA_FIELD("period", period, Period),
      DUCHA_FIELD("nothing", nothing, Nothing), DUCHA_FIELD("light", light, Light),
      DUCHA_FIELD("cause", cause, Cause),       DUCHA_FIELD("evidence", evidence, Evidence)};
};

struct PartContributed {
  std::string_view unit;
  std::string_view text;
  DUCHA_FACT(PartContributed, "partContributed"){DUCHA_FIELD("unit", unit, Unit), DUCHA_FIELD("text", text, Text)};
};

// 催办.
struct UnitUrged {
  std::string_view unit;
  std::string_view channel;
  DUCHA_FACT(UnitUrged, "unitUrged"){DUCHA_FIELD("unit", unit, Unit), DUCHA_FIELD("channel", channel, Channel)};
};

// 延期申请.
struct ExtensionRequested {
  std::string_view unit;  // none: the lead of that day
  std::optional<Day> to;
  bool provisional = false;
  std::string_view limit;  // `to` as it was written
  std::string_view reason;
  DUCHA_FACT(ExtensionRequested, "extensionRequested"){
      DUCHA_FIELD("unit", unit, Unit), DUCHA_FIELD("to", to, To), DUCHA_FIELD("provisional", provisional, Provisional),
      DUCHA_FIELD("limit", limit, Limit), DUCHA_FIELD("reason", reason, Reason)};
};

// 延期批准; by_rule: it took effect by itself (Art. 48).
struct ExtensionGranted {
  Day to;
  bool provisional = false;
  std::string_view approver;
  bool by_rule = false;
  bool assess_new = false;  // by rule also a late request moves the day by which a unit is assessed
  std::string_view limit;   // `to` as it was written, when it was counted; none when it is the day asked for
  DUCHA_FACT(ExtensionGranted, "extensionGranted"){DUCHA_FIELD("to", to, To),
                                                   DUCHA_FIELD("provisional", provisional, Provisional),
                                                   DUCHA_FIELD("approver", approver, Approver),
                                                   DUCHA_FIELD("byRule", by_rule, ByRule),
                                                   DUCHA_FIELD("assessNew", assess_new, AssessNew),
                                                   DUCHA_FIELD("limit", limit, Limit)};
};

struct ExtensionDenied {
  std::string_view reason;
  DUCHA_FACT(ExtensionDenied, "extensionDenied"){DUCHA_FIELD("reason", reason, Reason)};
};

// 办结申报.
struct CompletionReported {
  std::string_view unit;  // none: the lead of that day
  std::string_view text;
  std::string_view evidence;
  DUCHA_FACT(CompletionReported, "completionReported"){DUCHA_FIELD("unit", unit, Unit), DUCHA_FIELD("text", text, Text),
                                                       DUCHA_FIELD("evidence", evidence, Evidence)};
};

// 退回重办.
struct CompletionReturned {
  std::string_view reason;
  DUCHA_FACT(CompletionReturned, "completionReturned"){DUCHA_FIELD("reason", reason, Reason)};
};

// 办结.
struct DocketClosed {
  CloseResult result = CloseResult::done;
  std::string_view into;  // the docket it was merged into
  DUCHA_FACT(DocketClosed, "docketClosed"){DUCHA_FIELD("result", result, Result), DUCHA_FIELD("into", into, Into)};
};

// 中止、挂账: from this day on the clock stands, until it is resumed.
struct DocketSuspended {
  std::string_view reason;
  std::string_view approver;
  DUCHA_FACT(DocketSuspended, "docketSuspended"){DUCHA_FIELD("reason", reason, Reason),
                                                 DUCHA_FIELD("approver", approver, Approver)};
};

// 恢复: that day the clock goes on.
struct DocketResumed {
  std::string_view reason;
  std::string_view approver;
  DUCHA_FACT(DocketResumed, "docketResumed"){DUCHA_FIELD("reason", reason, Reason),
                                             DUCHA_FIELD("approver", approver, Approver)};
};

// 核查: what was found when somebody went and looked.
struct DocketInspected {
  Finding finding = Finding::confirmed;
  std::string_view text;
  DUCHA_FACT(DocketInspected, "docketInspected"){DUCHA_FIELD("finding", finding, Finding),
                                                 DUCHA_FIELD("text", text, Text)};
};

// 销号.
struct DocketStruck {
  std::string_view reason;
  DUCHA_FACT(DocketStruck, "docketStruck"){DUCHA_FIELD("reason", reason, Reason)};
};

// 归档.
struct DocketArchived {
  std::string_view reason;
  DUCHA_FACT(DocketArchived, "docketArchived"){DUCHA_FIELD("reason", reason, Reason)};
};

// 重新立项.
struct DocketReopened {
  std::string_view reason;
  std::optional<Day> due;
  bool provisional = false;
  std::string_view limit;
  DUCHA_FACT(DocketReopened, "docketReopened"){DUCHA_FIELD("reason", reason, Reason), DUCHA_FIELD("due", due, Due),
                                               DUCHA_FIELD("provisional", provisional, Provisional),
                                               DUCHA_FIELD("limit", limit, Limit)};
};

// 撤销立项.
struct DocketWithdrawn {
  std::string_view reason;
  DUCHA_FACT(DocketWithdrawn, "docketWithdrawn"){DUCHA_FIELD("reason", reason, Reason)};
};

// 按新日历重计: duties of that kind that were due on `from` are due on `to`; decided by the office when it has
// seen what a new calendar edition would move.
struct DueMoved {
  DutyKind duty = DutyKind::completion;
  Day from;
  Day to;  // the same day when only the mark of a provisional count is taken off
  bool provisional = false;
  std::string_view reason;
  std::string_view unit;  // whose; everybody's when empty
  DUCHA_FACT(DueMoved, "dueMoved"){DUCHA_FIELD("duty", duty, Duty),
                                   DUCHA_FIELD("from", from, From),
                                   DUCHA_FIELD("to", to, To),
                                   DUCHA_FIELD("provisional", provisional, Provisional),
                                   DUCHA_FIELD("reason", reason, Reason),
                                   DUCHA_FIELD("unit", unit, Unit)};
};

// 更正: the named command no longer counts, from here on.
struct CommandCorrected {
  std::string_view entry;  // the command's identity
  std::string_view reason;
  DUCHA_FACT(CommandCorrected, "commandCorrected"){DUCHA_FIELD("entry", entry, Entry),
                                                   DUCHA_FIELD("reason", reason, Reason)};
};

}  // namespace ducha::domain
