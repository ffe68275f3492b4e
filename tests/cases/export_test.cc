// Out and in again: what is exported in any form makes a ledger that answers the same.

#include <algorithm>
#include <set>
#include <vector>

#include <nlohmann/json.hpp>

#include "tests/cases/program.h"
#include "tests/catch.h"
#include "tools/import/csv_rows.h"
#include "tools/import/decode.h"

namespace ducha::cases {
namespace {

// Every command there is, with what is hard to write down: groups, merged units, corrections, late paper, texts that
// look like formulas or hold every sign a table is made of.
const std::vector<std::string>& eventful() {
  static const std::vector<std::string> lines{
      R"({"do":"register-unit","id":"u1","on":"2021-01-01","unit":"A","name":"区住建局","aliases":["区住房和城乡建设局","住建"],"head":"区住建局局长"})",
      R"({"do":"register-unit","on":"2021-01-01","unit":"B","name":"区财政局"})",
      R"({"do":"register-unit","on":"2021-01-01","unit":"C","name":"区经信委、科委（合署）"})",
      R"({"do":"register-unit","on":"2021-01-01","unit":"OLD","name":"区外经局"})",
      R"({"do":"register-unit","on":"2021-01-01","unit":"GONE","name":"区体改办"})",
      R"({"do":"register-unit","on":"2021-01-01","unit":"S1","name":"宁海路街道","kind":"subdistrict"})",
      R"({"do":"register-unit","on":"2021-01-01","unit":"S2","name":"江东街道","kind":"subdistrict"})",
      R"({"do":"register-unit","on":"2021-01-01","unit":"S3","name":"湖南路街道","kind":"subdistrict"})",
      R"({"do":"define-group","on":"2021-01-01","name":"各街道","members":["S1","S2"]})",
      R"({"do":"define-group","on":"2021-01-01","name":"经济口","members":["区经信委、科委（合署）","区外经局","各街道"]})",
      R"({"do":"set-portfolio","on":"2021-01-01","post":"副区长一","units":["A","区经信委、科委（合署）"]})",
      R"({"do":"set-portfolio","on":"2021-01-01","post":"副区长二","units":["B"]})",
      R"({"do":"set-acting","on":"2022-03-01","post":"副区长一","acting":"副区长二","until":"2022-03-31"})",
      R"({"do":"decide","id":"d1","on":"2022-01-04","decision":"常2022-1","title":"=常务会议\"纪要\"","source":"executive","session":"2022年第1次","item":"三","document":"府办〔2022〕1号","major":true,"procedure":["participation","legality"],"chair":"区长"})",
      R"({"do":"publish","on":"2022-01-10","decision":"常2022-1","channel":"区政府网站"})",
      R"({"do":"open","docket":"D1","on":"2022-01-04","title":"+老旧小区改造","decision":"常2022-1","category":"民生","kind":"special","requirement":"-逐条落实\n一、摸底，二、改造；\"三、验收\"","leader":"副区长一","note":"'=附注","by":"区政府督查室"})",
      R"({"do":"open","docket":"D2","on":"2022-01-04","title":"@道路","parent":"D1"})",
      R"({"do":"assign","docket":"D1","on":"2022-01-05","lead":"区住建局","joint":["区财政局"],"supporting":["区外经局","各街道","区相关部门","经济口"],"due":"2022-06-30","supportingDue":"10wd","cadence":"monthly:25"})",
      R"({"do":"assign","docket":"D2","on":"2022-01-05","lead":"C","due":"5wd","cadence":"weekly:5"})",
      R"({"do":"accept","docket":"D1","on":"2022-01-06","unit":"A"})",
      R"({"do":"accept","id":"wrong","docket":"D1","on":"2022-01-06","unit":"B"})",
      R"({"do":"correct","id":"mend","on":"2022-01-07","entry":"wrong","reason":"误录"})",
      R"({"do":"accept","docket":"D1","on":"2022-01-10","unit":"B"})",
      R"({"do":"object","docket":"D1","on":"2022-01-07","unit":"S1","reason":"非本街道事权"})",
      R"({"do":"settle","docket":"D1","on":"2022-01-10","unit":"S1","outcome":"upheld"})",
      R"({"do":"object","docket":"D1","on":"2022-01-11","unit":"S2","reason":"人手不足"})",
      R"({"do":"settle","docket":"D1","on":"2022-01-12","unit":"S2","outcome":"dismissed"})",
      R"({"do":"feedback","docket":"D1","on":"2022-01-25","unit":"A","progress":10,"text":"进场\r\n施工","light":"green","evidence":["aa01","bb02"]})",
      R"({"do":"feedback","docket":"D1","on":"2022-02-25","unit":"A","nothing":true,"cause":"春节"})",
      R"({"do":"feedback","docket":"D1","on":"2022-03-02","unit":"B","period":"2022-01-25","progress":0,"text":"补报"})",
      R"({"do":"contribute","docket":"D1","on":"2022-01-20","unit":"OLD","text":"资料"})",
      R"({"do":"urge","docket":"D1","on":"2022-03-01","unit":"S2","channel":"电话"})",
      R"({"do":"notice","docket":"D1","on":"2022-03-02","unit":"S2","colour":"yellow","requirement":"限期反馈","due":"3wd"})",
      R"({"do":"rename-unit","on":"2022-03-05","unit":"A","name":"区住房和建设局"})",
      R"({"do":"extend","docket":"D2","on":"2022-01-11","unit":"C","to":"7wd","reason":"材料待补"})",
      R"({"do":"extend","docket":"D1","on":"2022-03-10","unit":"A","to":"2022-08-31","reason":"雨季"})",
      R"({"do":"deny","docket":"D1","on":"2022-03-12","reason":"理由不足"})",
      R"({"do":"extend","docket":"D1","on":"2022-04-10","unit":"B","to":"2022-09-30","reason":"工期"})",
      R"({"do":"grant","docket":"D1","on":"2022-04-12","to":"2022-08-31","approver":"区长"})",
      R"({"do":"merge-unit","on":"2022-04-15","unit":"OLD","into":"C"})",
      R"({"do":"retire-unit","on":"2022-04-16","unit":"GONE"})",
      R"({"do":"suspend","docket":"D1","on":"2022-05-01","reason":"等待批复","approver":"副区长一"})",
      R"({"do":"resume","docket":"D1","on":"2022-05-11","reason":"已批复"})",
      R"({"do":"define-group","on":"2022-05-15","name":"各街道","members":["S1","S2","S3"]})",
      R"({"do":"reassign","docket":"D1","on":"2022-05-20","lead":"B","joint":[],"supporting":["各街道"],"remove":["S2"],"due":"2022-10-31","reason":"职能调整"})",
      R"({"do":"complete","docket":"D1","on":"2022-07-01","unit":"B","text":"完工","evidence":["cc03"]})",
      R"({"do":"return","docket":"D1","on":"2022-07-05","reason":"群众不满意"})",
      R"({"do":"complete","docket":"D1","on":"2022-07-20","unit":"B","text":"整改完"})",
      R"({"do":"inspect","docket":"D1","on":"2022-07-22","finding":"confirmed","text":"属实"})",
      R"({"do":"complete","docket":"D2","on":"2022-01-18","unit":"C"})",
      R"({"do":"close","docket":"D2","on":"2022-07-20"})",
      R"({"do":"close","docket":"D1","on":"2022-07-25","result":"done"})",
      R"({"do":"strike","docket":"D1","on":"2022-07-26","reason":"办结"})",
      R"({"do":"reopen","docket":"D1","on":"2022-08-01","reason":"反弹","due":"2022-12-31"})",
      R"({"do":"conclude","docket":"D1","on":"2022-08-05","unit":"B","text":"整改不力","rectifyBy":"2022-09-05"})",
      R"({"do":"contest","docket":"D1","on":"2022-08-10","unit":"B","reason":"不认同"})",
      R"({"do":"rule","docket":"D1","on":"2022-08-15","unit":"B","outcome":"upheld","text":"维持"})",
      R"({"do":"rectify","docket":"D1","on":"2022-09-01","unit":"B","text":"已整改"})",
      R"({"do":"commend","docket":"D1","on":"2022-09-02","unit":"A","text":"表扬"})",
      R"({"do":"criticise","docket":"D1","on":"2022-09-02","unit":"B","text":"通报","approver":"区长"})",
      R"({"do":"interview","docket":"D1","on":"2022-09-03","unit":"B"})",
      R"({"do":"refer","docket":"D1","on":"2022-09-03","unit":"B"})",
      R"({"do":"exempt","docket":"D1","on":"2022-09-04","unit":"A","duty":"feedback","due":"2022-04-25","reason":"疫情","approver":"区长"})",
      R"({"do":"close","docket":"D1","on":"2022-12-01","result":"not_done"})",
      R"({"do":"archive","docket":"D1","on":"2022-12-30","reason":"归档"})",
      R"({"do":"open","docket":"D3","on":"2022-02-01","title":"撤销的事项"})",
      R"({"do":"withdraw","docket":"D3","on":"2022-02-02","reason":"重复"})",
      R"({"do":"open","on":"2022-02-01","title":"自动编号的事项"})",
  };
  return lines;
}

