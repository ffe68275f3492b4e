#include "projections/reach.h"

#include <algorithm>
#include <cstdint>

#include "ledger/base/fault.h"
#include "ledger/store/database.h"
#include "projections/gathered.h"

namespace ducha::projections {
namespace {

const std::string owed(reach_day_bytes, '\xff');

}  // namespace

Reach reach_of(const DutiesRow& row) {
  Reach reach;
  Day until = row.last_on;
  const auto owes = [&](const std::string& unit) {
    if (std::find(reach.owing.begin(), reach.owing.end(), unit) == reach.owing.end()) reach.owing.push_back(unit);
  };
  for (const domain::Due& due : row.dues.dues) {
    until = std::max({until, due.due, due.done.value_or(due.due)});
    if (due.fate == domain::Due::Fate::open) owes(due.unit);
  }
  for (const domain::Running& running : row.dues.running) owes(running.unit);
  for (const domain::Happening& happening : row.happenings) until = std::max(until, happening.on);
  if (reach.owing.empty() && !row.dues.suspended) reach.until = until;
  return reach;
}

std::string bytes_of(const Reach& row) {
  std::string bytes = row.until ? day_key(*row.until) : owed;
  for (const auto& unit : row.owing) {
    store::keys::append_big_endian(bytes, static_cast<std::uint32_t>(unit.size()));
    bytes += unit;
  }
  return bytes;
}

std::vector<std::string_view> owing_in(std::string_view units) {
  const auto taken = [&](std::size_t size) {
    if (units.size() < size) throw Fault(Fault::Kind::damaged, "a row of a view is damaged: it ends too soon");
    const auto part = units.substr(0, size);
    units.remove_prefix(size);
    return part;
  };
  std::vector<std::string_view> owing;
  while (!units.empty()) owing.push_back(taken(store::keys::big_endian<std::uint32_t>(taken(sizeof(std::uint32_t)))));
  return owing;
}

std::string reach_place_key(StreamNo stream) { return 'd' + store::keys::stream(stream); }

std::string reach_key(std::string_view day, StreamNo stream) {
  return std::string(1, 'u').append(day).append(store::keys::stream(stream));
}

void each_reaching(const store::Database& database, std::optional<Day> since,
                   const std::function<void(StreamNo, std::string_view units)>& visit) {
  const auto from = std::string(1, 'u').append(since ? day_key(*since) : owed);
  database.scan(store::Family::reach, from, {}, [&](std::string_view key, std::string_view units) {
    if (key.size() != 1 + reach_day_bytes + sizeof(StreamNo))
      throw Fault(Fault::Kind::damaged, "a row of a view is damaged: its key is none");
    visit(store::keys::big_endian<StreamNo>(key.substr(1 + reach_day_bytes)), units);
    return true;
  });
}

void ReachRows::add(std::string_view key, std::string_view units, bool leaves) {
  Row row{{}, leaves, static_cast<std::uint32_t>(units.size()), units_.size()};
  key.copy(row.key.data(), row.key.size());
  rows_.push_back(row);
  units_ += units;
}

void ReachRows::each(const std::function<void(std::string_view, std::optional<std::string_view>)>& visit) {
  const auto key_of = [](const Row& row) { return std::string_view(row.key.data(), row.key.size()); };
  std::sort(rows_.begin(), rows_.end(), [&](const Row& a, const Row& b) { return key_of(a) < key_of(b); });
  for (const auto& row : rows_) {
    const auto units = std::string_view(units_).substr(row.at, row.size);
    visit(key_of(row), row.leaves ? std::nullopt : std::optional(units));
  }
}

}  // namespace ducha::projections
