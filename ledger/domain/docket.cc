#include "ledger/domain/docket.h"

#include <algorithm>

namespace ducha::domain {

Role Tenure::role_on(Day day) const {
  const auto after = std::find_if(labels.begin(), labels.end(), [&](const Label& label) { return label.from > day; });
  return after == labels.begin() ? labels.front().role : std::prev(after)->role;
}

const Tenure* Docket::tenure_of(std::string_view unit) const {
  const auto found = std::find_if(tenures.rbegin(), tenures.rend(),
                                  [&](const Tenure& tenure) { return tenure.unit == unit && tenure.active(); });
  return found == tenures.rend() ? nullptr : &*found;
}

bool Docket::has_lead() const {
  return std::any_of(tenures.begin(), tenures.end(),
                     [](const Tenure& tenure) { return tenure.active() && tenure.role() == Role::lead; });
}

Role Docket::last_role(std::string_view unit) const {
  const auto found =
      std::find_if(tenures.rbegin(), tenures.rend(), [&](const Tenure& tenure) { return tenure.unit == unit; });
  return found == tenures.rend() ? Role::lead : found->role();
}

bool Docket::exempted(DutyKind duty, std::string_view unit, Day day) const {
  return std::any_of(exemptions.begin(), exemptions.end(),
                     [&](const Exemption& each) { return each.kind == duty && each.unit == unit && each.due == day; });
}

bool Docket::feedback_excused(std::string_view unit, Day day, Day seen) const {
  if (exempted(DutyKind::feedback, unit, day)) return true;
  if (suspended && *suspended <= day && day <= seen) return true;
  return std::any_of(suspensions.begin(), suspensions.end(),
                     [&](const Span& span) { return span.from <= day && day < span.to; });
}

bool feedback_owed(const Docket& docket, const Tenure& tenure, Day day) {
  if (!falls_on(docket.cadence, day) || day <= tenure.from || (tenure.to && day >= *tenure.to)) return false;
  if (tenure.spared.contains(day) || (tenure.merged && !tenure.answers.contains(day))) return false;
  if (docket.finished && day >= *docket.finished) return false;
  return std::none_of(docket.pauses.begin(), docket.pauses.end(),
                      [&](const Span& pause) { return pause.from <= day && day < pause.to; });
}

}  // namespace ducha::domain
