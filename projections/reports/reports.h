// The reports: queries over the books that answer with values.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "projections/books.h"
#include "projections/report.h"
#include "projections/reports/tally.h"

namespace ducha::reports {

// Only what concerns these; an empty member concerns everything.
struct Filter {
  std::string unit;    // a unit's code
  std::string leader;  // 分管区领导, a post
  std::string docket;
};

// 逾期清单. With `within` also what falls due up to and including that day.
Report overdue(const projections::Books& books, const Filter& filter, std::optional<Day> within);

// 责任清单: every duty.
Report duties(const projections::Books& books, const Filter& filter);

// What standing is counted by.
enum class By : std::uint8_t { unit, leader, source, category };
inline constexpr std::string_view by_names[] = {"unit", "leader", "source", "category"};

// 单位履责情况 over the due days of the period: by unit (or leader, source, category) and role, with counts and rate;
// a unit also has its score, and its rank among the units of its kind.
Report standing(const projections::Books& books, Period period, By by, const Filter& filter);

// 得分: 100 less what each rule cost, by unit and role, over the duties due and the returns made in the period. With
// `explain` every point by itself: rule, duty or return, and the entries it came from. Points are exact; a deduction is
// shown to the thousandth.
Report score(const projections::Books& books, Period period, const Filter& filter, bool explain);

// 单位情况: the dockets one unit leads and supports, what it has not done, and of the period its figures, what was
// urged, noticed and objected; and its conclusions. `code` must be a unit's.
Report unit(const projections::Books& books, Period period, const std::string& code);

// 决策落实情况: a decision's dockets, its publication (Art. 28) and its procedure (Arts. 16-19): what lacks is noted.
// Nothing when no decision has that number.
std::optional<Report> decision(const projections::Books& books, const std::string& number);

// 督查通报: the dockets in hand in the period by class and the duties due in it by state, with shares that add up; who
// is behind and why; praise and other measures.
Report bulletin(const projections::Books& books, Period period, const Filter& filter);

// 月度走势: by month, dockets carried over, opened and finished, and the duties due with their rate. Every month
// carries over what the one before left, years' ends included.
Report trend(const projections::Books& books, Period period, const Filter& filter);

// 超期未结事项: dockets that are not closed and whose matter is older than a year, or than `over` (a count of days). A
// docket that others were merged into is as old as the oldest of them.
Report ageing(const projections::Books& books, const Filter& filter, std::optional<domain::Limit> over);

// 迟录清单: commands recorded later than `within` after they happened, and by whom.
Report late_entries(const projections::Books& books, domain::Limit within, const Filter& filter);

// 督查台账: every docket.
Report cards(const projections::Books& books, const Filter& filter);

// 督查一览, one page for the district's leader: dockets by light, those that turned red within a week (the earliest due
// day that was not kept lies in it), the five longest overdue with who must be urged, units by on-time rate over the
// year's due days, the lowest first, and what falls due in five working days.
Report dashboard(const projections::Books& books);

}  // namespace ducha::reports