void tell(const Desk& desk) {
  REQUIRE(desk.run("init --office 鼓楼区政府督查室").exit == 0);
  std::string text;
  for (const auto& line : eventful()) text += line + "\n";
  desk.write("a.jsonl", text);
  const auto ran = desk.run("import a.jsonl");
  INFO(ran.remarks);
  REQUIRE(ran.exit == 0);
  // Editions of rules and calendars between commands, and a due day that a calendar moves.
  desk.write("r.toml", "edition = \"gulou-2023\"\n[limits]\naccept_within = \"3wd\"\n");
  REQUIRE(desk.run("rules import r.toml --source 督查室试行").exit == 0);
  desk.write("c.csv", "2023-01-02,holiday,元旦\n2023-01-03,holiday,\"=元旦,补休\"\n2023-01-07,workday,补班\n");
  REQUIRE(desk.run("calendar import c.csv --year 2023 --source 国办发明电").exit == 0);
  desk.write("b.jsonl", R"({"do":"open","docket":"D4","on":"2022-12-20","title":"跨年事项"})"
                        "\n"
                        R"({"do":"assign","docket":"D4","on":"2022-12-28","lead":"A","due":"5wd"})"
                        "\n");
  REQUIRE(desk.run("import b.jsonl").exit == 0);
  const auto due = desk.run("report duties --on 2023-01-01 --docket D4 --format json").out;
  const auto day = nlohmann::json::parse(due).at("rows").back().at("due").get<std::string>();
  const auto moved =
      desk.run("move-due docket=D4 on=2022-12-30 duty=completion from=" + day + " to=2023-01-20 reason=新日历");
  INFO(moved.remarks);
  REQUIRE(moved.exit == 0);
}

