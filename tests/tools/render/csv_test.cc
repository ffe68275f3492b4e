#include "tools/render/csv.h"

#include "tests/catch.h"
#include "tests/tools/render/sample.h"

namespace ducha::tools {
namespace {

using namespace sample;

// The one field of a table of one cell.
std::string field_of(Cell cell) {
  const auto text = rendered(of_one(std::move(cell)), Format::csv);
  const std::string before = "\xEF\xBB\xBF格\r\n";
  REQUIRE(text.starts_with(before));
  REQUIRE(text.ends_with("\r\n"));
  return text.substr(before.size(), text.size() - before.size() - 2);
}

TEST_CASE("a spreadsheet gets a mark, a head and one line a row, and no footer", "[csv]") {
  CHECK(rendered(overdue(), Format::csv) ==
        "\xEF\xBB\xBF编号,事项,逾期天数,灯\r\n"
        "2022-001,修复城北桥并恢复两侧绿化,12,red\r\n"
        "2022-014,老旧小区加装电梯,1,yellow\r\n");
}

TEST_CASE("in English the head has the names of the contract", "[csv]") {
  const auto text = rendered(overdue(), Format::csv, {.language = Language::en});
  CHECK(
      text.starts_with("\xEF\xBB\xBF"
                       "docket,title,days,light\r\n"));
}

TEST_CASE("a field with a comma, a quotation mark or a line break is quoted", "[csv]") {
  CHECK(field_of("a,b") == "\"a,b\"");
  CHECK(field_of("他说\"好\"") == "\"他说\"\"好\"\"\"");
  CHECK(field_of("一\n二") == "\"一\n二\"");
  CHECK(field_of("一、二") == "一、二");
}

TEST_CASE("text that looks like a formula is made harmless", "[csv]") {
  CHECK(field_of("=1+1") == "'=1+1");
  CHECK(field_of("+86") == "'+86");
  CHECK(field_of("-5%") == "'-5%");
  CHECK(field_of("@SUM(A1)") == "'@SUM(A1)");
  CHECK(field_of("\t=1") == "'\t=1");
  CHECK(field_of("\r=1") == "\"'\r=1\"");
  CHECK(field_of("=HYPERLINK(\"x\",\"y\")") == "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"");
  CHECK(field_of("＝1+1") == "'＝1+1");
  CHECK(field_of(Texts{"=1", "b"}) == "'=1;b");
  CHECK(field_of("1-2") == "1-2");
}

TEST_CASE("a negative number stays a number", "[csv]") {
  CHECK(field_of(std::int64_t{-5}) == "-5");
  CHECK(field_of(Decimal{-500}) == "-0.5");
}

TEST_CASE("an empty report still has its head", "[csv]") {
  CHECK(rendered(report({{.name = "docket", .zh = "编号", .en = "Docket"}}, {}), Format::csv) ==
        "\xEF\xBB\xBF编号\r\n");
}

TEST_CASE("what is not UTF-8 is repaired", "[csv]") { CHECK(field_of("桥\xFF") == "桥\uFFFD"); }

}  // namespace
}  // namespace ducha::tools
