// The lives dockets lead, one function each, and how many of a hundred or so lead which.
//
// A new kind of life is a function here, its line in the table of stories.cc, and its body in the file of
// its kind.

#pragma once

#include <span>

#include "tests/support/life.h"

namespace ducha::support {

// 按时、逾期、无声: how the day due is met.
void plain(Life& life);              // reported in time and closed
void finished_late(Life& life);      // urged, and reported after the day due
void never_finished(Life& life);     // still overdue at the end, the lead hardly heard of
void long_running(Life& life);       // 长期推进: no day due
void weekly_drive(Life& life);       // 专项行动: feedback every Friday
void quick_reply(Life& life);        // 公文批办: three working days, or on explaining five
void closed_unreported(Life& life);  // closed as done by the office, without a report

// 延期: what is asked, granted, denied.
void extended(Life& life);
void extended_twice(Life& life);
void asked_too_late(Life& life);  // granted, but assessed by the first day
void granted_unasked(Life& life);
void denied(Life& life);

// 异议、改派: who has it changes.
void lead_objected(Life& life);       // upheld: another department leads
void supporter_objected(Life& life);  // upheld: another unit supports
void objected_in_vain(Life& life);
void handed_over(Life& life);          // before the day due, which moves
void handed_over_overdue(Life& life);  // after it, with a new one
void supporters_changed(Life& life);   // one more, one less; the joint leads change
void supporter_leads(Life& life);      // a supporter takes the lead, the lead supports

// 退回、更正、分解: how it ends, and what was mistaken.
void returned(Life& life);
void returned_twice(Life& life);
void not_done(Life& life);
void merged(Life& life);
void feedback_corrected(Life& life);
void urge_corrected(Life& life);
void report_corrected(Life& life);
void family(Life& life);  // split into parts, closed after them

// The first docket of a year: nearly everything happens to it.
void eventful(Life& life);

struct Story {
  void (*tell)(Life& life);
  unsigned weight;
};
// In the order above, the eventful one left out.
std::span<const Story> stories();

// 立项 and 交办 on the first days; gives the day of the assignment.
Day begin(Life& life, const Deal& deal);
Day begin(Life& life);
// Closed some working days after the report, which the office looks at first.
void close_after(Life& life, Day reported);
// A working day shortly before the day due; never before `first`.
Day in_time(Life& life, Day first);

}  // namespace ducha::support
