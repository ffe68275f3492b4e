#include "tests/support/district.h"

#include <algorithm>

#include "tests/support/csv_form.h"
#include "tests/support/year.h"

namespace ducha::support {
namespace {

constexpr std::size_t dockets_a_year_max = 10'000;

Take as_lines(const Line& line) {
  return [&line](const Command& command) { line(command.at, command.json.dump()); };
}

}  // namespace

YearPlan plan_of_events(std::size_t events, Day to) {
  YearPlan plan;
  // Of one year a docket has 9.88 lines; of many 11.46, for then most of them are over, and those of the last year and
  // the year before lack 1.97 of a year's. Half a hundredth more are opened than that, so that the lines last.
  plan.dockets = std::max<std::size_t>(1, events * 106 / 1047);
  std::size_t years = 1;
  while (plan.dockets > years * dockets_a_year_max) {
    ++years;
    plan.dockets = events * years * 1005 / (11460 * years - 1970);
  }
  plan.to = to;
  plan.from = *day_of({civil(to).year + 1 - static_cast<int>(years), 1, 4});
  plan.brief = true;
  plan.wordy = true;
  plan.lines_max = events;
  return plan;
}

void write_office(Day on, const Line& line) { tell_office(on, as_lines(line)); }
void write_year(const YearPlan& plan, const Line& line) { tell_year(plan, as_lines(line)); }

void write_files(const YearPlan& plan, const Put& put) {
  write_office(plan.from, [&](Day, const std::string& json) { put("00-office.jsonl", json + '\n'); });
  std::string month;
  tell_year(plan, [&](const Command& command) {
    const auto now = to_string(command.at).substr(0, 7);
    const bool begins = now != month;
    month = now;
    const auto number = civil(command.at).month;
    if (number == 6 || number == 7) {
      const auto headers = number == 6 ? Headers::english : Headers::chinese;
      if (begins) put(month + ".csv", csv_header(headers));
      put(month + ".csv", csv_row(command.json, headers));
    } else {
      put(month + ".jsonl", command.json.dump() + '\n');
    }
  });
}

}  // namespace ducha::support
