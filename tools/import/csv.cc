#include "tools/import/csv.h"

#include <algorithm>
#include <utility>

#include "tools/import/event_rows.h"
#include "tools/import/table.h"

namespace ducha::tools {

Reading read_csv(std::string_view text, Language language) {
  Reading reading;
  EventRows rows(
      language, [&](Draft&& draft) { reading.drafts.push_back(std::move(draft)); }, reading.complaints);
  auto table = read_csv_table(text, language, [&](const Table& of, Row&& row) { rows.read(of, std::move(row)); });
  rows.finish();
  reading.separable = rows.separable();
  reading.header_line = rows.header_line();
  for (auto& complaint : table.complaints) {
    // Nothing can be read under a header that is broken.
    if (rows.header_line() == 0 || complaint.place.line < rows.header_line()) reading.separable = false;
    reading.complaints.push_back(std::move(complaint));
  }
  std::stable_sort(reading.complaints.begin(), reading.complaints.end(),
                   [](const Complaint& one, const Complaint& other) { return one.place.line < other.place.line; });
  return reading;
}

}  // namespace ducha::tools
