#include "projections/reach.h"

#include <algorithm>
#include <cstdint>

#include "ledger/base/fault.h"
#include "ledger/record/stored_day.h"
#include "ledger/store/database.h"

namespace ducha::projections {

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

// until 4, and of each unit its size 4 and its code.
std::string bytes_of(const Reach& row) {
  std::string bytes;
  store::keys::append_big_endian(bytes, static_cast<std::uint32_t>(record::stored_number(row.until)));
  for (const auto& unit : row.owing) {
    store::keys::append_big_endian(bytes, static_cast<std::uint32_t>(unit.size()));
    bytes += unit;
  }
  return bytes;
}

Reach parse_reach(std::string_view bytes) {
  const auto taken = [&](std::size_t size) {
    if (bytes.size() < size) throw Fault(Fault::Kind::damaged, "a row of a view is damaged: it ends too soon");
    const auto part = bytes.substr(0, size);
    bytes.remove_prefix(size);
    return part;
  };
  Reach row;
  row.until = record::stored_day(
      static_cast<std::int32_t>(store::keys::big_endian<std::uint32_t>(taken(sizeof(std::uint32_t)))));
  while (!bytes.empty())
    row.owing.emplace_back(taken(store::keys::big_endian<std::uint32_t>(taken(sizeof(std::uint32_t)))));
  return row;
}

}  // namespace ducha::projections
