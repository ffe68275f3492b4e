#include "ledger/histories.h"

#include <algorithm>
#include <atomic>
#include <iterator>
#include <span>
#include <utility>

#include "ledger/threads/ahead.h"

namespace ducha {
namespace {

// Entries so near to each other are read in one sweep: to pass by those between them costs less than to look for the
// next one, which unpacks a whole block.
constexpr Seq near_enough = 300;
constexpr std::size_t histories_at_once = 4000;
// From so many streams on a second thread is worth its beginning.
constexpr std::size_t shared_min = 100;

using Histories = std::vector<record::History>;
using Streams = std::span<const StreamNo>;

// An entry of the `of`-th stream.
struct Place {
  Seq seq;
  std::size_t of;
  bool operator<(const Place& other) const { return seq < other.seq; }
};
using Places = std::vector<Place>;

// In the order of the log. `first`: the place of the first of these streams among all.
Places places_of(const store::Log& log, Streams streams, std::size_t first, Seq last) {
  Places places;
  log.each_place(streams, [&](std::size_t i, Seq seq) {
    if (seq <= last) places.push_back({seq, first + i});
  });
  std::sort(places.begin(), places.end());
  return places;
}

// Each thread looks up half of the streams.
Places shared_places_of(const store::Log& log, Streams streams, Seq last) {
  const auto half = streams.size() / 2;
  Places places, others;
  side_by_side([&] { others = places_of(log, streams.subspan(half), half, last); },
               [&] { places = places_of(log, streams.first(half), 0, last); });
  const auto middle = static_cast<std::ptrdiff_t>(places.size());
  places.insert(places.end(), others.begin(), others.end());
  std::inplace_merge(places.begin(), places.begin() + middle, places.end());
  return places;
}

// Where half of the work of sweeping is done: an entry that is read costs about as much as three that are passed by.
std::size_t middle_of(std::span<const Place> places) {
  const auto passed = [&](std::size_t i) { return std::min(places[i].seq - places[i - 1].seq, near_enough); };
  Seq all = 0, done = 0;
  for (std::size_t i = 1; i < places.size(); ++i) all += passed(i) + 3;
  std::size_t i = 1;
  while (i < places.size() && 2 * done < all) done += passed(i++) + 3;
  return std::min(i, places.size());
}

void sweep(const store::Log& log, std::span<const Place> wanted, Histories& histories) {
  for (auto next = wanted.begin(); next != wanted.end();) {
    const auto far = [](const Place& one, const Place& after) { return after.seq - one.seq > near_enough; };
    const auto last = std::adjacent_find(next, wanted.end(), far);
    const Seq end = (last == wanted.end() ? wanted.back() : *last).seq + 1;
    log.scan(next->seq, end, [&](Seq seq, std::span<const std::byte> bytes) {
      if (seq == next->seq) {
        histories[next->of].emplace_back(bytes, seq);
        ++next;
      }
      return next != wanted.end();
    });
  }
}

Histories histories_of(const store::Log& log, Streams streams, Seq last) {
  const bool shared = streams.size() >= shared_min;
  const auto places = shared ? shared_places_of(log, streams, last) : places_of(log, streams, 0, last);
  Histories histories(streams.size());
  std::vector<std::size_t> sizes(streams.size());
  for (const auto& place : places) ++sizes[place.of];
  for (std::size_t i = 0; i < streams.size(); ++i) histories[i].reserve(sizes[i]);
  const std::span<const Place> all(places);
  if (!shared) {
    sweep(log, all, histories);
    return histories;
  }
  Histories later(streams.size());
  const auto middle = middle_of(all);
  side_by_side([&] { sweep(log, all.subspan(middle), later); }, [&] { sweep(log, all.first(middle), histories); });
  for (std::size_t i = 0; i < streams.size(); ++i)
    std::move(later[i].begin(), later[i].end(), std::back_inserter(histories[i]));
  return histories;
}

// Some thousands at a time, the first of them the `first`-th of all.
void in_stretches(const store::Log& log, const std::vector<StreamNo>& streams, Seq last,
                  const std::function<void(std::size_t first, Histories& some)>& use) {
  for (std::size_t first = 0; first < streams.size(); first += histories_at_once) {
    const auto size = std::min(histories_at_once, streams.size() - first);
    auto some = histories_of(log, Streams(streams).subspan(first, size), last);
    use(first, some);
  }
}

}  // namespace

void each_history(const store::Log& log, const std::vector<StreamNo>& streams, const VisitHistory& visit) {
  in_stretches(log, streams, log.head().size, [&](std::size_t first, const Histories& some) {
    for (std::size_t i = 0; i < some.size(); ++i) visit(first + i, some[i]);
  });
}

void each_history_at_once(const store::Log& log, const std::vector<StreamNo>& streams, Seq last,
                          const VisitHistory& visit) {
  in_stretches(log, streams, last, [&](std::size_t first, Histories& some) {
    constexpr std::size_t taken_at_once = 32;
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
      for (auto i = next.fetch_add(taken_at_once); i < some.size(); i = next.fetch_add(taken_at_once))
        for (auto each = i; each < std::min(i + taken_at_once, some.size()); ++each) {
          visit(first + each, some[each]);
          record::History().swap(some[each]);
        }
    };
    if (some.size() < shared_min)
      work();
    else
      side_by_side(work, work);
  });
}

}  // namespace ducha
