#include "ledger/domain/decide.h"

#include <algorithm>

#include "ledger/domain/answers.h"
#include "ledger/domain/law.h"

namespace ducha::domain {

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const auto& name : names) text += (text.empty() ? "" : " ") + name;
  return text;
}

Decision decide(const Office& office, const Command& command) {
  auto decision = std::visit(
      [&](const auto& body) -> Decision {
        if constexpr (requires { answer(office, command.on, body); })
          return answer(office, command.on, body);
        else
          return refused(Refusal::docket_unknown, command.docket);
      },
      command.body);
  if (auto* facts = std::get_if<Facts>(&decision)) facts->flags = flags_of(office, Docket{}, command.on, *facts);
  return decision;
}

Decision decide(const Office& office, const Docket& docket, const Command& command) {
  const Case c{office, docket, command};
  auto decision = std::visit(
      [&](const auto& body) -> Decision {
        if constexpr (requires { answer(c, body); })
          return answer(c, body);
        else
          return refused(Refusal::docket_unknown, command.docket);
      },
      command.body);
  if (auto* facts = std::get_if<Facts>(&decision)) {
    if (facts->facts.size() == 1) {
      if (auto refused = forbids(docket, command.on, facts->facts.front())) return *refused;
    } else {
      // Each fact is judged where it would come: after those before it.
      Docket then = docket;
      for (const Fact& fact : facts->facts) {
        if (auto refused = forbids(then, command.on, fact)) return *refused;
        evolve(then, command.on, fact);
      }
    }
    facts->flags = flags_of(office, docket, command.on, *facts);
  }
  return decision;
}

}  // namespace ducha::domain
