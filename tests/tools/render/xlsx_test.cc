// A workbook, read again as the archive of XML that it is.

#include <map>
#include <vector>

#include <zip.h>

#include "tests/catch.h"
#include "tests/tools/render/sample.h"

namespace ducha::tools {
namespace {

using namespace sample;

// Every file of the archive by its name.
std::map<std::string, std::string> unpacked(const std::string& bytes) {
  std::map<std::string, std::string> files;
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  REQUIRE(source != nullptr);
  zip_t* archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
  REQUIRE(archive != nullptr);
  for (zip_int64_t i = 0; i < zip_get_num_entries(archive, 0); ++i) {
    zip_stat_t stat;
    REQUIRE(zip_stat_index(archive, static_cast<zip_uint64_t>(i), 0, &stat) == 0);
    std::string text(stat.size, '\0');
    zip_file_t* file = zip_fopen_index(archive, static_cast<zip_uint64_t>(i), 0);
    REQUIRE(file != nullptr);
    REQUIRE(zip_fread(file, text.data(), stat.size) == static_cast<zip_int64_t>(stat.size));
    zip_fclose(file);
    files.emplace(stat.name, std::move(text));
  }
  zip_discard(archive);
  return files;
}

std::string between(const std::string& text, const std::string& begin, const std::string& end, std::size_t from = 0) {
  const auto at = text.find(begin, from);
  if (at == std::string::npos) return {};
  const auto after = at + begin.size();
  return text.substr(after, text.find(end, after) - after);
}

// A workbook's cells, as a reader of spreadsheets sees them.
class Workbook {
 public:
  explicit Workbook(const Report& report, Language language = Language::zh)
      : files_(unpacked(rendered(report, Format::xlsx, {.language = language}))) {
    const auto& all = files_.at("xl/sharedStrings.xml");
    for (auto at = all.find("<si>"); at != std::string::npos; at = all.find("<si>", at + 1)) {
      const auto text = between(all, "<t", "</t>", at);
      strings_.push_back(text.substr(text.find('>') + 1));
    }
    const auto& styles = files_.at("xl/styles.xml");
    std::map<std::string, std::string> codes;
    for (auto at = styles.find("<numFmt "); at != std::string::npos; at = styles.find("<numFmt ", at + 1))
      codes[between(styles, "numFmtId=\"", "\"", at)] = between(styles, "formatCode=\"", "\"", at);
    const auto formats = between(styles, "<cellXfs", "</cellXfs>");
    for (auto at = formats.find("<xf "); at != std::string::npos; at = formats.find("<xf ", at + 1))
      formats_.push_back(codes[between(formats, "numFmtId=\"", "\"", at)]);
  }

  const std::map<std::string, std::string>& files() const { return files_; }
  const std::string& sheet(int nth) const { return files_.at("xl/worksheets/sheet" + std::to_string(nth) + ".xml"); }
  // The element of a cell, "<c r="A4" …>".
  std::string cell(int nth, const std::string& name) const {
    const auto& xml = sheet(nth);
    const auto at = xml.find("<c r=\"" + name + "\"");
    if (at == std::string::npos) return {};
    const auto end = xml.find('>', at);
    if (xml[end - 1] == '/') return xml.substr(at, end + 1 - at);
    return xml.substr(at, xml.find("</c>", at) + 4 - at);
  }
  std::string text(int nth, const std::string& name) const {
    const auto xml = cell(nth, name);
    if (xml.find("t=\"s\"") == std::string::npos) return {};
    return strings_.at(std::stoul(between(xml, "<v>", "</v>")));
  }
  std::string number(int nth, const std::string& name) const {
    const auto xml = cell(nth, name);
    return xml.find("t=\"s\"") == std::string::npos ? between(xml, "<v>", "</v>") : std::string();
  }
  std::string format(int nth, const std::string& name) const {
    return formats_.at(std::stoul(between(cell(nth, name), "s=\"", "\"")));
  }

