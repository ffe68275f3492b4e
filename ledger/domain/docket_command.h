// What may be asked of a docket, in the order of its life.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <tuple>

#include "ledger/base/day.h"
#include "ledger/domain/cadence.h"
#include "ledger/domain/deadline.h"
#include "ledger/domain/part.h"
#include "ledger/domain/words.h"

namespace ducha::domain {

struct Open {
  std::string title, decision, category;
  std::optional<DocketKind> kind;
  std::string requirement, leader, parent;
  static constexpr std::string_view verb = "open";
  static constexpr std::tuple parts{Part{"title", &Open::title, Need::may},
                                    Part{"decision", &Open::decision, Need::may},
                                    Part{"category", &Open::category, Need::may},
                                    Part{"kind", &Open::kind, Need::may},
                                    Part{"requirement", &Open::requirement, Need::may},
                                    Part{"leader", &Open::leader, Need::may},
                                    Part{"parent", &Open::parent, Need::may}};
};

struct Assign {
  std::string lead;
  Names joint, supporting;
  std::optional<Limit> due, supporting_due;
  std::optional<Cadence> cadence;
  static constexpr std::string_view verb = "assign";
  static constexpr std::tuple parts{Part{"lead", &Assign::lead, Need::must},
                                    Part{"joint", &Assign::joint, Need::may},
                                    Part{"supporting", &Assign::supporting, Need::may},
                                    Part{"due", &Assign::due, Need::may},
                                    Part{"supportingDue", &Assign::supporting_due, Need::may},
                                    Part{"cadence", &Assign::cadence, Need::may}};
};

struct Accept {
  std::string unit;
  static constexpr std::string_view verb = "accept";
  static constexpr std::tuple parts{Part{"unit", &Accept::unit, Need::must}};
};

struct Object {
  std::string unit, reason;
  static constexpr std::string_view verb = "object";
  static constexpr std::tuple parts{Part{"unit", &Object::unit, Need::must},
                                    Part{"reason", &Object::reason, Need::may}};
};

struct Settle {
  std::string unit;
  Outcome outcome = Outcome::dismissed;
  static constexpr std::string_view verb = "settle";
  static constexpr std::tuple parts{Part{"unit", &Settle::unit, Need::must},
                                    Part{"outcome", &Settle::outcome, Need::must}};
};

struct Reassign {
  std::string lead;
  std::optional<Names> joint;  // given and empty: nobody
  Names supporting, remove;
  std::optional<Limit> due;
  std::string reason;
  static constexpr std::string_view verb = "reassign";
  static constexpr std::tuple parts{Part{"lead", &Reassign::lead, Need::may},
                                    Part{"joint", &Reassign::joint, Need::may},
                                    Part{"supporting", &Reassign::supporting, Need::may},
                                    Part{"remove", &Reassign::remove, Need::may},
                                    Part{"due", &Reassign::due, Need::may},
                                    Part{"reason", &Reassign::reason, Need::may}};
};

struct Feedback {
  std::string unit;
  std::optional<int> progress;
  std::string text;
  std::optional<Day> period;
  bool nothing = false;
  std::optional<Light> light;
  std::string cause;
  Names evidence;
  static constexpr std::string_view verb = "feedback";
  static constexpr std::tuple parts{
      Part{"unit", &Feedback::unit, Need::must},      Part{"progress", &Feedback::progress, Need::may},
      Part{"text", &Feedback::text, Need::may},       Part{"period", &Feedback::period, Need::may},
      Part{"nothing", &Feedback::nothing, Need::may}, Part{"light", &Feedback::light, Need::may},
      Part{"cause", &Feedback::cause, Need::may},     Part{"evidence", &Feedback::evidence, Need::may}};
};

struct Contribute {
  std::string unit, text;
  static constexpr std::string_view verb = "contribute";
  static constexpr std::tuple parts{Part{"unit", &Contribute::unit, Need::must},
                                    Part{"text", &Contribute::text, Need::may}};
};

struct Urge {
  std::string unit, channel;
  static constexpr std::string_view verb = "urge";
  static constexpr std::tuple parts{Part{"unit", &Urge::unit, Need::must}, Part{"channel", &Urge::channel, Need::may}};
};

struct Extend {
  std::string unit;  // the present lead when left out
  std::optional<Limit> to;
  std::string reason;
  static constexpr std::string_view verb = "extend";
  static constexpr std::tuple parts{Part{"unit", &Extend::unit, Need::may}, Part{"to", &Extend::to, Need::may},
                                    Part{"reason", &Extend::reason, Need::may}};
};

struct Grant {
  std::optional<Limit> to;
  std::string approver;
  static constexpr std::string_view verb = "grant";
  static constexpr std::tuple parts{Part{"to", &Grant::to, Need::may}, Part{"approver", &Grant::approver, Need::may}};
};

struct Deny {
  std::string reason;
  static constexpr std::string_view verb = "deny";
  static constexpr std::tuple parts{Part{"reason", &Deny::reason, Need::may}};
};

struct Complete {
  std::string unit;  // the present lead when left out
  std::string text;
  Names evidence;
  static constexpr std::string_view verb = "complete";
  static constexpr std::tuple parts{Part{"unit", &Complete::unit, Need::may}, Part{"text", &Complete::text, Need::may},
                                    Part{"evidence", &Complete::evidence, Need::may}};
};

struct Return {
  std::string reason;
  static constexpr std::string_view verb = "return";
  static constexpr std::tuple parts{Part{"reason", &Return::reason, Need::may}};
};

struct Close {
  CloseResult result = CloseResult::done;
  std::string into;
  static constexpr std::string_view verb = "close";
  static constexpr std::tuple parts{Part{"result", &Close::result, Need::may}, Part{"into", &Close::into, Need::may}};
};

struct Suspend {
  std::string reason, approver;
  static constexpr std::string_view verb = "suspend";
  static constexpr std::tuple parts{Part{"reason", &Suspend::reason, Need::may},
                                    Part{"approver", &Suspend::approver, Need::may}};
};

struct Resume {
  std::string reason, approver;
  static constexpr std::string_view verb = "resume";
  static constexpr std::tuple parts{Part{"reason", &Resume::reason, Need::may},
                                    Part{"approver", &Resume::approver, Need::may}};
};

struct Inspect {
  Finding finding = Finding::confirmed;
  std::string text;
  static constexpr std::string_view verb = "inspect";
  static constexpr std::tuple parts{Part{"finding", &Inspect::finding, Need::must},
                                    Part{"text", &Inspect::text, Need::may}};
};

struct Strike {
  std::string reason;
  static constexpr std::string_view verb = "strike";
  static constexpr std::tuple parts{Part{"reason", &Strike::reason, Need::may}};
};

struct Archive {
  std::string reason;
  static constexpr std::string_view verb = "archive";
  static constexpr std::tuple parts{Part{"reason", &Archive::reason, Need::may}};
};

struct Reopen {
  std::string reason;
  std::optional<Limit> due;
  static constexpr std::string_view verb = "reopen";
  static constexpr std::tuple parts{Part{"reason", &Reopen::reason, Need::may}, Part{"due", &Reopen::due, Need::may}};
};

struct Withdraw {
  std::string reason;
  static constexpr std::string_view verb = "withdraw";
  static constexpr std::tuple parts{Part{"reason", &Withdraw::reason, Need::may}};
};

// What `calendar move` puts: duties of that kind (of that unit, when one is named) that fall due on `from` are due on
// `to` by a new calendar.
struct MoveDue {
  DutyKind duty = DutyKind::completion;
  Day from, to;
  std::string reason, unit;
  static constexpr std::string_view verb = "move-due";
  static constexpr std::tuple parts{Part{"duty", &MoveDue::duty, Need::must}, Part{"from", &MoveDue::from, Need::must},
                                    Part{"to", &MoveDue::to, Need::must}, Part{"reason", &MoveDue::reason, Need::may},
                                    Part{"unit", &MoveDue::unit, Need::may}};
};

struct Correct {
  std::string entry, reason;
  static constexpr std::string_view verb = "correct";
  static constexpr std::tuple parts{Part{"entry", &Correct::entry, Need::must},
                                    Part{"reason", &Correct::reason, Need::may}};
};

}  // namespace ducha::domain
