// Calendars as files: what days the State Council's notice moves, as somebody wrote them down.
//
//   CSV      date,kind,name      kind: holiday or workday, or the office's word (放假, 上班 …); a header is optional
//   JSON     {"year":2027,"papers":[…],"days":[{"name":"元旦","date":"2027-01-01","isOffDay":true},…]}
//            or a list of such, the form of the public holiday-cn files;
//            or {"holidays":{"2027-01-01":"New Year's Day,元旦,1",…},"workdays":{…}}, that of chinese-days
//
// Which form it is, the content tells. A notice may name days of the year before or after its own (2022-12-31 stands in
// the notice for 2023): `editions_of` puts each day with its own year.

#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/domain/calendar.h"
#include "tools/import/draft.h"
#include "tools/language.h"

namespace ducha::tools {

struct CalendarFile {
  std::vector<domain::ListedDay> days;  // as they stand in the file, each day once
  std::set<int> years;                  // years the file says it is about (JSON); empty when it does not say
  std::string paper;                    // the first notice it names, if any
  std::vector<Complaint> complaints;
  std::vector<std::string> remarks;  // what is odd and may be right
};

// `text`: UTF-8, as `decode_text` gives it.
CalendarFile read_calendar(std::string_view text, Language language);

// A year's edition as it would be with the file's days.
struct YearEdition {
  int year = 0;
  std::vector<domain::ListedDay> days;
  std::size_t merged = 0;  // days put into the edition there is; 0 when the file holds the year as a whole
};

// Days that stay out: their year has no edition that they could go into, or another year was asked for.
struct LeftOut {
  int year = 0;
  std::vector<domain::ListedDay> days;
};

struct YearEditions {
  std::vector<YearEdition> editions;
  std::vector<LeftOut> left_out;
};

// The file's days by year. A year is whole when it is `only`, or the file says it is about it, or (when it does not
// say, and none is asked for) it lists 1 January. Days of other years go into the edition that `adopted` has (nothing
// for a year without one).
YearEditions editions_of(const CalendarFile& file, std::optional<int> only,
                         const std::function<std::optional<std::vector<domain::ListedDay>>(int)>& adopted);

}  // namespace ducha::tools
