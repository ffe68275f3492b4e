// Pieces of work handed from one thread to another, in their order.
//
// The one that makes them waits while enough lie ready. For each it hands over it gets a used one back, so that room is
// made and taken away in one and the same thread.

#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <utility>

namespace ducha {

template <class Piece>
class Handoff {
 public:
  explicit Handoff(std::size_t ahead_max) : ahead_max_(ahead_max) {}

  // The maker's: hands `piece` over and leaves in its place one that was used, or an empty one. False when no more is
  // wanted.
  bool give(Piece& piece) {
    std::unique_lock lock(mutex_);
    // To go to sleep and be woken costs as much as some pieces: once there are enough, it is not for a single one.
    if (ready_.size() >= ahead_max_) used_up_.wait(lock, [&] { return closed_ || ready_.size() <= ahead_max_ / 2; });
    if (closed_) return false;
    ready_.push_back(std::exchange(piece, {}));
    if (!used_.empty()) {
      piece = std::move(used_.back());
      used_.pop_back();
    }
    made_.notify_one();
    return true;
  }
  // The user's: gives `piece` back and puts the next one in its place. False when there is none any more.
  bool next(Piece& piece) {
    std::unique_lock lock(mutex_);
    made_.wait(lock, [&] { return closed_ || !ready_.empty(); });
    if (ready_.empty()) return false;
    used_.push_back(std::exchange(piece, std::move(ready_.front())));
    ready_.pop_front();
    if (ready_.size() <= ahead_max_ / 2) used_up_.notify_one();
    return true;
  }
  // Either's: there is no more, or no more is wanted. What lies ready may still be fetched.
  void close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    made_.notify_all();
    used_up_.notify_all();
  }

 private:
  const std::size_t ahead_max_;
  std::mutex mutex_;
  std::condition_variable made_, used_up_;  // what the user waits for, and the maker
  std::deque<Piece> ready_, used_;
  bool closed_ = false;
};

// Closes it at the end, however that comes.
template <class Piece>
class ClosedAtEnd {
 public:
  explicit ClosedAtEnd(Handoff<Piece>& handoff) : handoff_(handoff) {}
  ~ClosedAtEnd() { handoff_.close(); }
  ClosedAtEnd(const ClosedAtEnd&) = delete;
  ClosedAtEnd& operator=(const ClosedAtEnd&) = delete;

 private:
  Handoff<Piece>& handoff_;
};

}  // namespace ducha
