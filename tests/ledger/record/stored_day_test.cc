#include "ledger/record/stored_day.h"

#include <span>
#include <vector>

#include "ledger/record/entry.h"
#include "tests/catch.h"

namespace ducha::record {
namespace {

TEST_CASE("a day is stored and read as it is, the first of January 1970 too, and none as none", "[record][entry]") {
  const std::optional<Day> days[] = {std::nullopt,           Day{0}, Day{-1}, Day{1}, parse_day("1900-01-01"),
                                     parse_day("2999-12-31")};
  for (const auto& due : days) {
    CHECK(stored_day(stored_number(due)) == due);
    domain::DocketAssigned assigned;
    assigned.due = due;
    std::vector<std::byte> bytes;
    write_entry({}, assigned, bytes);
    EntryReader reader;
    const auto entry = reader.read(bytes, 0);
    CHECK(std::get<domain::DocketAssigned>(entry.fact).due == due);
  }
}

}  // namespace
}  // namespace ducha::record
