#include "projections/views.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "ledger/record/entry.h"
#include "ledger/threads/ahead.h"
#include "projections/course.h"
#include "projections/docket_rows.h"
#include "projections/gathered.h"
#include "projections/reach.h"

namespace ducha::projections {
namespace {

using store::Family;

// From so many entries on a second thread is worth its beginning.
constexpr Seq shared_min = 20'000;

// Reads the whole log, each of two threads one half of it.
Gathered gathered(const store::Log& log, const Progress& progress) {
  const auto size = log.head().size, middle = size < shared_min ? size : size / 2;
  Gathered all(size), later(size);
  const auto gather = [&](Gathered& into, Seq first, Seq last, const auto& reached) {
    record::EntryReader reader;
    log.scan(first, last, [&](Seq seq, std::span<const std::byte> bytes) {
      into.take(reader.read(bytes, seq), bytes);
      if (seq % 4096 == 0) reached(seq);
      return true;
    });
  };
  const auto first_half = [&] { gather(all, 0, middle, [&](Seq seq) { progress(seq * size / middle, size); }); };
  if (middle == size) {
    first_half();
    return all;
  }
  side_by_side([&] { gather(later, middle, size, [](Seq) {}); }, first_half);
  all.join(std::move(later));
  return all;
}

// Holds what a family contains against the rows it should contain, both in the order of their keys.
class Comparison {
 public:
  Comparison(const store::Database& database, Family family) : stored_(database.cursor(family)) {}

  void expect(std::string_view key, std::string_view value) {
    for (; stored_.row() && stored_.row()->key < key; stored_.step()) ++other_;
    if (!stored_.row() || stored_.row()->key != key) {
      ++missing_;
      return;
    }
    if (stored_.row()->value != value) ++other_;
    stored_.step();
  }
  void tell(Family family, const std::function<void(const ViewDamage&)>& report) {
    for (; stored_.row(); stored_.step()) ++other_;
    if (other_ + missing_ > 0) report({store::family_names[static_cast<std::size_t>(family)], other_, missing_});
  }

 private:
  store::Cursor stored_;
  std::size_t other_ = 0, missing_ = 0;
};

constexpr Family derived[] = {
    Family::dockets, Family::children,  Family::duties,           Family::cards,    Family::reach, Family::timeline,
    Family::office,  Family::decisions, Family::decision_numbers, Family::bookmarks};

// Whether the rows account for the first so many entries.
bool account_for(const store::Database& database, std::uint64_t size) {
  return size == 0 || database.get(Family::bookmarks, "views") == bookmark(size);
}

}  // namespace

bool is_view(Family family) { return std::find(std::begin(derived), std::end(derived), family) != std::end(derived); }

bool are_current(const store::Log& log) { return account_for(log.database(), log.head().size); }

bool are_of_earlier_form(const store::Log& log) {
  const auto row = log.database().get(Family::bookmarks, "views");
  return row && row->size() == bookmark(0).size() && store::keys::big_endian<std::uint32_t>(*row) < revision;
}

// Nothing of one that is not opened.
std::string Views::rows_of(const domain::Docket& docket) {
  return docket.opened ? joined(docket_rows(docket)) : std::string();
}

void Views::follow(store::Writes& rows, const Appending& appending) {
  OfficeRows office;
  record::EntryReader reader;
  const Put put = [&](Family family, const std::string& key, const std::string& row) { rows.put(family, key, row); };
  auto version = appending.office_version;
  for (const auto at : appending.office) {
    const auto bytes = appending.stored(at);
    const auto seq = appending.first + at;
    office.put(put, seq, version++, bytes, reader.read(bytes, seq).fact);
  }
  office.put_numbers(put);
  // A docket that reaches to another day now no longer stands under the one before.
  ReachRows reaching;
  reaching.reserve(appending.dockets.size());
  Day last_day = on_any_day;
  for (std::size_t i = 0; i < appending.dockets.size(); ++i) {
    const auto stream = appending.dockets[i];
    const auto key = store::keys::stream(stream), place = reach_place_key(stream);
    const auto lived = appending.before->get(Family::timeline, key);
    auto course = lived ? Course(*lived) : Course();
    for (const auto& each : appending.entries(i)) {
      course.add(appending.first + each.at, each.on);
      last_day = std::max(last_day, each.on);
    }
    rows.put(Family::timeline, key, course.bytes());
    const auto before = appending.before->get(Family::reach, place);
    const auto all = appending.rows(i);
    const auto [duties, card, reach] = all.empty() ? PartedRows{} : parted(all);
    const auto day = reach.substr(0, std::min(reach_day_bytes, reach.size()));
    if (before && *before != day) reaching.leave(reach_key(*before, stream));
    if (all.empty()) {
      for (const auto family : {Family::duties, Family::cards}) rows.erase(family, key);
      rows.erase(Family::reach, place);
      continue;
    }
    rows.put(Family::duties, key, duties);
    rows.put(Family::cards, key, card);
    if (before != day) rows.put(Family::reach, place, day);
    reaching.stand(reach_key(day, stream), reach.substr(reach_day_bytes));
  }
  reaching.each([&](std::string_view at, std::optional<std::string_view> units) {
    if (units)
      rows.put(Family::reach, at, *units);
    else
      rows.erase(Family::reach, at);
  });
  if (last_day != on_any_day && stored_last_day(*appending.before).value_or(on_any_day) < last_day)
    rows.put(Family::bookmarks, last_day_key, day_key(last_day));
  // What was laid down before by another program stays what it is, and is known by that.
  if (appending.count > 0 && account_for(*appending.before, appending.first))
    rows.put(Family::bookmarks, "views", bookmark(appending.first + appending.count));
}

std::size_t rebuild(store::Log& log, const Progress& progress) {
  auto all = gathered(log, progress);
  auto writes = log.writes(log.head().size);
  for (const auto family : derived) writes.clear(family);
  const Put put = [&](Family family, const std::string& key, const std::string& row) { writes.put(family, key, row); };
  all.put_all(log, put, writes.large());
  progress(log.head().size, log.head().size);
  log.database().commit(std::move(writes));
  return all.dockets();
}

void verify_views(const store::Log& log, Gathered& gathered, const std::function<void(const ViewDamage&)>& report) {
  std::map<Family, Comparison> comparisons;
  for (const auto family : derived) comparisons.emplace(family, Comparison(log.database(), family));
  const Put expect = [&](Family family, const std::string& key, const std::string& row) {
    comparisons.at(family).expect(key, row);
  };
  gathered.put_all(log, expect, true);
  for (const auto family : derived) comparisons.at(family).tell(family, report);
}

void verify_views(const store::Log& log, const std::function<void(const ViewDamage&)>& report) {
  auto all = gathered(log, [](std::uint64_t, std::uint64_t) {});
  verify_views(log, all, report);
}

}  // namespace ducha::projections
