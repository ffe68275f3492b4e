// 督查事项: what a docket has become, folded from its facts in the order of their day.
//
//   evolve : docket × fact → docket
//
// A docket keeps everything law and duties ask about and owns its text, so that the facts may go. It knows
// no calendar: due days were decided when they were told, and stand in the facts.

#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "ledger/base/day.h"
#include "ledger/domain/cadence.h"
#include "ledger/domain/deadline.h"
#include "ledger/domain/event.h"
#include "ledger/domain/words.h"

namespace ducha::domain {

// Something with a due day: the day it is assessed by, all it ever had, and when it was done.
struct Clock {
  Day due;
  bool provisional = false;
  Day first;             // the due day it began with
  std::vector<Day> had;  // every due day it had, the first and the present one among them
  std::optional<Day> done;
  std::optional<Limit> limit;  // as it was told, when it was told as a limit, and from when it counts
  Day start;
  int stood = 0;           // plain days it moved by suspensions since
  bool by_limit = false;   // whether the present due day is what the limit gives
  bool elsewhere = false;  // counted with the unit that this one was merged with
  bool operator==(const Clock&) const = default;
};

// A unit's unbroken time in one class of role: leading (lead or joint), or supporting.
struct Tenure {
  std::string unit;
  bool led = false;
  struct Label {
    Day from;
    Role role;
    bool operator==(const Label&) const = default;
  };
  std::vector<Label> labels;  // a unit that leads may move between lead and joint
  Day from;
  std::optional<Day> to;
  bool upheld = false;     // ended, or proved wrong, by an upheld objection
  bool continues = false;  // the unit came straight from its other role
  bool failed = false;     // it led when the docket was closed as not done
  Clock acceptance;
  std::optional<Clock> part;
  std::optional<Clock> completion;
  std::map<Day, Day> answers;  // feedback day → the day it was first answered
  bool added = false;          // by a reassignment
  bool merged = false;         // the unit is part of another now, which owes what this one had not done
  std::set<Day> spared;        // feedback days that the unit merged into this one had answered, or it owed itself
  bool operator==(const Tenure&) const = default;

  bool active() const { return !to; }
  Role role() const { return labels.back().role; }
  Role role_on(Day day) const;
};

// Something that is counted by the day it happened.
struct Happening {
  enum class Kind : std::uint8_t { extension, returned, urge, objection, notice, measure };
  Kind kind;
  Day on;
  std::string unit;
  bool led;
  unsigned ordinal = 0;   // of a return: which of the docket's returns it was, from 1; of a notice: its Colour;
                          // of a measure: its Measure
  std::string text = {};  // what was said with it: an urge's channel, an objection's reason, a notice's requirement
  bool operator==(const Happening&) const = default;
};

// 滞后原因: why it takes longer, said by a unit in feedback or when it asked for more time, or (no unit) in a
// suspension.
struct Cause {
  std::string unit;
  Day on;
  std::string text;
  bool operator==(const Cause&) const = default;
};

// A stretch of days: `to` is not included.
struct Span {
  Day from;
  Day to;
  bool operator==(const Span&) const = default;
};

// 督查结论 about a unit, and what became of it.
struct Conclusion {
  std::string unit;
  Role role;
  Day on;
  std::string text;
  std::optional<Clock> rectify;
  Day contest_by;
  std::optional<Day> contested;
  std::optional<Ruling> ruled;
  bool operator==(const Conclusion&) const = default;
};

// 容错: what was excused, by the unit, the kind of duty and a due day it had.
struct Exemption {
  DutyKind kind;
  std::string unit;
  Day due;
  bool operator==(const Exemption&) const = default;
};

struct Docket {
  bool opened = false;
  std::string code, title, decision, category, requirement, leader, parent;
  DocketKind kind = DocketKind::daily;
  Day opened_on;
  Day last_on;  // the latest day of any of its facts

  bool assigned = false;
  Day assigned_on;
  Cadence cadence;
  std::optional<Clock> due;  // the docket's own due day, late extensions aside
  std::optional<Day> chase;  // what a late extension allows; assessed by nobody
  std::vector<Day> dues;     // all it ever had, in the order they were told

  std::vector<Tenure> tenures;  // in the order they began
  std::vector<std::pair<std::string, Role>> vague;

  struct Request {
    Day on;
    std::string unit;
    std::optional<Day> to;
    bool provisional = false;
    bool operator==(const Request&) const = default;
  };
  std::optional<Request> request;                               // the extension that waits for an answer
  std::vector<std::pair<std::string, std::size_t>> objections;  // unit, tenure: waiting to be settled

  std::optional<Day> reported;  // the completion report that stands
  unsigned returns = 0;
  struct Closing {
    Day on;
    CloseResult result;
    std::string into;
    bool operator==(const Closing&) const = default;
  };
  std::optional<Closing> closed;
  std::optional<Day> withdrawn, struck, archived;
  std::optional<Day> finished;    // what is owed has stopped since then
  std::vector<Span> pauses;       // earlier times it was finished, until returned or reopened
  std::optional<Day> suspended;   // since when the clock stands
  std::vector<Span> suspensions;  // earlier times it stood

  std::vector<Conclusion> conclusions;
  std::vector<Exemption> exemptions;
  std::optional<Finding> finding;  // of the last inspection

  std::vector<Happening> happenings;
  std::vector<Cause> causes;   // the last of each unit, in the order they were said
  std::int32_t progress = -1;  // the last one a leading unit stated
  std::string last_feedback;
  std::optional<Day> last_feedback_on;

  bool ended() const { return closed || withdrawn; }
  bool exempted(DutyKind duty, std::string_view unit, Day due) const;
  // Whether the unit's feedback day is excused, seen on a day: exempted, or inside a suspension.
  bool feedback_excused(std::string_view unit, Day day, Day seen) const;
  const Tenure* tenure_of(std::string_view unit) const;  // the active one, or null
  bool has_lead() const;
  // The role a unit holds, or last held; lead when it never held one.
  Role last_role(std::string_view unit) const;

  // The units named next belong to these terms (of the assignment or reassignment just read).
  struct Terms {
    Day on;
    bool reassigned = false;
    std::optional<DueDay> due;
    std::optional<Limit> due_limit;
    DueDay accept_by;
    std::optional<Limit> accept_limit;
    std::optional<DueDay> part_by;
    std::optional<Limit> part_limit;
    std::vector<std::size_t> left;  // tenures that end unless the unit is named anew
    bool operator==(const Terms&) const = default;
  } terms;

  bool operator==(const Docket&) const = default;
};

// Takes one more fact in; facts come in the order of their day, same-day facts in the order of the log.
void evolve(Docket& docket, Day on, const Fact& fact);

// Whether the unit's feedback was owed on `day` in this tenure, as far as the facts read so far say.
bool feedback_owed(const Docket& docket, const Tenure& tenure, Day day);

}  // namespace ducha::domain
