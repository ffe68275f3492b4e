// The books as they stood: every docket's rows on a day, as far as was known then.
//
// They are read from the views. Only the dockets that something happened to after the day, or of which something was
// recorded after what is taken into account, are folded again.

#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "ledger/domain/office.h"
#include "ledger/store/log.h"
#include "projections/report.h"
#include "projections/rows.h"

namespace ducha::projections {

struct AsOf {
  Day on;
  std::optional<Seq> known_at;  // the last entry taken into account; the last of all when not given
};

// An entry that something came from.
struct Origin {
  Seq seq = 0;
  std::string command;
  bool operator==(const Origin&) const = default;
};

// 依据: what a docket owes and what is counted on it, each with the entries that told, moved, did or ended it.
struct Origins {
  struct OfDuty {
    domain::Duty duty;
    std::vector<Origin> from;  // in the order they are read
  };
  std::vector<OfDuty> duties;      // all, as `duties_on` gives them
  std::vector<Origin> happenings;  // one each, as DutiesRow has them
};

// A command as the log keeps it.
struct Recorded {
  Seq seq = 0;              // of its first entry
  std::size_t entries = 0;  // how many it became
  Day on, recorded;
  std::string command, by;
  std::string docket;     // empty when it is the office's
  std::string_view fact;  // what the first entry says
  std::string corrects;   // the command that it corrects
};

class Books {
 public:
  Books(const store::Log& log, AsOf as_of);

  // Which dockets a question is about. More than these may come, and are looked at like them.
  struct Wanted {
    bool owed = false;              // only those on which something is owed on the day of the books
    std::string unit = {};          // then: by this unit; by any when empty
    std::optional<Day> since = {};  // only those on which anything is owed, or was due or happened on that day or later
  };
  using Visit = std::function<void(const Card&, const DutiesRow&)>;
  // In the order the dockets were opened.
  void each(const Visit& visit) const { each({}, visit); }
  void each(const Wanted& wanted, const Visit& visit) const;
  // The same for who needs no card.
  void each_duties(const Wanted& wanted, const std::function<void(const DutiesRow&)>& visit) const;

  // Nothing when no docket has that number. Folds that docket's history step by step.
  std::optional<Origins> origins(const std::string& docket) const;
  // Every command that was known then, in the order of the log, whenever it happened. Reads the whole log up to there.
  void each_recorded(const std::function<void(const Recorded&)>& visit) const;
  // Every docket as the facts that count have made it, in the order of their numbers. Each is folded from its own
  // entries, which costs more than `each`.
  void each_docket(const std::function<void(const domain::Docket&)>& visit) const;

  Day on() const { return as_of_.on; }
  Seq last() const { return last_; }
  // Who leads the docket on that day: whoever stands in for its post, or for the post over its lead unit.
  std::string leader(const Card& card) const;
  // Whether that post leads it, itself or standing in; every docket is led by nobody in particular ("").
  bool led_by(const Card& card, std::string_view post) const;
  const domain::Office& office() const { return office_; }
  // From here on scores and lights are by these rules, as if they had been adopted. Nothing is recorded.
  void judge_by(const domain::Rules& rules);
  reports::Footer footer() const;

 private:
  // Whose rows are to be read; nothing when all are.
  std::optional<std::vector<StreamNo>> chosen(const Wanted& wanted) const;

  const store::Log& log_;
  AsOf as_of_;
  Seq last_;
  domain::Office office_;
};

// The last entry recorded at or before that instant; nothing when there is none.
std::optional<Seq> last_recorded_at(const store::Log& log, std::int64_t unix_ms);

}  // namespace ducha::projections
