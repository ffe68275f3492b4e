// The clerk takes commands to the log: load, decide, append.
//
// Commands are taken one after the other and answered at once, each against the ledger as the ones before it
// would leave it; nothing is written until `commit`, which lands all of them together. Let go without a
// commit (a dry run, a refused batch) nothing has happened.

#pragma once

#include <cstdint>
#include <functional>
#include <future>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

#include "ledger/domain/command.h"
#include "ledger/domain/decide.h"
#include "ledger/follower.h"
#include "ledger/history.h"
#include "ledger/receipt.h"
#include "ledger/store/log.h"
#include "ledger/store/pages.h"

namespace ducha {

struct Recorded {
  Receipt receipt;
  std::vector<domain::Flagged> flags = {};  // what to know about it all the same
  std::string docket = {};                  // the number the ledger gave, when the command named none
};
struct Repeated {
  Receipt receipt;  // the first one given
};
using Answer = std::variant<Recorded, Repeated, domain::No>;

// What comes with a command from outside: when it is recorded, of what content, out of which file.
struct Submission {
  std::int64_t now = 0;  // milliseconds since 1970-01-01T00:00:00Z
  Digest request;
  record::Origin origin;
  std::optional<LookedUp> looked_up = {};  // what the log has of the command, when that is known already
};

class Clerk {
 public:
  Clerk(store::Log& log, Follower& follower);
  ~Clerk();

  // The first entries of a new ledger: what it is, its calendar, its rules.
  void found(std::string_view office, std::int64_t now);

  Answer take(const domain::Command& command, const Submission& submission);
  // Takes back a whole batch: each command is corrected (those that are already stay so), and what is left must hold
  // without all of them. Gives how many were corrected, or everything that stands in the way; then nothing was taken.
  std::variant<std::size_t, std::vector<domain::No>> take_back(const std::vector<std::string>& commands,
                                                               const domain::Command& correction,
                                                               const Submission& submission);
  // Appends everything taken; afterwards the clerk goes on from there.
  void commit();

  const domain::Office& office() const { return office_; }
  // A docket as it would be after what was taken so far; null when there is none. Good until the next command, or
  // until a thousand others are asked for.
  const domain::Docket* docket(std::string_view code);
  // Its entries, those that were taken among them.
  record::History entries(std::string_view code);
  // The number the ledger would give to the next docket of that day's year.
  std::string next_number(Day on);
  std::size_t entries_taken() const { return staged_.size(); }

 private:
  struct Loaded {
    StreamNo stream;
    std::uint32_t version;                   // of the next entry
    std::unique_ptr<domain::Docket> docket;  // as all facts that count have made it; null: let go (see let_go)
    std::optional<std::size_t> rows = {};    // then: which of those laid aside are the follower's rows of it
    std::vector<Happened> staged;            // its entries that wait for the commit
    std::uint64_t used = 0;                  // at which of all uses it was asked for last
    std::string_view code = {};
  };
  // So many dockets are kept as folded. Of a large file most are opened, lived and done with, and their entries are
  // there to fold them again. Each that has to be makes room for one more: what a register opens is not asked for
  // again, while the dockets of a year of batches are, all the year.
  static constexpr std::size_t dockets_kept_usual = 3'000, dockets_kept_max = 12'000;

  // A fact and where it goes: to the office's stream when there is no docket.
  struct Placed {
    Loaded* docket;
    Day on;
    domain::Fact fact;
  };

  Answer answer(const domain::Command& command, const Submission& submission);
  Answer take_for_office(const domain::Command& command, const Submission& submission);
  Answer take_merger(const domain::Command& command, const Submission& submission);
  Answer take_open(const domain::Command& command, const Submission& submission);
  Answer take_for_docket(const domain::Command& command, const Submission& submission);
  Answer take_correction(const domain::Command& command, const domain::Correct& correct, const Submission& submission);
  Answer stage(const domain::Command& command, const Submission& submission, const std::vector<Placed>& facts,
               std::vector<domain::Flagged> flags = {});

