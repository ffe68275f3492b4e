// How each command is answered: one overload a command, found by `decide`.

#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "ledger/domain/decide.h"
#include "ledger/domain/docket.h"
#include "ledger/domain/office.h"

namespace ducha::domain {

inline No refused(Refusal refusal, std::string_view subject, std::vector<std::string> names = {}) {
  return {refusal, std::string(subject), std::move(names)};
}

// Everything a command about a docket is decided against.
struct Case {
  const Office& office;
  const Docket& docket;
  const Command& command;
  Day on() const { return command.on; }

  // The unit's own code, or a refusal.
  std::variant<std::string_view, No> unit(const std::string& name) const {
    const auto* found = office.unit(name);
    if (!found) return refused(Refusal::unit_unknown, name);
    return std::string_view(found->code);
  }
  // No name means the lead, whoever turns out to lead on that day; there must be one.
  std::variant<std::string_view, No> unit_or_lead(const std::string& name) const {
    if (!name.empty()) return unit(name);
    if (docket.has_lead()) return std::string_view{};
    return refused(Refusal::lead_missing, docket.code);
  }
  DueDay counted(const Limit& limit) const { return count_from(on(), limit, office.calendar()); }
};

// One fact about one unit.
template <class Make>
Decision about_unit(const std::variant<std::string_view, No>& unit, Make make) {
  if (const auto* refused = std::get_if<No>(&unit)) return *refused;
  Facts facts;
  facts.facts.push_back(make(std::get<std::string_view>(unit), facts));
  return facts;
}

// A limit as it is stored: a date, or how it is counted.
inline std::string_view kept(Facts& facts, const Limit& limit) { return facts.text.emplace_back(to_string(limit)); }

std::string joined(const std::vector<std::string>& names);

// ---- the office: decide_office.cc ---------------------------------------------------------------------
Decision answer(const Office& office, Day on, const RegisterUnit& command);
Decision answer(const Office& office, Day on, const RenameUnit& command);
Decision answer(const Office& office, Day on, const MergeUnit& command);
Decision answer(const Office& office, Day on, const RetireUnit& command);
Decision answer(const Office& office, Day on, const DefineGroup& command);
Decision answer(const Office& office, Day on, const SetPortfolio& command);
Decision answer(const Office& office, Day on, const SetActing& command);
Decision answer(const Office& office, Day on, const Decide& command);
Decision answer(const Office& office, Day on, const Publish& command);
Decision answer(const Office& office, Day on, const AdoptCalendar& command);
Decision answer(const Office& office, Day on, const AdoptRules& command);
Decision answer(const Office& office, Day on, const Commend& command);
Decision answer(const Office& office, Day on, const Criticise& command);
Decision answer(const Office& office, Day on, const Interview& command);
Decision answer(const Office& office, Day on, const Refer& command);

// ---- who leads, who supports: decide_roles.cc -----------------------------------------------------------
Decision answer(const Case& c, const Assign& command);
Decision answer(const Case& c, const Reassign& command);

// ---- the rest of a docket's life: decide_docket.cc -------------------------------------------------------
Decision answer(const Case& c, const Open& command);
Decision answer(const Case& c, const Accept& command);
Decision answer(const Case& c, const Object& command);
Decision answer(const Case& c, const Settle& command);
Decision answer(const Case& c, const Feedback& command);
Decision answer(const Case& c, const Contribute& command);
Decision answer(const Case& c, const Urge& command);
Decision answer(const Case& c, const Extend& command);
Decision answer(const Case& c, const Grant& command);
Decision answer(const Case& c, const Deny& command);
Decision answer(const Case& c, const Suspend& command);
Decision answer(const Case& c, const Resume& command);
Decision answer(const Case& c, const Complete& command);
Decision answer(const Case& c, const Inspect& command);
Decision answer(const Case& c, const Return& command);
Decision answer(const Case& c, const Close& command);
Decision answer(const Case& c, const Strike& command);
Decision answer(const Case& c, const Archive& command);
Decision answer(const Case& c, const Reopen& command);
Decision answer(const Case& c, const Withdraw& command);
Decision answer(const Case& c, const MoveDue& command);

// ---- accountability: decide_accountability.cc -------------------------------------------------------------
Decision answer(const Case& c, const Notice& command);
Decision answer(const Case& c, const Conclude& command);
Decision answer(const Case& c, const Rectify& command);
Decision answer(const Case& c, const Contest& command);
Decision answer(const Case& c, const Rule& command);
Decision answer(const Case& c, const Commend& command);
Decision answer(const Case& c, const Criticise& command);
Decision answer(const Case& c, const Interview& command);
Decision answer(const Case& c, const Refer& command);
Decision answer(const Case& c, const Exempt& command);

}  // namespace ducha::domain
