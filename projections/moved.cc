#include "projections/moved.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "ledger/threads/ahead.h"
#include "projections/gathered.h"
#include "projections/views.h"

namespace ducha::projections {
namespace {

using store::Family;

// How many streams had begun by that entry. They are numbered as they began.
StreamNo streams_begun(const store::Log& log, Seq last) {
  StreamNo begun = 0, end = log.stream_count();
  while (begun < end) {
    const StreamNo middle = begun + (end - begun) / 2;
    const auto first = log.database().get(Family::streams, store::keys::stream(middle, 0));
    if (first && store::keys::big_endian<Seq>(*first) <= last)
      begun = middle + 1;
    else
      end = middle;
  }
  return begun;
}

// How many of each stream's entries are not in sight, of the streams below `begun`.
using Hidden = std::vector<std::uint32_t>;

// The day by which about half of the timeline's rows from `from` on are over; nothing when there are none.
std::optional<Day> middle_day(const store::Database& database, std::string_view from) {
  auto rows = database.cursor(Family::timeline);
  rows.advance_to(from);
  const auto first = rows.row();
  if (!first) return {};
  Day begin = day_in(first->key), end = day_in(*database.last_key(Family::timeline)) + 1;
  const auto all = database.bytes_of(Family::timeline, from, day_key(end));
  while (end - begin > 1) {
    const Day middle = begin + (end - begin) / 2;
    (2 * database.bytes_of(Family::timeline, from, day_key(middle)) < all ? begin : end) = middle;
  }
  return begin;
}

// The timeline is read by two threads, half of it each.
Hidden hidden_of(const store::Log& log, Day on, Seq last, StreamNo begun) {
  const auto after = timeline_key(on + 1, 0);
  const auto hidden_among = [&](std::string_view from, std::string_view to) {
    Hidden hidden(begun);
    log.database().scan(Family::timeline, from, to, [&](std::string_view key, std::string_view value) {
      const auto stream = store::keys::big_endian<StreamNo>(value);
      if (stream < begun && (key >= after || seq_in_timeline(key) > last)) ++hidden[stream];
      return true;
    });
    return hidden;
  };
  // Of what is known in full only what happened later is not in sight.
  const auto from = last + 1 == log.head().size ? after : std::string();
  const auto middle_of_them = middle_day(log.database(), from);
  if (!middle_of_them) return Hidden(begun);
  const auto middle = day_key(*middle_of_them);
  if (middle <= from) return hidden_among(from, {});
  Hidden hidden, later;
  side_by_side([&] { later = hidden_among(middle, {}); }, [&] { hidden = hidden_among(from, middle); });
  std::transform(hidden.begin(), hidden.end(), later.begin(), hidden.begin(), std::plus<>());
  return hidden;
}

// The streams from `first` on and before `end`.
Moved among(const store::Log& log, StreamNo first, StreamNo end, const Hidden& hidden) {
  Moved moved;
  auto rows = log.database().cursor(Family::streams);
  for (StreamNo stream = first; stream < end; ++stream) {
    if (hidden[stream] == 0) continue;
    // Of most dockets opened since not one entry is in sight: there is nothing to fold.
    const auto next = store::keys::stream(stream, hidden[stream]);
    rows.advance_to(next);
    const auto row = rows.row();
    (row && row->key == next ? moved.folded : moved.unseen).push_back(stream);
  }
  return moved;
}

}  // namespace

Moved moved_since(const store::Log& log, Day on, Seq last) {
  Moved moved;
  const StreamNo count = log.stream_count();
  if (!are_current(log)) {
    // Laid down by another program: not one row is taken.
    for (StreamNo stream = office_stream + 1; stream < count; ++stream) moved.folded.push_back(stream);
    return moved;
  }
  const StreamNo begun = last + 1 == log.head().size ? count : streams_begun(log, last);
  const auto hidden = hidden_of(log, on, last, begun);
  if (std::any_of(hidden.begin(), hidden.end(), [](auto number) { return number > 0; })) {
    const StreamNo first = office_stream + 1, middle = first + (begun - first) / 2;
    Moved later;
    side_by_side([&] { later = among(log, middle, begun, hidden); },
                 [&] { moved = among(log, first, middle, hidden); });
    moved.folded.insert(moved.folded.end(), later.folded.begin(), later.folded.end());
    moved.unseen.insert(moved.unseen.end(), later.unseen.begin(), later.unseen.end());
  }
  for (StreamNo stream = begun; stream < count; ++stream) moved.unseen.push_back(stream);
  return moved;
}

}  // namespace ducha::projections
