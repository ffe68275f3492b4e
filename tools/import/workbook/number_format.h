// What a number in a cell is, by its number format: a day, a time, a percentage, a code with zeros in front.
//
// A workbook stores a day as a number; only the format says that it is one (ECMA-376 18.8.30, and 18.8.31 for the
// formats that Chinese Excel has built in).

#pragma once

#include <cstdint>
#include <string_view>

#include "tools/import/table.h"

namespace ducha::tools::workbook {

struct NumberFormat {
  enum class Shows : std::uint8_t { number, day, month, year, time, percentage };
  Shows shows = Shows::number;
  std::uint8_t zeros = 0;  // "000" fills up to three digits; 0 when the format is not of that kind
};

// A format with one of the numbers every workbook knows.
NumberFormat built_in_format(unsigned number);
// A format by its code: yyyy"年"m"月"d"日", [$-804]yyyy/m/d;@, 0%.
NumberFormat format_of(std::string_view code);

// Day 1 of a workbook is 1900-01-01 or, in those first made on an old Macintosh, the day after 1904-01-01.
enum class Epoch : std::uint8_t { from_1900, from_1904 };

// The cell for a number as stored. Under a format of days: the day, a time of day dropped. Where only a month is shown
// and the day stored is its first, somebody wrote a month and no day: text such as 2022年6月. Day 60 of 1900 is 29
// February, which never was (an old error that Excel keeps): it is kept as the text 1900-02-29, that no date can be
// read from. Nothing that is no number, or one beyond the calendar, becomes a day.
Cell number_cell(std::string_view stored, NumberFormat format, Epoch epoch);

// The cell for a day as ISO 8601 writes it (cells of type d): 2022-06-30T00:00:00.
Cell iso_cell(std::string_view stored);

}  // namespace ducha::tools::workbook
