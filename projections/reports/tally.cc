#include "projections/reports/tally.h"

#include <algorithm>

namespace ducha::reports {

using domain::DutyState;
using domain::Happening;

void Figures::count(DutyState state) {
  switch (state) {
    case DutyState::on_time:
      ++on_time;
      break;
    case DutyState::late:
      ++late;
      break;
    case DutyState::missed:
      ++missed;
      break;
    case DutyState::overdue:
      ++overdue;
      break;
    case DutyState::pending:
    case DutyState::due_today:
      ++open;
      break;
    case DutyState::excused:
      ++excused;
      break;
    case DutyState::gone:
      break;
  }
}

Deduction deduction_of(const domain::Rules& rules, const domain::Duty& duty) {
  const auto points = domain::deduction(rules, duty.kind, duty.state);
  return {points == 0 ? std::string_view() : domain::rule_of(duty.kind, duty.state), points,
          leads(duty.role) ? rules.lead_weight : rules.supporting_weight};
}

Deduction deduction_of(const domain::Rules& rules, const Happening& happening) {
  if (happening.kind != Happening::Kind::returned) return {};
  const bool again = happening.ordinal >= 3;
  return {again ? "return_from_third" : "return", again ? rules.returned_again : rules.returned,
          happening.led ? rules.lead_weight : rules.supporting_weight};
}

std::int64_t left_of_score(std::int64_t points_in_millionths) {
  const auto left = full_score * 1000 - points_in_millionths + 500;
  // Division rounds towards zero; below zero the half goes up all the same.
  return left >= 0 ? left / 1000 : -((-left + 999) / 1000);
}

std::optional<Decimal> score_of(const Figures& figures) {
  if (figures.owed() == 0) return {};
  return Decimal{std::max<std::int64_t>(0, left_of_score(figures.points))};
}

Cell rate_of(const Figures& figures) {
  return figures.settled() == 0 ? Cell() : Cell(Rate{figures.on_time, figures.settled()});
}

Figures& Tally::figures_of(const std::string& who, bool leads) {
  auto& found = found_[who][leads];
  if (!found) found = &rows_[{who, leads}];
  return *found;
}

void Tally::take(const std::string& who, const domain::Duty& duty) {
  if (!period_.holds(duty.due)) return;
  Figures& figures = figures_of(who, leads(duty.role));
  figures.count(duty.state);
  deduct(figures, deduction_of(rules_, duty));
}

void Tally::take(const std::string& who, const Happening& happening) {
  if (!period_.holds(happening.on) || happening.kind == Happening::Kind::measure) return;
  Figures& figures = figures_of(who, happening.led);
  switch (happening.kind) {
    case Happening::Kind::extension:
      ++figures.extensions;
      break;
    case Happening::Kind::urge:
      ++figures.urges;
      break;
    case Happening::Kind::objection:
      ++figures.objections;
      break;
    case Happening::Kind::notice:
      ++figures.notices[std::string(domain::names_of<domain::Colour>[happening.ordinal])];
      break;
    case Happening::Kind::returned:
      ++figures.returns;
      break;
    case Happening::Kind::measure:
      break;
  }
  deduct(figures, deduction_of(rules_, happening));
}

void Tally::deduct(Figures& figures, const Deduction& deduction) {
  if (deduction.points == 0) return;
  const auto times = figures.rules.find(deduction.rule);
  if (times == figures.rules.end())
    figures.rules.emplace(deduction.rule, 1);
  else
    ++times->second;
  figures.points += deduction.millionths();
}

}  // namespace ducha::reports
