#include "projections/moved.h"

#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include "ledger/threads/ahead.h"
#include "projections/course.h"
#include "projections/gathered.h"
#include "projections/views.h"

namespace ducha::projections {
namespace {

// Among the streams from `first` on and before `end`.
Moved among(const store::Log& log, StreamNo first, StreamNo end, Day on, Seq last) {
  Moved moved;
  log.database().scan(store::Family::timeline, store::keys::stream(first), store::keys::stream(end),
                      [&](std::string_view key, std::string_view course) {
                        if (in_sight(course, on, last)) return true;
                        const auto stream = store::keys::big_endian<StreamNo>(key);
                        if (out_of_sight(course, on, last)) {
                          moved.unseen.push_back(stream);
                        } else {
                          moved.folded.push_back(stream);
                          moved.entries.push_back(entries_in_sight(course, on, last));
                        }
                        return true;
                      });
  return moved;
}

template <class Each>
void append(std::vector<Each>& to, std::vector<Each>&& from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

// Laid down by another program: not one row is taken.
Moved all_of(const store::Log& log, Seq last) {
  Moved moved;
  for (StreamNo stream = office_stream + 1; stream < log.stream_count(); ++stream) moved.folded.push_back(stream);
  moved.entries.resize(moved.folded.size());
  log.each_place(moved.folded, [&](std::size_t i, Seq seq) {
    if (seq <= last) moved.entries[i].push_back(seq);
  });
  return moved;
}

}  // namespace

Moved moved_since(const store::Log& log, Day on, Seq last) {
  if (!are_current(log)) return all_of(log, last);
  // Nothing has, as a rule: today is asked for, and all there is is known.
  const auto last_day = stored_last_day(log.database());
  if (last_day && *last_day <= on && last + 1 == log.head().size) return {};
  const StreamNo first = office_stream + 1, end = log.stream_count(), middle = first + (end - first) / 2;
  Moved moved, later;
  side_by_side([&] { later = among(log, middle, end, on, last); },
               [&] { moved = among(log, first, middle, on, last); });
  append(moved.folded, std::move(later.folded));
  append(moved.entries, std::move(later.entries));
  append(moved.unseen, std::move(later.unseen));
  return moved;
}

}  // namespace ducha::projections
