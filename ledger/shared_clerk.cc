#include "ledger/shared_clerk.h"

#include <utility>

namespace ducha {

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

void SharedClerk::serve(std::unique_lock<std::mutex>& lock) {
  writing_ = true;
  const auto group = std::exchange(waiting_, {});
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
