// The life of one made-up docket, told as commands.
//
// A story says what is special about it (stories.h): who is given what and by when, what is asked, granted,
// returned, closed. What every unit does of itself, accepting, feeding back, handing in its part, is added at
// the end: mostly on time, each unit as diligent as it is.

#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "ledger/domain/cadence.h"
#include "tests/support/chance.h"
#include "tests/support/matters.h"
#include "tests/support/texts.h"

namespace ducha::support {

using Json = nlohmann::ordered_json;

// A batch line and the day it is brought to the ledger; what it tells may have happened earlier.
struct Command {
  Day at;
  Json json;
};

// How much a year's writers write.
struct Habits {
  bool brief = false;  // few supporters and seldom feedback: about ten commands a docket
  bool wordy = false;  // long reports and notes: about 500 bytes a line
};

// What a docket is about.
struct Matter {
  std::string code, title, decision, parent;
  const Work* work = nullptr;
  std::string leader;   // 分管领导
  std::string earlier;  // another docket, opened before; empty for the first
  Day opened;           // a working day
};

// What an assignment says.
struct Deal {
  std::size_t lead = 0;
  std::vector<std::size_t> joint, supporting;
  std::string group, vague;  // named among the supporting; empty when none is
  std::string due;           // as told: a date, Nwd, Nd; empty for none
  std::string part_due;
  domain::Cadence cadence;
};

class Life {
 public:
  Life(const Habits& habits, Matter matter, std::uint64_t seed, std::uint64_t nth);

  Chance chance;

  const Matter& matter() const { return matter_; }
  // The day due, or when there is none the day it might be done.
  Day target() const { return target_; }
  std::size_t lead() const { return lead_; }
  // A unit that supports at present, if one does.
  std::optional<std::size_t> supporter() const;
  // A department that has no role at present.
  std::size_t other_department();

  // An assignment as such matters usually get.
  Deal usual_deal();

  // 立项 on the matter's day. Whatever is given in `more` stands in the command too.
  void open(const Json& more = {});
  void assign(Day on, const Deal& deal);
  void object(Day on, std::size_t unit);
  void settle(Day on, std::size_t unit, bool upheld);
  // 改派. Left out: the lead stays, the joint leads stay, nobody is added or removed, the due day stays.
  struct Handover {
    std::optional<std::size_t> lead;
    std::optional<std::vector<std::size_t>> joint;
    std::vector<std::size_t> supporting, remove;
    std::optional<Day> due;
    std::string reason;
  };
  void reassign(Day on, const Handover& handover);
  // Gives the command's place, for `correct`.
  std::size_t feedback(Day on, std::size_t unit, int progress, std::string_view text, std::optional<Day> brought = {});
  std::size_t urge(Day on, std::size_t unit, std::optional<Day> brought = {});
  // 申请延期 to a day, or to a limit as `5wd`.
  void extend(Day on, const std::string& to, std::string_view reason = {});
  // 批准延期: `from_now_on` becomes the target.
  void grant(Day on, Day from_now_on, std::string_view approver);
  // A grant nobody asked for.
  void extend_by_office(Day on, Day to, std::string_view approver);
  void deny(Day on);
  std::size_t complete(Day on);
  void give_back(Day on);  // 退回重办
  void close(Day on, std::string_view result = "done", std::string_view into = {});
  void correct(Day on, std::size_t place, std::string_view reason);
  // From now on the unit does nothing of itself.
  void silence(std::size_t unit);
  // A mistaken report taken back: it never finished the docket.
  void unfinish();
  // 分解: a docket below this one, with a life of its own. Stays where it is.
  Life& child(Day opened, const Work& work);

  // Everything, in the order of the days it is brought; ends the life.
  std::vector<Command> told();

 private:
  struct Member {
    std::size_t unit;
    bool leads;
    Day from;
    std::optional<Day> to;
    std::optional<Day> part_by;
    bool silent = false;
  };
  struct Told {
    Command command;
    std::optional<std::size_t> corrects;
  };
  struct Finished {
    Day from;
    std::optional<Day> to;
  };

  std::string spelled(std::size_t unit);
  Json names(const std::vector<std::size_t>& of);
  Json& add(Day on, std::string_view verb, std::string_view by, std::optional<Day> brought = {});
  void join(std::size_t unit, bool leads, Day from, std::optional<Day> part_by = {});
  void leave(std::size_t unit, Day to);
  const Member* present(std::size_t unit) const;

  // Whether a unit would still do something of itself on that day.
  bool acts(const Member& member, Day day) const;
  unsigned diligence(const Member& member) const;
  int progress_on(Day day) const;
  Pace pace_on(const Member& member, Day day) const;
  // Some papers reach the office days after they were written.
  std::optional<Day> brought(Day on);
  void accept(const Member& member);
  void hand_in(const Member& member);
  void report(const Member& member);
  void report_once(const Member& member, Day on, std::optional<Day> period);

  Habits habits_;
  Matter matter_;
  std::uint64_t seed_, nth_;
  Day assigned_, target_;
  std::size_t lead_ = 0;
  int sites_;  // 点位: how many places there are to work at
  domain::Cadence cadence_;
  std::vector<Member> members_;
  std::vector<Finished> finished_;
  std::optional<Day> closed_;
  bool given_up_ = false;  // closed because it had been followed for long enough
  std::vector<Told> told_;
  std::vector<std::unique_ptr<Life>> children_;
};

}  // namespace ducha::support