bool is_hex(char letter) { return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'f'); }

// 2026-11-27 07:40 or 2026-11-27T07:40:57.448+08:00, at the beginning of the text: how long it is.
std::size_t instant_at(std::string_view text) {
  constexpr std::string_view form = "0000-00-00T00:00";
  if (text.size() < form.size()) return 0;
  for (std::size_t at = 0; at < form.size(); ++at) {
    const bool digit = text[at] >= '0' && text[at] <= '9';
    const bool between = form[at] == 'T' && (text[at] == 'T' || text[at] == ' ');
    if (!between && (form[at] == '0' ? !digit : text[at] != form[at])) return 0;
  }
  return std::min(text.find_first_not_of("0123456789:.+", form.size()), text.size());
}

// What the two ledgers may differ in: when the entries were recorded, hence the head; what file they came from.
std::string without_head(const std::string& text) {
  constexpr std::size_t digest_min = 32;
  std::string same;
  for (std::size_t at = 0; at < text.size();) {
    const auto rest = std::string_view(text).substr(at);
    const auto instant = instant_at(rest);
    const auto hex = static_cast<std::size_t>(std::find_if_not(rest.begin(), rest.end(), is_hex) - rest.begin());
    const auto name = rest.starts_with("\t") ? rest.substr(1, rest.find_first_of("\t\n", 1) - 1) : std::string_view();
    const auto colon = name.rfind(':');
    const bool origin = colon != std::string_view::npos && colon + 1 < name.size() &&
                        name.find_first_not_of("0123456789", colon + 1) == std::string_view::npos &&
                        name.substr(0, colon).find('.') != std::string_view::npos;
    if (instant > 0)
      same += "(instant)", at += instant;
    else if (hex >= digest_min)
      same += "(digest)", at += hex;
    else if (origin)
      at += name.size() + 1;
    else if (hex > 0)
      same += rest.substr(0, hex), at += hex;
    else
      same += text[at++];
  }
  return same;
}

void answers_the_same(const Desk& one, const Desk& other) {
  CHECK(without_head(other.run("log").out) == without_head(one.run("log").out));
  for (const std::string day : {"2022-03-15", "2022-07-01", "2023-06-30"})
    for (const std::string report : {"duties", "overdue", "standing", "cards"})
      for (const std::string format : {"text", "json", "csv", "md"}) {
        const auto words = "report " + report + " --on " + day + " --format " + format;
        INFO(words);
        CHECK(without_head(other.run(words, "zh").out) == without_head(one.run(words, "zh").out));
      }
  for (const std::string docket : {"D1", "D2", "2022-100001"})
    CHECK(without_head(other.run("history " + docket).out) == without_head(one.run("history " + docket).out));
}

std::string taken_again(const Desk& from, const Desk& into, const std::string& words, const std::string& name) {
  const auto exported = from.run("export " + words);
  REQUIRE(exported.exit == 0);
  into.write(name, exported.out);
  REQUIRE(into.run("init --office 鼓楼区政府督查室").exit == 0);
  const auto ran = into.run("import " + name);
  INFO(ran.remarks);
  REQUIRE(ran.exit == 0);
  return exported.out;
}