  void note_number(std::string_view code);
  Loaded* find(std::string_view code);
  Loaded* find(StreamNo stream);
  Loaded& load(std::string_view code, StreamNo stream);
  Loaded& hold(std::string_view code, std::unique_ptr<Loaded> loaded);
  domain::Docket fold(const Loaded& loaded) const;
  // The follower's rows of it as it stands.
  std::string rows_of(const Loaded& loaded) const;
  // As it stands; folded again into `room` if it was let go, and let go it stays.
  const domain::Docket& as_it_stands(const Loaded& loaded, domain::Docket& room) const;
  // The docket folded again if it was let go.
  Loaded& recall(Loaded& loaded);
  // Once there are too many: lets a quarter of them go, those that have ended and those not asked for longest first.
  // Their rows are made in another thread.
  void let_go();
  // Waits until they are.
  void gone();
  // All of them, while a large batch is written: the log will have them, and the writing wants the room.
  void forget();
  // The version of the first of the office's entries that wait.
  std::uint32_t office_version_before() const {
    return office_version_ - static_cast<std::uint32_t>(office_staged_.size());
  }
  // Gives the places of what waits, in the order of the streams.
  void places(const std::function<void(const store::Place&)>& take) const;
  // Puts the rows that follow from what was taken, in the write that appends it.
  void derive(store::Writes& rows);
  // A docket of these entries with the facts put where they belong by their days, or the later fact that then does not
  // hold.
  static std::variant<domain::Docket, domain::No> with(const record::History& history,
                                                       const std::vector<std::pair<Day, domain::Fact>>& facts);
  // Every docket there is; those that nothing else needs are let go again.
  void each_docket(const std::function<void(std::string_view code, const domain::Docket&)>& visit);
  bool is_post(std::string_view name);
  record::History history(const Loaded& loaded) const;
  record::History office_history() const;
  std::vector<std::string> open_children(std::string_view code, Day on);
  // Units and decisions that commands made known, and by which command.
  struct Made {
    std::map<std::string, std::string, std::less<>> units, decisions;
    Seq first = 0;  // the entry of the first of them
    void add(const record::Entry& entry);
    bool empty() const { return units.empty() && decisions.empty(); }
  };
  struct Use {
    std::string made, by;  // the command that made it known, the one that counts and names it
  };
  // The last uses of what was made known, one each, by commands that count and are not among `gone`.
  std::vector<Use> last_uses(const Made& made, const std::set<std::string, std::less<>>& gone) const;
  const LookedUp& known(std::string_view id);
  std::optional<Receipt> receipt(std::string_view id);
  record::KeptEntry entry(Seq seq) const;

  store::Log& log_;
  Follower& follower_;
  domain::Office office_;
  std::uint32_t office_version_ = 0;
  StreamNo next_stream_ = 0;
  struct HashOfText {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  std::unordered_map<std::string, std::unique_ptr<Loaded>, HashOfText, std::equal_to<>> dockets_;
  std::unordered_map<StreamNo, Loaded*> by_stream_;                     // the same
  std::map<std::string, std::set<std::string>, std::less<>> children_;  // opened since the last commit
  std::vector<Loaded*> kept_;                                           // those with their docket
  std::vector<Loaded*> touched_;                                        // those with entries that wait
  std::size_t kept_max_ = dockets_kept_usual;
  std::uint64_t uses_ = 0;  // of dockets so far
  store::Pages staged_;     // encoded entries that wait for the commit: none of a large batch in memory
  std::vector<std::uint32_t> office_staged_;  // which of them are the office's
  store::Pages rows_aside_;                   // of dockets that were let go
  std::map<int, unsigned> numbers_;           // the last number given in a year, once it was asked for
  std::vector<std::byte> encoded_;            // used again for every entry
  store::Receipts receipts_;                  // of those commands
  Lookup look_up_;
  std::optional<std::pair<std::string, LookedUp>> known_;  // the command asked for last
  std::future<void> going_;                                // the last member, so that it ends first
};

}  // namespace ducha
