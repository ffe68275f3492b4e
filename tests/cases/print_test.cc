// What the office prints: documents in the page of GB/T 9704-2012, and reports as pages and workbooks.

#include <algorithm>
#include <cmath>
#include <set>
#include <vector>

#include <nlohmann/json.hpp>

#include "tests/cases/program.h"
#include "tests/catch.h"

namespace ducha::cases {
namespace {

using Json = nlohmann::json;

// A ledger with one docket, a notice and something overdue.
void begin(const Desk& desk) {
  desk.write(
      "a.jsonl",
      std::string(beginning) +
          R"({"do":"notice","id":"n1","docket":"2022-001","on":"2022-05-01","unit":"QZJJ","colour":"yellow","requirement":"加快进度","due":"3wd"}
{"do":"urge","id":"u9","docket":"2022-001","on":"2022-05-10","unit":"QZJJ","channel":"电话"}
)");
  REQUIRE(desk.run("init --office 鼓楼区人民政府督查室").exit == 0);
  const auto ran = desk.run("import a.jsonl");
  INFO(ran.remarks);
  REQUIRE(ran.exit == 0);
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

TEST_CASE("a notice of assignment says who, what and by when, under the office's red head", "[print]") {
  const Desk desk;
  begin(desk);
  const auto ran = desk.run("print notice 2022-001 --number 12 --on 2022-02-01 --contact 督查室,0000");
  INFO(ran.remarks);
  REQUIRE(ran.exit == 0);
  for (const auto* said : {"鼓楼区人民政府督查室", "〔2022〕12号", "督办通知单", "区住建局、区财政局、宁海路街道：",
                           "老旧小区改造", "2022年6月30日", "每月25日", "2022年1月11日", "回执", "督查室,0000"}) {
    INFO(said);
    CHECK(has(ran.out, said));
  }
  // Without a number there is room for one.
  CHECK(has(desk.run("print notice 2022-001 --on 2022-02-01").out, "〔2022〕　　号"));
}

TEST_CASE("a coloured notice is the one the ledger holds", "[print]") {
  const Desk desk;
  begin(desk);
  const auto ran = desk.run("print notice 2022-001 --colour yellow --on 2022-06-01");
  REQUIRE(ran.exit == 0);
  CHECK(has(ran.out, "黄色督办单"));
  CHECK(has(ran.out, "加快进度"));
  CHECK(has(ran.out, "3个工作日"));
  const auto none = desk.run("print notice 2022-001 --colour red --on 2022-06-01");
  CHECK(none.exit == 1);
  CHECK(has(none.remarks, "Record it first"));
  // Before it was issued there was none.
  CHECK(desk.run("print notice 2022-001 --colour yellow --on 2022-04-01").exit == 1);
}

TEST_CASE("urging letters go to each unit that is behind, and only to those", "[print]") {
  const Desk desk;
  begin(desk);
  const auto ran = desk.run("print urge --on 2022-07-02");
  REQUIRE(ran.exit == 0);
  CHECK(has(ran.remarks, "printing is not urging"));
  const auto report = Json::parse(desk.run("report overdue --on 2022-07-02 --within 3wd --format json").out);
  std::set<std::string> units;
  for (const auto& row : report.at("rows")) units.insert(row.at("name").get<std::string>());
  REQUIRE(units.size() > 1);
  std::size_t letters = 0;
  for (auto at = ran.out.find("<article"); at != std::string::npos; at = ran.out.find("<article", at + 1)) ++letters;
  CHECK(letters == units.size());
  for (const auto& unit : units) CHECK(has(ran.out, "<p class=\"flush\">" + unit + "："));
  const auto nothing = desk.run("print urge --on 2022-01-10");
  CHECK(nothing.exit == 1);
  CHECK(has(nothing.remarks, "nothing is to be urged"));
}

TEST_CASE("a dossier holds every entry of the docket, in order", "[print]") {
  const Desk desk;
  begin(desk);
  REQUIRE(desk.run("correct entry=u9 reason=误录").exit == 0);
  const auto ran = desk.run("print dossier 2022-001");
  REQUIRE(ran.exit == 0);
  const auto history = Json::parse(desk.run("history 2022-001 --format json").out);
  std::size_t at = ran.out.find("四、办理经过");
  REQUIRE(at != std::string::npos);
  for (const auto& row : history.at("rows")) {
    const auto entry = "<td class=\"c\">" + std::to_string(row.at("seq").get<int>()) + "</td>";
    INFO(entry);
    at = ran.out.find(entry, at);
    REQUIRE(at != std::string::npos);
  }
  CHECK(has(ran.out, "（已更正）"));
  CHECK(desk.run("print dossier 2022-999").exit == 1);
}

TEST_CASE("documents are whole files, and the same for the same question", "[print]") {
  const Desk desk;
  begin(desk);
  for (const std::string words :
       {"print notice 2022-001 --on 2022-06-01", "print urge --on 2022-07-02",
        "print bulletin --from 2022-06-01 --to 2022-06-30 --on 2022-07-02", "print dossier 2022-001 --on 2022-07-02"}) {
    INFO(words);
    const auto ran = desk.run(words);
    REQUIRE(ran.exit == 0);
    CHECK(ran.out == desk.run(words, "zh").out);
    for (const auto* outside : {"<script", "src=", "href=", "url(", "@import", "http:", "https:"})
      CHECK_FALSE(has(ran.out, outside));
    CHECK(has(ran.out, "@page{size:A4;margin:37mm 26mm 35mm 28mm}"));
    CHECK(has(ran.out, "calc(225mm/22)"));
  }
}

TEST_CASE("what somebody typed stays text in a document", "[print]") {
  const Desk desk;
  begin(desk);
  REQUIRE(desk.run("open docket=2022-002 title='<script>甲</script>' on=2022-02-01").exit == 0);
  const auto ran = desk.run("print dossier 2022-002");
  REQUIRE(ran.exit == 0);
  CHECK_FALSE(has(ran.out, "<script"));
  CHECK(has(ran.out, "&lt;script&gt;甲"));
}

TEST_CASE("the percentages of a bulletin add up to a hundred", "[print]") {
  const Desk desk;
  begin(desk);
  // Three classes of one docket each: 33.3 three times would be 99.9.
  desk.write("b.jsonl",
             R"({"do":"open","id":"o2","docket":"2022-002","on":"2022-02-01","title":"乙","decision":"常2022-1"}
{"do":"assign","id":"a2","docket":"2022-002","on":"2022-02-01","lead":"区住建局","due":"2022-12-31"}
{"do":"open","id":"o3","docket":"2022-003","on":"2022-02-01","title":"丙","decision":"常2022-1"}
{"do":"assign","id":"a3","docket":"2022-003","on":"2022-02-01","lead":"区住建局","due":"2022-06-20"}
{"do":"close","id":"x3","docket":"2022-003","on":"2022-06-10"}
)");
  REQUIRE(desk.run("import b.jsonl").exit == 0);
  const auto page = desk.run("print bulletin --from 2022-06-01 --to 2022-06-30 --on 2022-07-02").out;
  const auto told = page.substr(page.find("在督事项共"), 400);
  CHECK(has(told, "在督事项共3件"));
  double sum = 0;
  const auto end = told.find("</p>");
  for (auto at = told.find("占"); at < end; at = told.find("占", at + 1)) sum += std::stod(told.substr(at + 3));
  CHECK(std::abs(sum - 100) < 1e-9);
  CHECK(has(page, "“老旧小区改造”（2022-001）：区住建局（牵头）"));
}

TEST_CASE("PDF is made by a browser that is at hand, and dated by the document alone", "[print]") {
  const Desk desk;
  begin(desk);
  std::filesystem::create_directories(desk.path("bin"));
  // Stands for the browser: writes a PDF that names the second it was made.
  desk.write("bin/chromium",
             "#!/bin/sh\nfor word in \"$@\"; do case $word in --print-to-pdf=*) out=${word#*=} ;; esac; done\n"
             "printf '%%PDF-1.4\\n/CreationDate (D:%s+00'\"'\"'00'\"'\"')\\n/ModDate (D:%s+00'\"'\"'00'\"'\"')\\n' "
             "\"$(date +%Y%m%d%H%M%S)\" \"$(date +%Y%m%d%H%M%S)\" >\"$out\"\n");
  std::filesystem::permissions(desk.path("bin/chromium"), std::filesystem::perms::owner_all);
  const auto run = [&](const std::string& path, const std::string& words) {
    const auto out = desk.path("pdf-out"), remarks = desk.path("pdf-remarks");
    const auto line = "cd '" + desk.path("").string() + "' && PATH='" + path +
                      "' " DUCHA_PROGRAM " --lang en --ledger L " + words + " >'" + out.string() + "' 2>'" +
                      remarks.string() + "'";
    const int status = std::system(line.c_str());
    return Ran{WEXITSTATUS(status), contents(out), contents(remarks)};
  };
  const auto made = run(desk.path("bin").string() + ":/usr/bin:/bin", "print notice 2022-001 --on 2022-06-01 -o a.pdf");
  INFO(made.remarks);
  REQUIRE(made.exit == 0);
  CHECK(has(contents(desk.path("a.pdf")), "/CreationDate (D:20220601000000+08'00')"));
  CHECK(has(contents(desk.path("a.pdf")), "/ModDate (D:20220601000000+08'00')"));
  const auto none = run("/nowhere", "print notice 2022-001 --on 2022-06-01 --pdf -o b.pdf");
  CHECK(none.exit == 1);
  CHECK(has(none.remarks, "no browser that makes PDF is at hand"));
  CHECK_FALSE(std::filesystem::exists(desk.path("b.pdf")));
}

TEST_CASE("every report is a page and a workbook, by the ending of the file, the same each time", "[print]") {
  const Desk desk;
  begin(desk);
  for (const std::string words :
       {"report overdue", "report standing", "report duties", "report cards", "report dashboard", "history 2022-001"}) {
    for (const std::string ending : {"html", "xlsx", "md", "csv", "json"}) {
      INFO(words << " " << ending);
      REQUIRE(desk.run(words + " --on 2022-07-02 -o a." + ending).exit == 0);
      REQUIRE(desk.run(words + " --on 2022-07-02 --format " + ending + " -o b").exit == 0);
      CHECK(contents(desk.path("a." + ending)) == contents(desk.path("b")));
      CHECK_FALSE(contents(desk.path("b")).empty());
    }
  }
}

TEST_CASE("the numbers on a page are those of the JSON", "[print]") {
  const Desk desk;
  begin(desk);
  const auto json = Json::parse(desk.run("report standing --on 2022-07-02 --format json").out);
  const auto page = desk.run("report standing --on 2022-07-02 --format html").out;
  auto at = page.find("<tbody>");
  for (const auto& row : json.at("rows")) {
    at = page.find(">" + row.at("unit").get<std::string>() + "</th>", at + 1);
    REQUIRE(at != std::string::npos);
    const auto line = page.substr(at, page.find("</tr>", at) - at);
    std::vector<std::string> numbers;
    for (auto cell = line.find("<td class=\"n\">"); cell != std::string::npos;
         cell = line.find("<td class=\"n\">", cell + 1))
      numbers.push_back(line.substr(cell + 14, line.find('<', cell + 14) - cell - 14));
    std::size_t nth = 0;
    for (const auto* name : {"owed", "on_time", "late", "missed", "overdue", "open"}) {
      INFO(row.at("unit") << " " << name);
      REQUIRE(nth < numbers.size());
      CHECK(numbers[nth++] == std::to_string(row.at(name).get<int>()));
    }
  }
}

}  // namespace
}  // namespace ducha::cases
