#include "projections/reports/lights.h"

#include <algorithm>

namespace ducha::reports {
namespace {

using domain::Duty;
using domain::DutyState;
using domain::Light;
using domain::Limit;

// What a duty's state asks of the reader, the worst last; colours come only then, for they are configuration.
enum class Plight : std::uint8_t { settled, far, near, bad };

Plight plight(const Lamp& lamp, const Duty& duty) {
  switch (duty.state) {
    case DutyState::overdue:
    case DutyState::missed:
      return Plight::bad;
    case DutyState::due_today:
      return Plight::near;
    case DutyState::pending: {
      const auto& within = lamp.rules.yellow_within;
      const int left =
          within.kind == Limit::Kind::days ? duty.due - lamp.on : lamp.calendar.workdays_between(lamp.on, duty.due);
      return left <= within.count ? Plight::near : Plight::far;
    }
    case DutyState::excused:
    case DutyState::on_time:
    case DutyState::late:
    case DutyState::gone:
      break;
  }
  return Plight::settled;
}

}  // namespace

Light Lamp::of(const Duty& duty) const {
  switch (plight(*this, duty)) {
    case Plight::bad:
      return rules.overdue;
    case Plight::near:
      return rules.near;
    case Plight::far:
      return rules.pending;
    case Plight::settled:
      break;
  }
  return duty.state == DutyState::excused ? rules.excused : rules.done;
}

Light Lamp::of(const projections::Card& card, const std::vector<Duty>& duties) const {
  if (card.stage == projections::Stage::suspended || card.stage == projections::Stage::withdrawn) return rules.excused;
  if (projections::ended(card.stage)) return rules.done;
  if (duties.empty()) return Light::unset;
  auto worst = Plight::settled;
  for (const Duty& duty : duties) worst = std::max(worst, plight(*this, duty));
  if (worst == Plight::bad) return rules.overdue;
  return worst == Plight::near ? rules.near : rules.pending;
}

}  // namespace ducha::reports
