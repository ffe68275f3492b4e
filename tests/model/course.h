// The course of one docket, walked from its first command to a day: who held which role when, and what was owed.
//
// Each command is one step on the state of all before it, as section 1 of the contract tells it; a step that section 2
// refuses is named, and the walk stops there. What the state then means for each duty is `states.cc`.

#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "tests/model/calendar.h"
#include "tests/model/told.h"

namespace ducha::model {

enum class Role { lead, joint, supporting };
const char* name_of(Role role);

// A due day with all it ever was.
struct Clock {
  Day due, original;
  bool provisional = false;
  std::set<Day> had;
};

// An unbroken time of a unit in one role; lead and joint lead are one.
struct Stay {
  std::string unit;
  std::vector<std::pair<Day, Role>> roles;  // each from its day on
  std::optional<Day> end;
  int time = 0;         // stays of a unit with the same number followed each other without a day between
  bool upheld = false;  // ended by an upheld objection
  bool accepted = false;
  std::optional<Clock> completion;
  bool merged = false;            // its unit is part of another now: only what it did is still its own
  std::optional<std::size_t> of;  // the stay it goes on with, of a unit that is part of this one now
  std::set<Day> spared;           // feedback days that one had answered, or this unit owed itself
  Day begin() const { return roles.front().first; }
  Role role() const { return roles.back().second; }
  bool leads() const { return role() != Role::supporting; }
  bool present() const { return !end; }
  Role role_on(Day day) const;  // or the first it had, when that began later
};

// A duty other than completion and feedback, which follow from the stays.
struct Task {
  enum class Kind { acceptance, part, rectification } kind;
  std::string unit;
  std::optional<std::size_t> stay;
  Role role;  // of a rectification
  Clock clock;
  std::optional<Day> done;
  bool revoked = false;
};

struct Figure {
  std::string what;  // extension, return, urge, objection, or the colour of a notice
  std::string unit;
  bool leads;
  Day on;
  int nth = 0;  // of a return: the how many-eth of the docket
};

struct Ending {
  Day on;
  std::string how;  // done, not_done, merged, withdrawn
  std::set<std::size_t> leads;
};

// Days on which nobody owes feedback, because the docket is finished.
struct Rest {
  Day from;
  std::optional<Day> to;  // not included
};

// 督查结论.
struct Conclusion {
  std::string unit;
  Day on;
  std::optional<std::size_t> task;
  int contested = 0;  // the how many-eth to be contested
};

struct Request {
  Day on;
  std::optional<Due> to;  // when a day was asked for
};

class Course {
 public:
  // Walks the docket's commands, in the order facts are read.
  Course(const Calendar& calendar, const History& steps);

  // What a command decides when it is recorded, and what paper that arrives later no longer changes: the day an
  // extension is asked for or granted to (`counted`), whether Art. 48 grants it by itself, whom a ruling is about.
  void decide(Told& told) const;

  // The first command that is refused, as the contract has it.
  const std::optional<std::string>& broken() const { return broken_; }

  bool is_open() const { return opened_ && !ended_; }
  const Told* opening() const { return opened_ ? &*opened_ : nullptr; }
  const std::vector<Stay>& stays() const { return stays_; }
  const std::vector<Task>& tasks() const { return tasks_; }
  const std::vector<Figure>& figures() const { return figures_; }
  const std::optional<Ending>& ended() const { return ended_; }
  std::optional<Day> report() const { return report_; }
  const std::set<std::size_t>& reported() const { return reported_; }
  std::optional<Day> suspended() const { return suspended_; }
  std::optional<Day> finished() const;
  std::string lead() const;

  // The feedback days of a stay up to a day and the next one.
  std::vector<Day> feedback_days(std::size_t stay, Day upto) const;
  std::optional<Day> answered(std::size_t stay, Day due) const;
  // Exempted by name, for one of the days it had.
  bool exempted(const std::string& kind, const std::string& unit, const std::set<Day>& days) const;
  bool excused(const std::string& unit, Day due) const;  // a feedback day

 private:
  std::optional<std::string> refusal(const Told& told) const;
  std::optional<std::string> docket_refuses(const Told& told) const;
  std::optional<std::string> unit_refused(const Told& told) const;
  bool period_owed(const std::string& unit, Day period, Day on) const;
  void step(const Told& told);
  void assign(const Told& told);
  void reassign(const Told& told);
  void accept(const Told& told);
  void settle(const Told& told);
  void feedback(const Told& told);
  void extend(const Told& told);
  void grant(const Told& told);
  void prolong(Day asked, Due to, Day on);
  void stand_still(Day until);
  void give_back(const Told& told);
  void end(const Told& told, const std::string& how);
  void reopen(const Told& told);
  void exempt(const Told& told);
  void conclude(const Told& told);
  void contest(const Told& told);
  void rule(const Told& told);
  void merge(const Told& told);
  void merge_into_present(std::size_t merged, std::size_t there, Day on);

  std::optional<std::size_t> stay_of(const std::string& unit) const;
  std::optional<std::size_t> last_stay_of(const std::string& unit) const;
  std::size_t begin_stay(const std::string& unit, Role role, Day on);
  void figure(const std::string& what, const std::string& unit, Day on);
  void figure_of_leads(const std::string& what, Day on, int nth = 0);
  void rest(Day from);
  Due limit(const std::string& text, Day start) const;
  Due counted_from_start(const std::string& text, Day otherwise) const;
  std::optional<Due> granted_to(const Told& told) const;
  bool granted_by_rule(const Told& told) const;
  const Conclusion* ruled_about(const std::string& unit) const;
  void set_due(const std::string& text, Day on);

  const Calendar& calendar_;
  std::optional<std::string> broken_, impossible_;
  std::optional<Told> opened_;
  bool assigned_ = false;
  std::string cadence_;
  std::vector<Stay> stays_;
  std::vector<Task> tasks_;
  std::vector<Figure> figures_;
  std::optional<Clock> due_;  // the docket's own
  std::string limit_;         // what it was told as
  Day limit_start_{};
  int stood_ = 0;  // days the clock stood since
  std::optional<Request> request_;
  std::optional<Day> suspended_;
  std::vector<std::pair<Day, Day>> suspensions_;  // first day, day of resuming
  std::optional<Day> report_;
  std::set<std::size_t> reported_;  // the stays it reports for
  std::optional<Ending> ended_;
  std::vector<Rest> rests_;
  std::set<std::tuple<std::string, std::string, Day>> exempted_;
  std::map<std::pair<std::size_t, Day>, Day> answers_;
  std::map<std::string, std::size_t> objected_;
  std::vector<Conclusion> conclusions_;
  int contests_ = 0;
  int returns_ = 0;
};

}  // namespace ducha::model
