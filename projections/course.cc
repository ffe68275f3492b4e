#include "projections/course.h"

#include <algorithm>
#include <limits>
#include <optional>

#include "ledger/base/fault.h"
#include "ledger/store/database.h"
#include "projections/gathered.h"

namespace ducha::projections {
namespace {

constexpr std::size_t day_bytes = 4, head_bytes = 3 * day_bytes + sizeof(Seq);

[[noreturn]] void damaged() { throw Fault(Fault::Kind::damaged, "a row of a view is damaged: it is no course"); }

void put_number(std::string& to, std::uint64_t number) {
  for (; number >= 0x80; number >>= 7) to += static_cast<char>(number | 0x80);
  to += static_cast<char>(number);
}

std::uint64_t taken_number(std::string_view& from) {
  std::uint64_t number = 0;
  for (unsigned shift = 0; shift < 64; shift += 7) {
    if (from.empty()) break;
    const auto byte = static_cast<unsigned char>(from.front());
    from.remove_prefix(1);
    number |= std::uint64_t{byte & 0x7FU} << shift;
    if (byte < 0x80) return number;
  }
  damaged();
}

struct Head {
  Day first, last;
  Seq last_entry;
  Day began;
};

Head head_of(std::string_view row) {
  if (row.size() < head_bytes) damaged();
  const auto rest = row.substr(2 * day_bytes);
  return {day_in(row), day_in(row.substr(day_bytes)), store::keys::big_endian<Seq>(rest),
          day_in(rest.substr(sizeof(Seq)))};
}

// Until `visit` says no.
template <class Visit>
void each_entry(std::string_view row, Day began, const Visit& visit) {
  row.remove_prefix(head_bytes);
  Seq seq = 0;
  while (!row.empty()) {
    seq += taken_number(row);
    const auto code = taken_number(row);
    if (code == 0) {
      if (!visit(seq, std::optional<Day>())) return;
      continue;
    }
    const auto days = static_cast<std::int64_t>((code - 1) / 2);
    if (days > 0x7FFFFFFF) damaged();
    const auto away = static_cast<int>(code % 2 == 1 ? days : -days - 1);
    if (!visit(seq, std::optional(Day{static_cast<std::int32_t>(std::int64_t{began.number()} + away)}))) return;
  }
}

}  // namespace

Course::Course(std::string_view row) {
  if (row.size() < head_bytes) return;
  const auto head = head_of(row);
  first_ = head.first;
  last_ = head.last;
  began_ = head.began;
  last_entry_ = head.last_entry;
  begun_ = true;
  entries_ = row.substr(head_bytes);
}

void Course::add(Seq seq, Day on) {
  const bool dated = on != on_any_day;
  if (!begun_) {
    began_ = dated ? on : Day{};
    first_ = last_ = began_;
  }
  put_number(entries_, begun_ ? seq - last_entry_ : seq);
  begun_ = true;
  last_entry_ = seq;
  if (!dated) return put_number(entries_, 0);
  const std::int64_t days = on - began_;
  put_number(entries_, days >= 0 ? static_cast<std::uint64_t>(2 * days + 1) : static_cast<std::uint64_t>(-2 * days));
  first_ = std::min(first_, on);
  last_ = std::max(last_, on);
}

std::string Course::bytes() const {
  auto row = day_key(first_) + day_key(last_);
  store::keys::append_big_endian(row, last_entry_);
  return row += day_key(began_) + entries_;
}

std::vector<Seq> Course::entries() const {
  return entries_in_sight(bytes(), Day{std::numeric_limits<std::int32_t>::max()}, ~Seq{0});
}

bool in_sight(std::string_view course, Day on, Seq last) {
  const auto head = head_of(course);
  return head.last <= on && head.last_entry <= last;
}

bool out_of_sight(std::string_view course, Day on, Seq last) {
  const auto head = head_of(course);
  if (head.first > on) return true;
  if (head.last_entry <= last) return false;
  bool out = true;
  each_entry(course, head.began, [&](Seq seq, std::optional<Day> day) {
    out = seq > last || !day || *day > on;
    return out && seq <= last;
  });
  return out;
}

std::vector<Seq> entries_in_sight(std::string_view course, Day on, Seq last) {
  std::vector<Seq> entries;
  each_entry(course, head_of(course).began, [&](Seq seq, std::optional<Day> day) {
    if (seq <= last && (!day || *day <= on)) entries.push_back(seq);
    return seq <= last;
  });
  return entries;
}

}  // namespace ducha::projections
