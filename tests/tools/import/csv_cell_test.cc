#include "tools/import/csv_cell.h"

#include <rapidcheck.h>

#include "tests/catch.h"
#include "tools/import/csv_rows.h"
#include "tools/import/list_cell.h"

using namespace ducha::tools;

TEST_CASE("a cell that begins like a formula is written so that no spreadsheet computes it", "[import][csv]") {
  CHECK(guarded("=1+1") == "'=1+1");
  CHECK(guarded("＠某") == "'＠某");
  CHECK(guarded("'-3") == "''-3");
  CHECK(guarded("'90年代") == "'90年代");
  CHECK(guarded("2022-001") == "2022-001");
  CHECK(unguarded("'=1+1") == "=1+1");
  CHECK(unguarded("'90年代") == "'90年代");
  CHECK(unguarded("=1+1") == "=1+1");
}

TEST_CASE("what is written into cells is what is read from them", "[import][csv]") {
  const bool holds = rc::check("cells", [] {
    const auto sign = rc::gen::elementOf(std::string("'=+-@,;\"\t\n ab"));
    const auto cells =
        *rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(rc::gen::container<std::string>(sign)));
    std::string row;
    for (const auto& cell : cells) row += (&cell == cells.data() ? "" : ",") + csv_field(guarded(cell), ',');
    row += ",x\r\n";
    std::vector<std::string> read;
    each_csv_row(row, ',', [&](CsvRow&& each) {
      for (const auto& cell : each.cells) read.emplace_back(unguarded(cell));
    });
    RC_ASSERT(read.size() == cells.size() + 1);
    for (std::size_t at = 0; at < cells.size(); ++at) {
      // White space around a cell is nobody's; the readers take it off.
      const bool blank_outside = cells[at].find_first_of("\t\n ") != std::string::npos;
      if (!blank_outside) RC_ASSERT(read[at] == cells[at]);
    }
  });
  CHECK(holds);
}

TEST_CASE("names in a cell are parted as offices part them, and a list written is the list read", "[import][csv]") {
  using Names = std::vector<std::string>;
  CHECK(names_in_cell("区住建局、区财政局，区科技局; 区民政局；\n区人社局") ==
        Names{"区住建局", "区财政局", "区科技局", "区民政局", "区人社局"});
  CHECK(names_in_cell("[]") == Names{});
  CHECK(names_in_cell("[新区]") == Names{"[新区]"});
  CHECK(list_cell({"甲", "乙"}) == "甲、乙");
  for (const auto& names : {Names{}, Names{"甲、乙", "丙"}, Names{"[\"甲\"]"}, Names{"[]"}, Names{"a,b"}, Names{"甲"}})
    CHECK(names_in_cell(list_cell(names)) == names);
}
