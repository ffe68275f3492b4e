// How documents say what the ledger holds: names in a row, days with how they were counted.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/domain/docket.h"
#include "projections/books.h"

namespace ducha::tools {

// 区住建局、区财政局.
std::string listed(const std::vector<std::string>& texts);
// The names of units on the books' day.
std::vector<std::string> names_of_units(const projections::Books& books, const std::vector<std::string>& codes);

// Who holds a role on the docket, in the order they came: the lead, joint leads, supporting units.
struct Holders {
  std::vector<std::string> lead, joint, supporting;  // codes
  std::vector<std::string> all() const;
};
Holders holders_of(const domain::Docket& docket);

// "2022年1月12日（自2022年1月11日起1个工作日，当日不计）": a due day and how it was counted.
std::string due_text(const domain::Clock& clock);
std::string due_text(Day due, std::string_view limit, bool provisional);

// 来源与依据: "常务会议（第9次），2022年1月10日，议题三《…》，鼓政〔2022〕2号".
std::string origin_text(const projections::Books& books, const std::string& decision);

// What a document was computed from, for its last line.
std::vector<std::string> basis_of(const projections::Books& books);

// A space left for the pen when there is nothing to print.
std::string or_blank(const std::string& text);

}  // namespace ducha::tools
