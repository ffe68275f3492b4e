#include "tools/commands/written_command.h"

#include <algorithm>
#include <string>
#include <utility>

namespace ducha::tools {
namespace {

std::string_view list_of(domain::Role role) {
  switch (role) {
    case domain::Role::lead:
      return "lead";
    case domain::Role::joint:
      return "joint";
    case domain::Role::supporting:
      return "supporting";
  }
  return {};
}

}  // namespace

// Puts each fact back into the field it came from.
class WrittenCommand::Pen {
 public:
  explicit Pen(WrittenCommand& command) : command_(command) {}

  void take(const domain::UnitRegistered& fact) {
    verb("register-unit");
    put("unit", fact.unit);
    put("name", fact.title);
    put("kind", name_of(fact.kind));
    put("head", fact.head);
  }
  void take(const domain::UnitAliased& fact) { add("aliases", fact.alias); }
  void take(const domain::GroupDefined& fact) {
    verb("define-group");
    put("name", fact.group);
    begin_list("members");
  }
  void take(const domain::GroupMemberNamed& fact) { add("members", fact.member); }
  void take(const domain::DecisionMade& fact) {
    verb("decide");
    put("decision", fact.decision);
    put("title", fact.title);
    put("source", name_of(fact.source));
    put("session", fact.session);
    put("item", fact.item);
    put("document", fact.document);
    if (fact.major) truth("major");
    list("procedure", fact.procedure);
    put("chair", fact.chair);
  }
  void take(const domain::DocketOpened& fact) {
    verb("open");
    put("title", fact.title);
    put("decision", fact.decision);
    put("category", fact.category);
    put("kind", name_of(fact.kind));
    put("requirement", fact.requirement);
    put("leader", fact.leader);
    put("parent", fact.parent);
  }
  void take(const domain::DocketAssigned& fact) {
    verb("assign");
    put("due", fact.limit);
    put("supportingDue", fact.part_limit);
    if (fact.part_limit.empty()) put("supportingDue", fact.part_by);
    put("cadence", fact.cadence);
  }
  void take(const domain::DocketReassigned& fact) {
    verb("reassign");
    if (fact.joint_given) begin_list("joint");
    put("due", fact.limit);
    put("reason", fact.reason);
  }
  // One of a group was named by it, together with the others.
  void take(const domain::UnitAssigned& fact) {
    if (fact.group.empty()) return name_to(fact.role, fact.unit);
    const auto* given = find(list_of(fact.role));
    if (!given || std::find(given->values.begin(), given->values.end(), fact.group) == given->values.end())
      name_to(fact.role, fact.group);
  }
  void take(const domain::VagueUnitNamed& fact) { name_to(fact.role, fact.written); }
  void take(const domain::UnitRemoved& fact) { add("remove", fact.unit); }
  void take(const domain::RoleAccepted& fact) { verb("accept"), put("unit", fact.unit); }
  void take(const domain::RoleObjected& fact) {
    verb("object");
    put("unit", fact.unit);
    put("reason", fact.reason);
  }
  void take(const domain::ObjectionSettled& fact) {
    verb("settle");
    put("unit", fact.unit);
    put("outcome", name_of(fact.outcome));
  }
  void take(const domain::FeedbackGiven& fact) {
    verb("feedback");
    put("unit", fact.unit);
    if (fact.progress >= 0) number("progress", fact.progress);
    put("text", fact.text);
    put("period", fact.period);
    if (fact.nothing) truth("nothing");
    put("light", name_of(fact.light));
    put("cause", fact.cause);
    list("evidence", fact.evidence);
  }
  void take(const domain::PartContributed& fact) {
    verb("contribute");
    put("unit", fact.unit);
    put("text", fact.text);
  }
  void take(const domain::UnitUrged& fact) {
    verb("urge");
    put("unit", fact.unit);
    put("channel", fact.channel);
  }
  void take(const domain::ExtensionRequested& fact) {
    verb("extend");
    put("unit", fact.unit);
    put("to", fact.limit);
    put("reason", fact.reason);
  }
  void take(const domain::ExtensionGranted& fact) {
    // What took effect by itself does so again when it is asked for again.
    if (fact.by_rule) return;
    verb("grant");
    // A provisional day without a limit of its own is the one that was asked for: naming it would make it a fixed day.
    put("to", fact.limit);
    if (fact.limit.empty() && !fact.provisional) put("to", std::optional(fact.to));
    put("approver", fact.approver);
  }
  void take(const domain::ExtensionDenied& fact) { verb("deny"), put("reason", fact.reason); }
  void take(const domain::CompletionReported& fact) {
    verb("complete");
    put("unit", fact.unit);
    put("text", fact.text);
    list("evidence", fact.evidence);
  }
  void take(const domain::CompletionReturned& fact) { verb("return"), put("reason", fact.reason); }
  void take(const domain::DocketClosed& fact) {
    verb("close");
    put("result", name_of(fact.result));
    put("into", fact.into);
  }
  void take(const domain::CommandCorrected& fact) {
    verb("correct");
    put("entry", fact.entry);
    put("reason", fact.reason);
    drop("docket");
  }
  void take(const domain::UnitRenamed& fact) {
    verb("rename-unit");
    put("unit", fact.unit);
    put("name", fact.title);
  }
  // On a docket it follows from what stands with the office.
  void take(const domain::UnitMerged& fact) {
    if (known()) return;
    verb("merge-unit");
    put("unit", fact.unit);
    put("into", fact.into);
  }
  void take(const domain::UnitRetired& fact) { verb("retire-unit"), put("unit", fact.unit); }
  void take(const domain::PortfolioSet& fact) {
    verb("set-portfolio");
    put("post", fact.post);
    begin_list("units");
  }
  void take(const domain::PortfolioUnitNamed& fact) { add("units", fact.unit); }
  void take(const domain::ActingSet& fact) {
    verb("set-acting");
    put("post", fact.post);
    put("acting", fact.acting);
    put("until", fact.until);
  }
  void take(const domain::DecisionPublished& fact) {
    verb("publish");
    put("decision", fact.decision);
    put("channel", fact.channel);
  }
  void take(const domain::NoticeIssued& fact) {
    verb("notice");
    put("unit", fact.unit);
    put("colour", name_of(fact.colour));
    put("requirement", fact.requirement);
    put("due", fact.limit);
  }
  void take(const domain::DocketSuspended& fact) {
    verb("suspend");
    put("reason", fact.reason);
    put("approver", fact.approver);
  }
  void take(const domain::DocketResumed& fact) {
    verb("resume");
    put("reason", fact.reason);
    put("approver", fact.approver);
  }
  void take(const domain::DocketInspected& fact) {
    verb("inspect");
    put("finding", name_of(fact.finding));
    put("text", fact.text);
  }
  void take(const domain::DocketStruck& fact) { verb("strike"), put("reason", fact.reason); }
  void take(const domain::DocketArchived& fact) { verb("archive"), put("reason", fact.reason); }
  void take(const domain::DocketReopened& fact) {
    verb("reopen");
    put("reason", fact.reason);
    put("due", fact.limit);
  }
  void take(const domain::DocketWithdrawn& fact) { verb("withdraw"), put("reason", fact.reason); }
  void take(const domain::ConclusionGiven& fact) {
    verb("conclude");
    put("unit", fact.unit);
    put("text", fact.text);
    put("rectifyBy", fact.limit);
  }
  void take(const domain::RectificationReported& fact) {
    verb("rectify");
    put("unit", fact.unit);
    put("text", fact.text);
  }
  void take(const domain::ConclusionContested& fact) {
    verb("contest");
    put("unit", fact.unit);
    put("reason", fact.reason);
  }
  void take(const domain::ContestRuled& fact) {
    verb("rule");
    put("unit", fact.unit);
    put("outcome", name_of(fact.outcome));
    put("text", fact.text);
  }
  void take(const domain::MeasureTaken& fact) {
    verb(name_of(fact.measure));
    put("unit", fact.unit);
    put("text", fact.text);
    put("approver", fact.approver);
  }
  void take(const domain::DutyExempted& fact) {
    verb("exempt");
    put("unit", fact.unit);
    put("duty", name_of(fact.duty));
    put("due", std::optional(fact.due));
    put("reason", fact.reason);
    put("approver", fact.approver);
  }
  void take(const domain::DueMoved& fact) {
    verb("move-due");
    put("duty", name_of(fact.duty));
    put("from", std::optional(fact.from));
    put("to", std::optional(fact.to));
    put("reason", fact.reason);
    put("unit", fact.unit);
  }
  // What a new ledger begins with is its own.
  void take(const domain::LedgerStarted&) { founding_ = true; }
  void take(const domain::CalendarAdopted& fact) {
    if (founding_) return;
    verb("adopt-calendar");
    number("year", static_cast<std::int64_t>(fact.year));
    put("edition", fact.edition);
    put("source", fact.source);
    put("days", fact.days);
  }
  void take(const domain::RulesAdopted& fact) {
    if (founding_) return;
    verb("adopt-rules");
    put("edition", fact.edition);
    put("source", fact.source);
    put("content", fact.content);
  }

