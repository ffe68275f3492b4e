#include "ledger/domain/clock.h"

namespace ducha::domain {

Clock begin(DueDay due, std::optional<Limit> told, Day start) {
  Clock clock;
  clock.due = clock.first = due.day;
  clock.provisional = due.provisional;
  clock.had = {due.day};
  clock.limit = told;
  clock.start = start;
  clock.by_limit = told.has_value();
  return clock;
}

std::optional<Limit> counted_limit(std::string_view written) {
  const auto limit = parse_limit(written);
  return limit && limit->kind != Limit::Kind::date ? limit : std::nullopt;
}

void move(Clock& clock, DueDay to) {
  clock.due = to.day;
  clock.provisional = to.provisional;
  clock.had.push_back(to.day);
  clock.by_limit = false;
}

void pass(Clock& clock, int days) {
  for (int day = 1; day <= days; ++day) clock.had.push_back(clock.due + day);
}

void stand(Clock& clock, Day since, int days) {
  if (clock.due < since || days == 0) return;
  pass(clock, days);
  clock.due = clock.due + days;
  clock.stood += days;
}

void set_due(Docket& docket, Day on, DueDay due, std::optional<Limit> told) {
  auto clock = begin(due, told, on);
  if (docket.due) {
    clock.first = docket.due->first;
    clock.had = docket.due->had;
    clock.had.push_back(due.day);
  }
  docket.due = std::move(clock);
  docket.chase.reset();
  docket.dues.push_back(due.day);
}

}  // namespace ducha::domain
