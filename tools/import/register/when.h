// What a cell of a register says about time: a day, a limit, feedback days, or that there is no day.
//
// Offices write 2022-06-30, 20220630, 6月底前, 三季度末, 二○二二年六月三十日, 45107 (a serial that lost its format),
// 会后5个工作日内, 每月25日前, 长期. A day without a year takes the register's. What may mean two days is unclear, and
// nothing is guessed: 6月前, 6月初, two days in one cell.

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "ledger/base/day.h"
#include "ledger/domain/cadence.h"
#include "ledger/domain/deadline.h"

namespace ducha::tools {

struct When {
  enum class Kind : std::uint8_t {
    nothing,   // the cell is empty, or a dash
    day,       // `day`
    limit,     // `limit`, counted from the day something is given out
    months,    // so many calendar months from that day
    standing,  // 长期, 持续推进, 常态化, 全年, 待定: no due day
    at_once,   // 立行立改, 即时: no day is named
    unclear,
  };
  Kind kind = Kind::nothing;
  Day day;
  domain::Limit limit;
  int months = 0;
  std::optional<domain::Cadence> cadence;  // 每月25日前, beside any of these
  bool year_implied = false;               // the day took the register's year
  bool serial_1900 = false, serial_1904 = false;
};

// `year` is the register's. A serial is taken by the base that puts it within a year of the register's year.
When read_when(std::string_view cell, int year);

// 报送频次: how often feedback is due; also 每月, 月报, 按季度, without a day. Nothing when it is unclear.
std::optional<domain::Cadence> read_cadence(std::string_view cell);

// The day that is written out in full somewhere in a line (截至2022年6月30日; 2022年6月: its last day), and the year it
// names.
std::optional<Day> day_within(std::string_view line);
std::optional<int> year_within(std::string_view line);

// The day so many months later: of the same number, or the month's last (民法典 202).
Day months_after(Day day, int months);

}  // namespace ducha::tools
