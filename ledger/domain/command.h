// Commands: what somebody asks the ledger to record, in the imperative, one struct each with one list of its
// fields. Reading batch lines, help pages and templates walk that list.
//
// Units, groups and decisions are named as the writer named them; `decide` resolves them.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <variant>
#include <vector>

#include "ledger/base/day.h"
#include "ledger/domain/cadence.h"
#include "ledger/domain/deadline.h"
#include "ledger/domain/words.h"

namespace ducha::domain {

using Names = std::vector<std::string>;

enum class Need : std::uint8_t { must, may };

template <class Command, class Value>
struct Part {
  std::string_view name;
  Value Command::*member;
  Need need;
};
template <class Command, class Value>
Part(std::string_view, Value Command::*, Need) -> Part<Command, Value>;

// ---- the office --------------------------------------------------------------------------------------

struct RegisterUnit {
  std::string unit, name;
  std::optional<UnitKind> kind;
  Names aliases;
  std::string head;
  static constexpr std::string_view verb = "register-unit";
  static constexpr std::tuple parts{
      Part{"unit", &RegisterUnit::unit, Need::must}, Part{"name", &RegisterUnit::name, Need::must},
      Part{"kind", &RegisterUnit::kind, Need::may}, Part{"aliases", &RegisterUnit::aliases, Need::may},
      Part{"head", &RegisterUnit::head, Need::may}};
};

struct DefineGroup {
  std::string name;
  Names members;
  static constexpr std::string_view verb = "define-group";
  static constexpr std::tuple parts{Part{"name", &DefineGroup::name, Need::must},
                                    Part{"members", &DefineGroup::members, Need::must}};
};

struct Decide {
  std::string decision, title;
  std::optional<Source> source;
  std::string session, item, document;
  bool major = false;
  Names procedure;
  std::string chair;
  static constexpr std::string_view verb = "decide";
  static constexpr std::tuple parts{
      Part{"decision", &Decide::decision, Need::must}, Part{"title", &Decide::title, Need::may},
      Part{"source", &Decide::source, Need::may},      Part{"session", &Decide::session, Need::may},
      Part{"item", &Decide::item, Need::may},          Part{"document", &Decide::document, Need::may},
      Part{"major", &Decide::major, Need::may},        Part{"procedure", &Decide::procedure, Need::may},
      Part{"chair", &Decide::chair, Need::may}};
};

// ---- a docket, in the order of its life ----------------------------------------------------------------

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

struct Correct {
  std::string entry, reason;
  static constexpr std::string_view verb = "correct";
  static constexpr std::tuple parts{Part{"entry", &Correct::entry, Need::must},
                                    Part{"reason", &Correct::reason, Need::may}};
};

using Body = std::variant<RegisterUnit, DefineGroup, Decide, Open, Assign, Accept, Object, Settle, Reassign, Feedback,
                          Contribute, Urge, Extend, Grant, Deny, Complete, Return, Close, Correct>;

// Whether the command is about one docket. `correct` is about whatever the corrected command was about.
template <class Each>
inline constexpr bool about_a_docket = !std::is_same_v<Each, RegisterUnit> && !std::is_same_v<Each, DefineGroup> &&
                                       !std::is_same_v<Each, Decide> && !std::is_same_v<Each, Correct>;

struct Command {
  std::string id;
  std::string docket;
  Day on;
  std::string by, note;
  Body body;
};

}  // namespace ducha::domain
