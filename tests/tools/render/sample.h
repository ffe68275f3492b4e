// Reports small enough to be read beside what is made of them.

#pragma once

#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "projections/report.h"
#include "tools/render/render.h"

namespace ducha::tools::sample {

using reports::Align;
using reports::Cell;
using reports::Column;
using reports::Counts;
using reports::Decimal;
using reports::Rate;
using reports::Report;
using reports::Texts;
using reports::Total;
using reports::Word;

inline Day day(int year, unsigned month, unsigned day_of_month) { return day_of({year, month, day_of_month}).value(); }

inline reports::Footer footer() {
  return {.on = day(2022, 7, 1),
          .seq = 412,
          .digest = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
          .digest_algorithm = "sha256",
          .rules = "gulou-2022",
          .calendar = {"2021@gov-1", "2022@gov-1"}};
}

inline Report report(std::vector<Column> columns, std::vector<reports::Rows::Row> rows) {
  return {.name = "overdue",
          .zh = "逾期清单",
          .en = "Overdue duties",
          .asked = {},
          .footer = footer(),
          .columns = std::move(columns),
          .rows = std::move(rows)};
}

// Another cell in its place.
inline void put(Report& report, std::size_t row, std::size_t column, Cell cell) {
  std::vector<reports::Rows::Row> rows(report.rows.begin(), report.rows.end());
  rows[row][column] = std::move(cell);
  report.rows = std::move(rows);
}

// One column, one row, one cell.
inline Report of_one(Cell cell) { return report({{.name = "cell", .zh = "格", .en = "Cell"}}, {{std::move(cell)}}); }

// Two overdue duties: four columns, of which the title may be cut.
inline Report overdue() {
  return report({{.name = "docket", .zh = "编号", .en = "Docket"},
                 {.name = "title", .zh = "事项", .en = "Title", .weight = 1},
                 {.name = "days", .zh = "逾期天数", .en = "Days", .align = Align::right},
                 {.name = "light", .zh = "灯", .en = "Light"}},
                {{"2022-001", "修复城北桥并恢复两侧绿化", std::int64_t{12}, Word{"red"}},
                 {"2022-014", "老旧小区加装电梯", std::int64_t{1}, Word{"yellow"}}});
}

inline std::string rendered(const Report& report, Format format, const Look& look = {}) {
  std::ostringstream out;
  render(report, format, look, out);
  return std::move(out).str();
}

}  // namespace ducha::tools::sample