 private:
  bool known() const { return command_.known(); }
  void verb(std::string_view name) { command_.fields_.front().values.front() = name; }
  WrittenField* find(std::string_view name) { return command_.find(name); }
  void put(std::string_view name, std::string_view text) { command_.put(name, text); }
  void put(std::string_view name, std::optional<Day> day) {
    if (day) command_.put(name, to_string(*day));
  }
  void number(std::string_view name, std::int64_t value) {
    command_.fields_.push_back({name, WrittenField::Kind::plain, {std::to_string(value)}});
  }
  void truth(std::string_view name) { command_.fields_.push_back({name, WrittenField::Kind::plain, {"true"}}); }
  void begin_list(std::string_view name) {
    if (!find(name)) command_.fields_.push_back({name, WrittenField::Kind::list, {}});
  }
  void add(std::string_view name, std::string_view member) {
    begin_list(name);
    find(name)->values.emplace_back(member);
  }
  void list(std::string_view name, std::string_view words) {
    for (std::size_t at = 0; at < words.size();) {
      const auto end = std::min(words.find(' ', at), words.size());
      add(name, words.substr(at, end - at));
      at = end + 1;
    }
  }
  void drop(std::string_view name) {
    std::erase_if(command_.fields_, [&](const WrittenField& field) { return field.name == name; });
  }
  void name_to(domain::Role role, std::string_view unit) {
    if (role == domain::Role::lead) return put("lead", unit);
    add(list_of(role), unit);
  }

  WrittenCommand& command_;
  bool& founding_ = command_.founding_;
};

WrittenCommand::WrittenCommand(const record::Envelope& envelope, std::string_view docket) {
  fields_.push_back({"do", WrittenField::Kind::text, {{}}});
  put("id", envelope.command);
  put("docket", docket);
  put("on", to_string(envelope.on));
  put("by", envelope.actor);
  put("note", envelope.note);
}

void WrittenCommand::take(const domain::Fact& fact) {
  Pen pen(*this);
  std::visit([&](const auto& each) { pen.take(each); }, fact);
}

WrittenField* WrittenCommand::find(std::string_view name) {
  const auto found =
      std::find_if(fields_.begin(), fields_.end(), [&](const WrittenField& field) { return field.name == name; });
  return found == fields_.end() ? nullptr : &*found;
}

void WrittenCommand::put(std::string_view name, std::string_view text) {
  if (text.empty()) return;
  if (auto* given = find(name))
    given->values = {std::string(text)};
  else
    fields_.push_back({name, WrittenField::Kind::text, {std::string(text)}});
}

}  // namespace ducha::tools