 private:
  std::map<std::string, std::string> files_;
  std::vector<std::string> strings_, formats_;
};

TEST_CASE("every kind of cell has its type in a workbook", "[xlsx]") {
  const auto first = [](Cell cell) { return Workbook(of_one(std::move(cell))); };
  SECTION("a day is a date") {
    const auto book = first(day(2022, 7, 1));
    CHECK(book.number(1, "A4") == "44743");
    CHECK(book.format(1, "A4") == "yyyy-mm-dd");
  }
  SECTION("a rate is a percentage") {
    const auto book = first(Rate{2, 3});
    CHECK(book.number(1, "A4").substr(0, 8) == "0.666666");
    CHECK(book.format(1, "A4") == "0.0%");
  }
  SECTION("numbers are numbers") {
    CHECK(first(std::int64_t{-12}).number(1, "A4") == "-12");
    CHECK(first(Decimal{93'500}).number(1, "A4") == "93.5");
  }
  SECTION("words, names, lists and counts are text") {
    CHECK(first(Word{"overdue"}).text(1, "A4") == "逾期");
    CHECK(first(reports::Named{"QZJJ", "区住建局"}).text(1, "A4") == "区住建局");
    CHECK(first(Texts{"甲", "乙"}).text(1, "A4") == "甲、乙");
    CHECK(first(Counts{{"blue", 1}}).text(1, "A4") == "蓝 1");
    CHECK(first(true).text(1, "A4") == "是");
    CHECK(first(reports::Fields{{"progress", std::int64_t{40}}}).text(1, "A4") == "进度 40%");
  }
  SECTION("nothing is an empty cell") {
    for (const auto& cell : {Cell(), Cell(std::string()), Cell(Texts{}), Cell(false)}) {
      const auto book = first(cell);
      CHECK(book.cell(1, "A4").find("<v>") == std::string::npos);
      CHECK(book.cell(1, "A4").find("<c r=\"A4\"") == 0);
    }
  }
}

TEST_CASE("what somebody typed is text and never a formula", "[xlsx]") {
  for (const auto* typed : {"=1+1", "=HYPERLINK(\"http://a\")", "+1", "@a", "http://example.org", "{=1}"}) {
    INFO(typed);
    const Workbook book(of_one(std::string(typed)));
    CHECK(book.cell(1, "A4").find("t=\"s\"") != std::string::npos);
    CHECK(book.sheet(1).find("<f>") == std::string::npos);
    CHECK(book.sheet(1).find("<hyperlink") == std::string::npos);
  }
}

TEST_CASE("text longer than a cell can hold is cut, and says so", "[xlsx]") {
  std::string longest;
  for (int i = 0; i < 40'000; ++i) longest += "长";
  const auto text = Workbook(of_one(longest)).text(1, "A4");
  CHECK(text.size() == 32'767 * 3);
  CHECK(text.ends_with("…"));
}

TEST_CASE("heads stay in sight, can be filtered, and are repeated on A4 paper", "[xlsx]") {
  const Workbook book(overdue());
  CHECK(book.text(1, "A3") == "编号");
  CHECK(book.text(1, "D4") == "红");
  CHECK(book.sheet(1).find("<pane ") != std::string::npos);
  CHECK(book.sheet(1).find("state=\"frozen\"") != std::string::npos);
  CHECK(book.sheet(1).find("<autoFilter ref=\"A3:D5\"/>") != std::string::npos);
  CHECK(book.sheet(1).find("paperSize=\"9\"") != std::string::npos);
  CHECK(book.files().at("xl/workbook.xml").find("_xlnm.Print_Titles") != std::string::npos);
}

TEST_CASE("a title stands where it is seen, also when the first column is folded", "[xlsx]") {
  std::vector<Column> columns;
  std::vector<Cell> row;
  for (std::uint8_t i = 0; i < 14; ++i) {
    columns.push_back({.name = "c", .zh = "栏", .en = "C", .leaves = static_cast<std::uint8_t>(i == 0 ? 9 : 1)});
    row.emplace_back("字");
  }
  const Workbook book(sample::report(columns, {row}));
  CHECK(book.sheet(1).find("<col min=\"1\" max=\"1\"") != std::string::npos);
  CHECK(book.sheet(1).find("hidden=\"1\"") != std::string::npos);
  CHECK(book.text(1, "A1").empty());
  CHECK_FALSE(book.text(1, "B1").empty());
  CHECK(book.sheet(1).find("topLeftCell=\"C4\"") != std::string::npos);
}

TEST_CASE("a row is as high as its longest text needs", "[xlsx]") {
  const auto height = [](const std::string& text) {
    const Workbook book(of_one(text));
    return std::stod(between(book.sheet(1), "ht=\"", "\"", book.sheet(1).find("<row r=\"4\"")));
  };
  std::string some, very_long;
  for (int i = 0; i < 40; ++i) some += "长";
  for (int i = 0; i < 4000; ++i) very_long += "长";
  CHECK(height("短") == 18);
  CHECK(height(some) == 48);  // three lines
  CHECK(height(very_long) == 409);
}

TEST_CASE("sums follow the filter and hold their number", "[xlsx]") {
  auto report = overdue();
  report.columns[2].total = Total::sum;
  const Workbook book(report);
  CHECK(book.cell(1, "C6").find("<f>SUBTOTAL(109,C4:C5)</f><v>13</v>") != std::string::npos);
}

TEST_CASE("a sheet says what the workbook rests on and what its columns mean", "[xlsx]") {
  const Workbook book(overdue());
  CHECK(book.files().at("xl/workbook.xml").find("name=\"口径\"") != std::string::npos);
  std::string all;
  for (int row = 1; row < 20; ++row)
    for (const auto* column : {"A", "B", "C"}) all += book.text(2, column + std::to_string(row)) + "\n";
  for (const auto* said :
       {"2022-07-01", "412", "sha256:9f86d0", "gulou-2022", "2021-2022@gov-1", "督查事项编号", "docket"}) {
    INFO(said);
    CHECK(all.find(said) != std::string::npos);
  }
  const Workbook english(overdue(), Language::en);
  CHECK(english.files().at("xl/workbook.xml").find("name=\"Basis\"") != std::string::npos);
}

TEST_CASE("a picture of a table is a chart over cells of its own sheet", "[xlsx]") {
  auto report = overdue();
  report.plots = {{reports::Plot::Kind::stacked, "天数", "Days", "title", {"days"}}};
  const Workbook book(report);
  const auto& chart = book.files().at("xl/charts/chart1.xml");
  CHECK(chart.find("<c:grouping val=\"stacked\"/>") != std::string::npos);
  // The numbers stand below the chart.
  CHECK(chart.find("!$B$12:$B$13</c:f>") != std::string::npos);
  CHECK(book.number(2, "B12") == "12");
  CHECK(book.number(2, "B13") == "1");
}

TEST_CASE("a workbook is dated by its report, and is the same bytes each time", "[xlsx]") {
  auto report = overdue();
  report.plots = {{reports::Plot::Kind::shares, "灯", "Lights", {}, {"light"}}};
  CHECK(rendered(report, Format::xlsx) == rendered(report, Format::xlsx));
  const Workbook book(report);
  CHECK(book.files().at("docProps/core.xml").find("2022-07-01T00:00:00Z") != std::string::npos);
}

TEST_CASE("sheets have names that can be sheets' names, each its own", "[xlsx]") {
  auto report = overdue();
  report.zh = "甲/乙:丙[丁]*?\\戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄宇宙洪荒";
  report.parts = {report, report};
  const Workbook book(report);
  const auto& xml = book.files().at("xl/workbook.xml");
  CHECK(xml.find("name=\"甲 乙 丙 丁    戊") != std::string::npos);
  CHECK(book.files().contains("xl/worksheets/sheet4.xml"));
}

}  // namespace
}  // namespace ducha::tools
