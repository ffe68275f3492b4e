// How far a docket reaches: what tells a report, without reading the docket, whether it is about it at all.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/store/database.h"
#include "projections/rows.h"

namespace ducha::projections {

// 时段: how far a docket reaches: to whoever owes something on it still, or else to the last day that anything was due,
// done or happened.
struct Reach {
  std::optional<Day> until;        // nothing while something is owed
  std::vector<std::string> owing;  // units, each once
  bool operator==(const Reach&) const = default;
};

Reach reach_of(const DutiesRow& row);

// The day 4, which while something is owed is the last there can be, and of each unit its size 4 and its code; the same
// row always gives the same bytes.
std::string bytes_of(const Reach& row);
constexpr std::size_t reach_day_bytes = 4;
// The units in what comes after the day. Throws Fault::damaged.
std::vector<std::string_view> owing_in(std::string_view units);

// Where these bytes lie: what is owed stands together, behind all that is over, so that a report reads what it is about
// and nothing else, however many years are over.
//
//   'd', stream 4           the day: where the docket stands below
//   'u', day 4, stream 4    the units
std::string reach_place_key(StreamNo stream);
std::string reach_key(std::string_view day, StreamNo stream);
// Visits, in the order of the days, the dockets that reach to `since` or further; without it those still owed. `units`:
// for `owing_in`.
void each_reaching(const store::Database& database, std::optional<Day> since,
                   const std::function<void(StreamNo, std::string_view units)>& visit);

// Where dockets will stand, and stand no longer, gathered in any order. Many must not need the memory for two strings
// each.
class ReachRows {
 public:
  void reserve(std::size_t count) { rows_.reserve(count); }
  void stand(std::string_view key, std::string_view units) { add(key, units, false); }
  void leave(std::string_view key) { add(key, {}, true); }
  // In the order of their keys: the units of those that will stand there, nothing of those that leave.
  void each(const std::function<void(std::string_view key, std::optional<std::string_view> units)>& visit);

 private:
  struct Row {
    std::array<char, 1 + reach_day_bytes + sizeof(StreamNo)> key;
    bool leaves;
    std::uint32_t size;
    std::size_t at;  // of the units among all
  };
  void add(std::string_view key, std::string_view units, bool leaves);

  std::vector<Row> rows_;
  std::string units_;
};

}  // namespace ducha::projections
