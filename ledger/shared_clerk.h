// One clerk for many threads: commands that come together share one append and one sync (group commit).
//
// Whoever comes while nobody writes takes all that wait to the log, in the order they came, and commits them
// together; the others wait for their answer. Those that were answered together mostly come again together: whoever
// comes first gives way to them for a moment, lest it take a sync for itself. A lone command waits for nobody.

#pragma once

#include <condition_variable>
#include <cstddef>
#include <exception>
#include <mutex>
#include <optional>
#include <vector>

#include "ledger/clerk.h"

namespace ducha {

class SharedClerk {
 public:
  // Both are the clerk's alone while it is there.
  SharedClerk(store::Log& log, Follower& follower);

  // From any thread. Returns when what was recorded is on the disk, or with the refusal; commands are decided one after
  // the other. Throws what the append threw, to everyone whose command it was to hold: none of them was acknowledged,
  // and each may be given again, since a command that is there already is answered as repeated.
  Answer record(const domain::Command& command, const Submission& submission);

 private:
  struct Waiting {
    const domain::Command& command;
    const Submission& submission;
    std::condition_variable turn = {};
    std::optional<Answer> answer = {};
    std::exception_ptr failure = {};
    bool served() const { return answer || failure; }
  };
  // Gives way until as many wait as were answered last, or long enough.
  void gather(std::unique_lock<std::mutex>& lock);
  // Answers all that wait; the lock is let go meanwhile.
  void serve(std::unique_lock<std::mutex>& lock);
  std::exception_ptr append(const std::vector<Waiting*>& group, std::vector<Answer>& answers);

  store::Log& log_;
  Follower& follower_;
  std::optional<Clerk> clerk_;  // none after an append failed: what it knew may not be what is there
  std::mutex mutex_;            // of what follows
  std::vector<Waiting*> waiting_;
  std::size_t together_ = 0;  // so many were answered last
  bool writing_ = false;
};

}  // namespace ducha
