#include "ledger/shared_clerk.h"

#include <thread>
#include <utility>

namespace ducha {
namespace {

// Some hundredths of a millisecond, or as long as those need who were woken: less than a sync.
constexpr unsigned gives_way_max = 100;

}  // namespace

SharedClerk::SharedClerk(store::Log& log, Follower& follower) : log_(log), follower_(follower) {}

Answer SharedClerk::record(const domain::Command& command, const Submission& submission) {
  Waiting mine{command, submission};
  std::unique_lock lock(mutex_);
  waiting_.push_back(&mine);
  mine.turn.wait(lock, [&] { return mine.served() || !writing_; });
  if (!mine.served()) serve(lock);
  if (mine.failure) std::rethrow_exception(mine.failure);
  return std::move(*mine.answer);
}

void SharedClerk::gather(std::unique_lock<std::mutex>& lock) {
  for (unsigned times = 0; times < gives_way_max && waiting_.size() < together_; ++times) {
    lock.unlock();
    std::this_thread::yield();
    lock.lock();
  }
}

void SharedClerk::serve(std::unique_lock<std::mutex>& lock) {
  writing_ = true;
  gather(lock);
  const auto group = std::exchange(waiting_, {});
  together_ = group.size();
  lock.unlock();
  std::vector<Answer> answers;
  const auto failure = append(group, answers);
  lock.lock();
  writing_ = false;
  for (std::size_t i = 0; i < group.size(); ++i) {
    if (failure)
      group[i]->failure = failure;
    else
      group[i]->answer = std::move(answers[i]);
    group[i]->turn.notify_one();
  }
  // One of those who came meanwhile goes on.
  if (!waiting_.empty()) waiting_.front()->turn.notify_one();
}

std::exception_ptr SharedClerk::append(const std::vector<Waiting*>& group, std::vector<Answer>& answers) {
  try {
    if (!clerk_) clerk_.emplace(log_, follower_);
    answers.reserve(group.size());
    for (const auto* each : group) answers.push_back(clerk_->take(each->command, each->submission));
    clerk_->commit();
    return nullptr;
  } catch (...) {
    clerk_.reset();
    return std::current_exception();
  }
}

}  // namespace ducha
