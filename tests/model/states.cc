#include "tests/model/states.h"

namespace ducha::model {

namespace {

// All that the table asks about one duty.
struct Case {
  std::string kind, unit;
  const Stay* stay = nullptr;  // of the role it is owed in; a rectification outlives it
  Clock clock;
  std::optional<Day> done;
  bool excused = false;   // a feedback day inside a suspension, or exempted
  bool not_done = false;  // closed as not done under this lead
  bool revoked = false;
  std::optional<Day> docket_over;
};

const char* state_of(const Case& duty, Day on) {
  if (duty.excused) return "excused";
  if (duty.not_done) return "missed";
  if (duty.done) return *duty.done <= duty.clock.due ? "on_time" : "late";
  if (duty.revoked || (duty.stay && duty.stay->upheld)) return "void";
  auto over = duty.docket_over;
  if (duty.stay && duty.stay->end && (!over || *duty.stay->end < *over)) over = duty.stay->end;
  if (over) return *over <= duty.clock.due ? "void" : "missed";
  if (on < duty.clock.due) return "pending";
  return on == duty.clock.due ? "due_today" : "overdue";
}

class Listing {
 public:
  Listing(const Course& course, Day on) : course_(course), on_(on) {}

  std::vector<Duty> listed() {
    for (const auto& task : course_.tasks()) list(task);
    for (std::size_t i = 0; i < course_.stays().size(); ++i) {
      if (course_.stays()[i].completion) completion(i);
      feedback(i);
    }
    return listed_;
  }

 private:
  // While the clock stands, due days move on with the day one looks from.
  void let_stand(Clock& clock) const {
    const auto first = course_.suspended();
    if (!first || clock.due < *first) return;
    clock.due += on_ - *first + Days{1};
  }

  void put(Case duty, Role role) {
    const std::string state = state_of(duty, on_);
    if (state == "void") return;
    if (duty.stay && duty.stay->merged && !duty.done) return;
    if (state == "excused") duty.done.reset();
    int days = 0;
    if (state == "overdue") days = static_cast<int>((on_ - duty.clock.due).count());
    if (state == "late") days = static_cast<int>((*duty.done - duty.clock.due).count());
    listed_.push_back({duty.kind, duty.unit, role, duty.clock.due, duty.clock.original, duty.clock.provisional,
                       duty.done, state, days});
  }

  void list(const Task& task) {
    Case duty;
    duty.unit = task.unit;
    duty.clock = task.clock;
    duty.done = task.done;
    duty.revoked = task.revoked;
    Role role = task.role;
    if (task.kind == Task::Kind::rectification) {
      duty.kind = "rectification";
    } else {
      duty.kind = task.kind == Task::Kind::part ? "part" : "acceptance";
      duty.stay = &course_.stays()[*task.stay];
      duty.docket_over = course_.finished();
      let_stand(duty.clock);
      role = duty.stay->role_on(duty.clock.due);
    }
    duty.excused = course_.exempted(duty.kind, duty.unit, duty.clock.had);
    put(duty, role);
  }

  void completion(std::size_t number) {
    const auto& stay = course_.stays()[number];
    const auto& ended = course_.ended();
    // Reported by the unit that is part of this one now.
    if (stay.of && course_.reported().contains(*stay.of)) return;
    Case duty;
    duty.kind = "completion";
    duty.unit = stay.unit;
    duty.stay = &stay;
    duty.clock = *stay.completion;
    let_stand(duty.clock);
    if (course_.reported().contains(number)) duty.done = course_.report();
    const bool led_at_end = ended && ended->leads.contains(number);
    if (led_at_end && ended->how == "done" && !course_.report()) duty.done = ended->on;
    duty.not_done = led_at_end && ended->how == "not_done";
    if (ended && (ended->how == "withdrawn" || ended->how == "merged")) duty.docket_over = ended->on;
    duty.excused = course_.exempted(duty.kind, duty.unit, duty.clock.had);
    put(duty, stay.role_on(duty.clock.due));
  }

  void feedback(std::size_t number) {
    const auto& stay = course_.stays()[number];
    for (const Day day : course_.feedback_days(number, on_)) {
      Case duty;
      duty.kind = "feedback";
      duty.unit = stay.unit;
      duty.stay = &stay;
      duty.clock = {day, day, false, {day}};
      duty.done = course_.answered(number, day);
      duty.docket_over = course_.finished();
      duty.excused = course_.excused(stay.unit, day);
      put(duty, stay.role_on(day));
    }
  }

  const Course& course_;
  Day on_;
  std::vector<Duty> listed_;
};

}  // namespace

std::vector<Duty> duties_on(const Course& course, Day on) { return Listing(course, on).listed(); }

}  // namespace ducha::model
