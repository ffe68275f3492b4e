#include "ledger/steps.h"

namespace ducha {

std::vector<Step> steps_of(const std::vector<const record::Entry*>& entries) {
  std::vector<Step> steps;
  steps.reserve(entries.size());
  for (const auto* entry : entries) steps.push_back({entry->envelope.on, entry->envelope.command, &entry->fact});
  return steps;
}

std::optional<domain::No> judge(const std::vector<Step>& steps, domain::Docket& docket) {
  for (const auto& step : steps) {
    if (const auto refused = domain::forbids(docket, step.on, *step.fact))
      return domain::No{
          domain::Refusal::later_facts_unlawful,
          std::string(step.command),
          {to_string(step.on) + " " + std::string(step.command) + " (" + std::string(name_of(refused->refusal)) + ")"}};
    domain::evolve(docket, step.on, *step.fact);
  }
  return {};
}

}  // namespace ducha
