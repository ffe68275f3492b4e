// Facts: what was decided, in the past tense, one struct each with one list of its fields.
//
// Facts are flat: one per unit assigned rather than a list inside. Their text is borrowed, from the
// command on the way in and from the stored bytes on the way out; who keeps a fact keeps a copy. They say
// what was decided, never what can be derived; a due day told to a unit was decided. When a thing happened
// and when it was recorded stands in the entry around the fact.

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <tuple>
#include <variant>

#include "ledger/base/day.h"
#include "ledger/domain/field.h"
#include "ledger/domain/words.h"

namespace ducha::domain {

// A fact's block: its name, the arm of the schema's union it is stored under, and its fields.
#define DUCHA_FACT(Type, text)                   \
  using Self = Type;                             \
  bool operator==(const Type&) const = default;  \
  static constexpr std::string_view name = text; \
  static constexpr auto arm = DUCHA_ARM(Type);   \
  static constexpr std::tuple fields

// ---- the office ------------------------------------------------------------------------------------

// The first entry: what this ledger is.
struct LedgerStarted {
  std::uint32_t edition = 0;   // of the entries' format
  std::string_view algorithm;  // of every digest: sha256
  std::string_view office;     // the name printed on reports
  DUCHA_FACT(LedgerStarted, "ledgerStarted"){DUCHA_FIELD("edition", edition, Edition),
                                             DUCHA_FIELD("algorithm", algorithm, Algorithm),
                                             DUCHA_FIELD("office", office, Office)};
};

// One year's working-day calendar, with its whole content.
struct CalendarAdopted {
  std::uint32_t year = 0;
  std::string_view edition;
  std::string_view source;
  std::string_view days;  // lines of date,kind,name
  DUCHA_FACT(CalendarAdopted, "calendarAdopted"){
      DUCHA_FIELD("year", year, Year), DUCHA_FIELD("edition", edition, Edition), DUCHA_FIELD("source", source, Source),
      DUCHA_FIELD("days", days, Days)};
};

// The rule set by which limits are counted and scores are given.
struct RulesAdopted {
  std::string_view edition;
  std::string_view source;
  std::string_view content;
  DUCHA_FACT(RulesAdopted, "rulesAdopted"){DUCHA_FIELD("edition", edition, Edition),
                                           DUCHA_FIELD("source", source, Source),
                                           DUCHA_FIELD("content", content, Content)};
};

// 单位.
struct UnitRegistered {
  std::string_view unit;
  std::string_view title;
  UnitKind kind = UnitKind::department;
  std::string_view head;  // a post, first responsible (Art. 20)
  DUCHA_FACT(UnitRegistered, "unitRegistered"){DUCHA_FIELD("unit", unit, Unit), DUCHA_FIELD("title", title, Title),
                                               DUCHA_FIELD("kind", kind, Kind), DUCHA_FIELD("head", head, Head)};
};

struct UnitAliased {
  std::string_view unit;
  std::string_view alias;
  DUCHA_FACT(UnitAliased, "unitAliased"){DUCHA_FIELD("unit", unit, Unit), DUCHA_FIELD("alias", alias, Alias)};
};

// A group (各街道) as defined from a day on; its members follow, one fact each.
struct GroupDefined {
  std::string_view group;
  DUCHA_FACT(GroupDefined, "groupDefined"){DUCHA_FIELD("group", group, Group)};
};

struct GroupMemberNamed {
  std::string_view group;
  std::string_view member;  // a unit's code, or a group's name
  DUCHA_FACT(GroupMemberNamed, "groupMemberNamed"){DUCHA_FIELD("group", group, Group),
                                                   DUCHA_FIELD("member", member, Member)};
};

// 决策.
struct DecisionMade {
  std::string_view decision;  // its number
  std::string_view title;
  Source source = Source::document;
  std::string_view session;
  std::string_view item;
  std::string_view document;
  bool major = false;
  std::string_view procedure;  // the steps taken (Art. 16), one space between
  std::string_view chair;
  DUCHA_FACT(DecisionMade, "decisionMade"){DUCHA_FIELD("decision", decision, Decision),
                                           DUCHA_FIELD("title", title, Title),
                                           DUCHA_FIELD("source", source, Source),
                                           DUCHA_FIELD("session", session, Session),
                                           DUCHA_FIELD("item", item, Item),
                                           DUCHA_FIELD("document", document, Document),
                                           DUCHA_FIELD("major", major, Major),
                                           DUCHA_FIELD("procedure", procedure, Procedure),
                                           DUCHA_FIELD("chair", chair, Chair)};
};

// ---- a docket, in the order of its life ------------------------------------------------------------

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
  DUCHA_FACT(DocketAssigned, "docketAssigned"){DUCHA_FIELD("due", due, Due),
                                               DUCHA_FIELD("provisional", provisional, Provisional),
                                               DUCHA_FIELD("limit", limit, Limit),
                                               DUCHA_FIELD("acceptBy", accept_by, AcceptBy),
                                               DUCHA_FIELD("acceptProvisional", accept_provisional, AcceptProvisional),
                                               DUCHA_FIELD("partBy", part_by, PartBy),
                                               DUCHA_FIELD("partProvisional", part_provisional, PartProvisional),
                                               DUCHA_FIELD("cadence", cadence, Cadence)};
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
  DUCHA_FACT(DocketReassigned, "docketReassigned"){
      DUCHA_FIELD("leadGiven", lead_given, LeadGiven),
      DUCHA_FIELD("jointGiven", joint_given, JointGiven),
      DUCHA_FIELD("due", due, Due),
      DUCHA_FIELD("provisional", provisional, Provisional),
      DUCHA_FIELD("limit", limit, Limit),
      DUCHA_FIELD("acceptBy", accept_by, AcceptBy),
      DUCHA_FIELD("acceptProvisional", accept_provisional, AcceptProvisional),
      DUCHA_FIELD("reason", reason, Reason)};
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
  std::string_view unit;
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
  DUCHA_FACT(ExtensionGranted, "extensionGranted"){
      DUCHA_FIELD("to", to, To), DUCHA_FIELD("provisional", provisional, Provisional),
      DUCHA_FIELD("approver", approver, Approver), DUCHA_FIELD("byRule", by_rule, ByRule)};
};

struct ExtensionDenied {
  std::string_view reason;
  DUCHA_FACT(ExtensionDenied, "extensionDenied"){DUCHA_FIELD("reason", reason, Reason)};
};

// 办结申报.
struct CompletionReported {
  std::string_view unit;
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

// 更正: the named command no longer counts, from here on.
struct CommandCorrected {
  std::string_view entry;  // the command's identity
  std::string_view reason;
  DUCHA_FACT(CommandCorrected, "commandCorrected"){DUCHA_FIELD("entry", entry, Entry),
                                                   DUCHA_FIELD("reason", reason, Reason)};
};

#undef DUCHA_FACT

using Fact = std::variant<LedgerStarted, CalendarAdopted, RulesAdopted, UnitRegistered, UnitAliased, GroupDefined,
                          GroupMemberNamed, DecisionMade, DocketOpened, DocketAssigned, DocketReassigned, UnitAssigned,
                          VagueUnitNamed, UnitRemoved, RoleAccepted, RoleObjected, ObjectionSettled, FeedbackGiven,
                          PartContributed, UnitUrged, ExtensionRequested, ExtensionGranted, ExtensionDenied,
                          CompletionReported, CompletionReturned, DocketClosed, CommandCorrected>;

}  // namespace ducha::domain
