#include "ledger/histories.h"

#include <algorithm>
#include <atomic>
#include <functional>
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

// Gives the places of the wanted entries of the streams from `first` on and before `end`, in any order.
using Wanted = std::function<void(std::size_t first, std::size_t end, Places& into)>;

Wanted all_of(const store::Log& log, Streams streams) {
  return [&log, streams](std::size_t first, std::size_t end, Places& into) {
    log.each_place(streams.subspan(first, end - first), [&](std::size_t i, Seq seq) {
      into.push_back({seq, first + i});
    });
  };
}

Wanted these(std::span<const std::vector<Seq>> wanted) {
  return [wanted](std::size_t first, std::size_t end, Places& into) {
    for (auto i = first; i < end; ++i)
      for (const auto seq : wanted[i]) into.push_back({seq, i});
  };
}

Places in_order(const Wanted& wanted, std::size_t first, std::size_t end) {
  Places places;
  wanted(first, end, places);
  std::sort(places.begin(), places.end());
  return places;
}

// Each thread looks up half of the streams.
Places shared_in_order(const Wanted& wanted, std::size_t first, std::size_t end) {
  const auto half = first + (end - first) / 2;
  Places places, others;
  side_by_side([&] { others = in_order(wanted, half, end); }, [&] { places = in_order(wanted, first, half); });
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

// Into `histories`, of which the first is that of stream `first`.
void sweep(const store::Log& log, std::span<const Place> wanted, std::size_t first, Histories& histories) {
  for (auto next = wanted.begin(); next != wanted.end();) {
    const auto far = [](const Place& one, const Place& after) { return after.seq - one.seq > near_enough; };
    const auto last = std::adjacent_find(next, wanted.end(), far);
    const Seq end = (last == wanted.end() ? wanted.back() : *last).seq + 1;
    log.scan(next->seq, end, [&](Seq seq, std::span<const std::byte> bytes) {
      if (seq == next->seq) {
        histories[next->of - first].emplace_back(bytes, seq);
        ++next;
      }
      return next != wanted.end();
    });
  }
}

Histories histories_of(const store::Log& log, const Wanted& wanted, std::size_t first, std::size_t end) {
  const auto size = end - first;
  const bool shared = size >= shared_min;
  const auto places = shared ? shared_in_order(wanted, first, end) : in_order(wanted, first, end);
  Histories histories(size);
  std::vector<std::size_t> sizes(size);
  for (const auto& place : places) ++sizes[place.of - first];
  for (std::size_t i = 0; i < size; ++i) histories[i].reserve(sizes[i]);
  const std::span<const Place> all(places);
  if (!shared) {
    sweep(log, all, first, histories);
    return histories;
  }
  Histories later(size);
  const auto middle = middle_of(all);
  side_by_side([&] { sweep(log, all.subspan(middle), first, later); },
               [&] { sweep(log, all.first(middle), first, histories); });
  for (std::size_t i = 0; i < size; ++i) std::move(later[i].begin(), later[i].end(), std::back_inserter(histories[i]));
  return histories;
}

// Some thousands at a time, the first of them the `first`-th of all.
void in_stretches(const store::Log& log, std::size_t count, const Wanted& wanted,
                  const std::function<void(std::size_t first, Histories& some)>& use) {
  for (std::size_t first = 0; first < count; first += histories_at_once) {
    auto some = histories_of(log, wanted, first, std::min(first + histories_at_once, count));
    use(first, some);
  }
}

}  // namespace

void each_history(const store::Log& log, const std::vector<StreamNo>& streams, const VisitHistory& visit) {
  in_stretches(log, streams.size(), all_of(log, streams), [&](std::size_t first, const Histories& some) {
    for (std::size_t i = 0; i < some.size(); ++i) visit(first + i, some[i]);
  });
}

void each_history_at_once(const store::Log& log, std::span<const std::vector<Seq>> wanted, const VisitHistory& visit) {
  in_stretches(log, wanted.size(), these(wanted), [&](std::size_t first, Histories& some) {
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
