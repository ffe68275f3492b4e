#include "ledger/domain/feedback.h"

#include <algorithm>
#include <vector>

namespace ducha::domain {
namespace {

// The tenures of the unit's present unbroken time on the docket, the latest first.
std::vector<const Tenure*> present_time(const Docket& docket, std::string_view unit) {
  std::vector<const Tenure*> chain;
  for (auto tenure = docket.tenures.rbegin(); tenure != docket.tenures.rend(); ++tenure) {
    if (tenure->unit != unit) continue;
    if (chain.empty() ? !tenure->active() : !chain.back()->continues) break;
    chain.push_back(&*tenure);
  }
  return chain;
}

const Tenure* owing(const Docket& docket, const std::vector<const Tenure*>& chain, Day day) {
  const auto found = std::find_if(chain.begin(), chain.end(),
                                  [&](const Tenure* tenure) { return feedback_owed(docket, *tenure, day); });
  return found == chain.end() ? nullptr : *found;
}

}  // namespace

std::optional<Day> day_answered(const Docket& docket, std::string_view unit, Day on, std::optional<Day> period) {
  if (!docket.cadence) return {};
  if (period) return period;
  const auto chain = present_time(docket, unit);
  if (chain.empty()) return {};
  if (owing(docket, chain, on)) return on;
  // The last day before it that is not excused.
  const Day began = chain.back()->from;
  for (Day day = last_before(docket.cadence, on); day > began; day = last_before(docket.cadence, day)) {
    const auto* tenure = owing(docket, chain, day);
    if (!tenure || docket.feedback_excused(unit, day, on)) continue;
    if (!tenure->answers.contains(day)) return day;
    break;
  }
  // The first owed day after it can only be the cadence's next: later ones start in nobody's past.
  const Day next = next_after(docket.cadence, on);
  return owing(docket, chain, next) ? std::optional(next) : std::nullopt;
}

bool period_lawful(const Docket& docket, std::string_view unit, Day on, Day period) {
  if (!docket.cadence || period > next_after(docket.cadence, on)) return false;
  return std::any_of(docket.tenures.begin(), docket.tenures.end(), [&](const Tenure& tenure) {
    return tenure.unit == unit && feedback_owed(docket, tenure, period);
  });
}

}  // namespace ducha::domain
