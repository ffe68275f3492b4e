// The whole ledger as batch lines: each command as it was recorded, with its identity, in the order of the log.

#include <ostream>

#include <nlohmann/json.hpp>

#include "ledger/history.h"
#include "tools/commands/commands.h"

namespace ducha::tools {
namespace {

using Json = nlohmann::ordered_json;

// A command written back from its facts, which come one after the other.
class Line {
 public:
  explicit Line(const record::Envelope& envelope, const std::string& docket) {
    json_["do"] = "";
    json_["id"] = envelope.command;
    if (!docket.empty()) json_["docket"] = docket;
    json_["on"] = to_string(envelope.on);
    put("by", envelope.actor);
    put("note", envelope.note);
  }

  const Json& json() const { return json_; }
  bool known() const { return json_["do"] != ""; }

  void take(const domain::UnitRegistered& fact) {
    verb("register-unit");
    put("unit", fact.unit);
    put("name", fact.title);
    put("kind", name_of(fact.kind));
    put("head", fact.head);
  }
  void take(const domain::UnitAliased& fact) { json_["aliases"].push_back(fact.alias); }
  void take(const domain::GroupDefined& fact) {
    verb("define-group");
    put("name", fact.group);
    json_["members"] = Json::array();
  }
  void take(const domain::GroupMemberNamed& fact) { json_["members"].push_back(fact.member); }
  void take(const domain::DecisionMade& fact) {
    verb("decide");
    put("decision", fact.decision);
    put("title", fact.title);
    put("source", name_of(fact.source));
    put("session", fact.session);
    put("item", fact.item);
    put("document", fact.document);
    if (fact.major) json_["major"] = true;
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
    if (fact.joint_given) json_["joint"] = Json::array();
    put("due", fact.limit);
    put("reason", fact.reason);
  }
  void take(const domain::UnitAssigned& fact) { name_to(fact.role, fact.unit); }
  void take(const domain::VagueUnitNamed& fact) { name_to(fact.role, fact.written); }
  void take(const domain::UnitRemoved& fact) { json_["remove"].push_back(fact.unit); }
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
    if (fact.progress >= 0) json_["progress"] = fact.progress;
    put("text", fact.text);
    put("period", fact.period);
    if (fact.nothing) json_["nothing"] = true;
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
    put("to", std::optional(fact.to));
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
    json_.erase("docket");
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
    json_["units"] = Json::array();
  }
  void take(const domain::PortfolioUnitNamed& fact) { json_["units"].push_back(fact.unit); }
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
    json_["year"] = fact.year;
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
  void verb(std::string_view name) { json_["do"] = name; }
  void put(const char* name, std::string_view text) {
    if (!text.empty()) json_[name] = text;
  }
  void put(const char* name, std::optional<Day> day) {
    if (day) json_[name] = to_string(*day);
  }
  void list(const char* name, std::string_view words) {
    for (std::size_t at = 0; at < words.size();) {
      const auto end = std::min(words.find(' ', at), words.size());
      json_[name].push_back(words.substr(at, end - at));
      at = end + 1;
    }
  }
  void name_to(domain::Role role, std::string_view unit) {
    switch (role) {
      case domain::Role::lead:
        json_["lead"] = unit;
        break;
      case domain::Role::joint:
        json_["joint"].push_back(unit);
        break;
      case domain::Role::supporting:
        json_["supporting"].push_back(unit);
        break;
    }
  }

  Json json_;
  bool founding_ = false;
};

}  // namespace

Exit export_ledger(const Context& context, const ReportOptions&) {
  const store::Log log(context.ledger, store::Access::read);
  record::EntryReader reader;
  std::vector<std::string> dockets(log.stream_count());
  std::optional<Line> line;
  const auto write = [&] {
    if (line && line->known()) context.out << line->json().dump() << '\n';
    line.reset();
  };
  log.scan(0, log.head().size, [&](Seq seq, std::span<const std::byte> bytes) {
    const auto entry = reader.read(bytes, seq);
    if (const auto* opened = std::get_if<domain::DocketOpened>(&entry.fact))
      dockets[entry.envelope.stream] = opened->docket;
    if (entry.envelope.part == 0) {
      write();
      line.emplace(entry.envelope, dockets[entry.envelope.stream]);
    }
    std::visit([&](const auto& fact) { line->take(fact); }, entry.fact);
    return true;
  });
  write();
  return Exit::done;
}

}  // namespace ducha::tools