TEST_CASE("a history with every command answers the same after it was exported and taken in again", "[export]") {
  const Desk desk;
  tell(desk);
  std::set<std::string> told;
  std::istringstream lines(desk.run("export").out);
  for (std::string line; std::getline(lines, line);)
    told.insert(nlohmann::json::parse(line).at("do").get<std::string>());
  const auto verbs = tools::verbs();
  CHECK(told == std::set<std::string>(verbs.begin(), verbs.end()));

  const std::string words = GENERATE("", "--format csv", "--format csv --encoding gb18030");
  INFO(words);
  const Desk other;
  const auto text = taken_again(desk, other, words, "e.txt");
  answers_the_same(desk, other);
  CHECK(other.run("export " + words).out == text);
  CHECK(other.run("verify").exit == 0);
}

TEST_CASE("a day granted in a year without a calendar is provisional again after an export", "[export]") {
  const Desk desk;
  desk.write("years.jsonl",
             R"({"do":"register-unit","on":"2020-01-02","unit":"A","name":"区住建局"}
{"do":"open","docket":"D1","on":"2020-06-01","title":"甲"}
{"do":"assign","docket":"D1","on":"2020-06-01","lead":"A","due":"3wd"}
{"do":"extend","docket":"D1","on":"2020-06-02","unit":"A","to":"9wd"}
{"do":"open","docket":"D2","on":"2020-06-01","title":"乙"}
{"do":"assign","docket":"D2","on":"2020-06-01","lead":"A","due":"2020-06-03"}
{"do":"grant","docket":"D1","on":"2020-06-02"}
{"do":"grant","docket":"D2","on":"2020-06-02","to":"15d"}
)");
  REQUIRE(desk.run("init --office 鼓楼区政府督查室").exit == 0);
  REQUIRE(desk.run("import years.jsonl").exit == 0);
  const Desk other;
  taken_again(desk, other, "", "e.txt");
  const auto rows = [](const Desk& of) {
    return nlohmann::json::parse(of.run("report duties --on 2020-06-05 --format json").out).at("rows");
  };
  int provisional = 0;
  for (const auto& row : rows(desk)) provisional += row.at("duty") == "completion" && row.at("provisional") == true;
  CHECK(provisional == 2);
  CHECK(rows(other) == rows(desk));
}

TEST_CASE("the sample year answers the same after it was exported as a table and taken in again", "[export][sample]") {
  const Desk desk;
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(DUCHA_SOURCE_DIR "/tests/samples"))
    if (entry.path().extension() != ".md") files.push_back(entry.path().string());
  std::sort(files.begin(), files.end());
  std::string words;
  for (const auto& file : files) words += " '" + file + "'";
  REQUIRE(desk.run("init --office 鼓楼区政府督查室").exit == 0);
  REQUIRE(desk.run("import" + words).exit == 0);
  const Desk other;
  taken_again(desk, other, "--format csv", "e.csv");
  CHECK(without_head(other.run("log").out) == without_head(desk.run("log").out));
  for (const std::string report : {"duties --on 2022-12-31", "overdue --on 2022-07-01",
                                   "standing --from 2022-01-01 --to 2022-12-31 --on 2023-01-15"}) {
    INFO(report);
    CHECK(without_head(other.run("report " + report).out) == without_head(desk.run("report " + report).out));
  }
}

TEST_CASE("an exported table is for a spreadsheet: the mark, the office's headers, no formula", "[export]") {
  const Desk desk;
  tell(desk);
  const auto table = desk.run("export --format csv", "zh").out;
  CHECK(table.starts_with("\xEF\xBB\xBF动作,命令编号,督查事项编号,日期,"));
  std::size_t cells = 0;
  tools::each_csv_row(table, ',', [&](tools::CsvRow&& row) {
    for (const auto& cell : row.cells) {
      ++cells;
      INFO(cell);
      CHECK(std::string_view("=+-@\t\r").find(cell.empty() ? 'x' : cell.front()) == std::string_view::npos);
    }
  });
  CHECK(cells > 1000);
  CHECK(table.find(",'+老旧小区改造,") != std::string::npos);
  CHECK(desk.run("export -o e.csv", "zh").exit == 0);
  CHECK(contents(desk.path("e.csv")) == table);
  CHECK(desk.run("export -o no/e.csv").exit == 3);
  CHECK(desk.run("export --encoding gb18030").exit == 2);
}

}  // namespace
}  // namespace ducha::cases
