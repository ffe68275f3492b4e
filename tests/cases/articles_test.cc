// From an article of the rules to a command and a report: every row of the table, tried from the command line.

#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "tests/cases/program.h"
#include "tests/catch.h"

namespace ducha::cases {
namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

// A year of the office in which everything the articles ask for happens at least once, in the order it is typed.
const std::vector<std::string> year{
    "register-unit on=2021-12-01 unit=QZJJ name=区住建局 head=区住建局局长",
    "register-unit on=2021-12-01 unit=QCZJ name=区财政局 head=区财政局局长",
    "register-unit on=2021-12-01 unit=QGXJ name=区工信局",
    "register-unit on=2021-12-01 unit=QKJJ name=区科技局",
    "register-unit on=2021-12-01 unit=NHL name=宁海路街道 kind=subdistrict",
    "register-unit on=2021-12-01 unit=KCY name=软件园管委会 kind=agency",
    "register-unit on=2021-12-01 unit=DAG name=区档案馆 kind=institution",
    "set-portfolio on=2021-12-01 post=副区长一 units=区住建局、区工信局、区科技局、软件园管委会",
    "set-portfolio on=2021-12-01 post=副区长二 units=区财政局、区档案馆、宁海路街道",
    "set-acting on=2022-07-01 post=副区长一 acting=副区长二 until=2022-07-15",

    "decide on=2022-01-10 decision=常2022-1 title=老旧小区改造 source=executive major=true procedure=expert、legality "
    "session=三届第5次 item=3 chair=区长",
    "open on=2022-01-10 docket=2022-001 title=老旧小区改造 decision=常2022-1 kind=special requirement=年内完成 "
    "category=城建",
    "assign on=2022-01-11 docket=2022-001 lead=区住建局 joint=区财政局 supporting=宁海路街道、区相关部门 "
    "due=2022-06-30 "
    "supportingDue=2022-03-31 cadence=monthly:25",
    "accept on=2022-01-12 docket=2022-001 unit=区住建局",
    "feedback on=2022-01-24 docket=2022-001 unit=区住建局 progress=10 text=已进场",
    "contribute on=2022-03-30 docket=2022-001 unit=宁海路街道",
    "urge on=2022-04-01 docket=2022-001 unit=区财政局 channel=督办函",
    "notice on=2022-04-10 docket=2022-001 unit=区财政局 colour=blue due=5wd",
    "notice on=2022-04-20 docket=2022-001 unit=区财政局 colour=red due=3wd",
    "extend on=2022-05-10 docket=2022-001 unit=区住建局 to=2022-08-31 reason=管线迁改",
    "grant on=2022-05-12 docket=2022-001 approver=副区长一",
    "reassign on=2022-05-20 docket=2022-001 supporting=软件园管委会",
    "inspect on=2022-06-01 docket=2022-001 finding=partial text=两栋未完",
    "conclude on=2022-06-02 docket=2022-001 unit=区住建局 text=进度不实 rectifyBy=2022-06-20",
    "contest on=2022-06-10 docket=2022-001 unit=区住建局 reason=统计口径",
    "rule on=2022-06-15 docket=2022-001 unit=区住建局 outcome=upheld",
    "rectify on=2022-06-18 docket=2022-001 unit=区住建局",
    "interview on=2022-06-20 docket=2022-001 unit=区财政局 approver=副区长二",
    "criticise on=2022-06-21 docket=2022-001 unit=区财政局 approver=区长",
    "refer on=2022-06-22 docket=2022-001 unit=区财政局 approver=区长",
    "commend on=2022-06-23 docket=2022-001 unit=宁海路街道 approver=区长",
    "exempt on=2022-06-24 docket=2022-001 unit=区财政局 duty=feedback due=2022-01-25 reason=改革试点 approver=区长",
    "complete on=2022-08-20 docket=2022-001 unit=区住建局",
    "return on=2022-08-25 docket=2022-001 reason=佐证不足",
    "complete on=2022-08-30 docket=2022-001 unit=区住建局",
    "close on=2022-09-05 docket=2022-001",

    "decide on=2022-01-20 decision=批2022-1 title=区长批示 source=instruction",
    "open on=2022-01-20 docket=2022-002 title=停车泊位新建 decision=批2022-1 kind=investigation",
    "assign on=2022-01-20 docket=2022-002 lead=区住建局 due=2022-12-31",
    "decide on=2022-02-01 decision=年2022-1 title=年度重点工作 source=annual_plan",
    "open on=2022-02-01 docket=2022-003 title=关于推进停车泊位新建的工作 decision=年2022-1 kind=comprehensive",
    "assign on=2022-02-01 docket=2022-003 lead=区住建局 due=2022-12-31",
    "decide on=2022-02-10 decision=全2022-1 title=区政府全体会议 source=plenary",
    "publish on=2022-02-11 decision=全2022-1 channel=政府网站",
    "open on=2022-02-10 docket=2022-004 title=创新平台建设 decision=全2022-1",
    "assign on=2022-02-10 docket=2022-004 lead=区工信局 due=2022-11-30",
    "rename-unit on=2022-03-01 unit=区工信局 name=区工业和信息化局",
    "merge-unit on=2022-05-01 unit=区工业和信息化局 into=区科技局",
    "open on=2022-02-10 docket=2022-004-1 title=平台选址 decision=全2022-1 parent=2022-004",
    "assign on=2022-02-10 docket=2022-004-1 lead=软件园管委会 due=2022-12-31",
    "decide on=2022-02-15 decision=办2022-1 title=区长办公会议 source=mayor_office",
    "decide on=2022-02-16 decision=专2022-1 title=专题会议 source=special_meeting",
    "decide on=2022-02-17 decision=例2022-1 title=工作例会 source=work_meeting",
    "open on=2022-02-15 docket=2022-019 title=重大决策报告区委 decision=办2022-1 requirement=向区委报告并与区政协协商",
    "assign on=2022-02-15 docket=2022-019 lead=区财政局 due=2022-03-10",
    "decide on=2022-02-18 decision=文2022-1 title=停车管理办法 source=document document=鼓政规〔2022〕1号",
    "open on=2022-02-18 docket=2022-024 title=规范性文件备案 decision=文2022-1 requirement=报市政府和区人大常委会备案",
    "assign on=2022-02-18 docket=2022-024 lead=区住建局 due=2022-03-15",
    "decide on=2022-02-20 decision=建2022-1 title=人大代表建议 source=npc_proposal",
    "open on=2022-02-20 docket=2022-030 title=增设过街天桥 decision=建2022-1",
    "assign on=2022-02-20 docket=2022-030 lead=区住建局 due=2022-05-20",
    "complete on=2022-05-10 docket=2022-030 unit=区住建局",
    "close on=2022-05-15 docket=2022-030",
    "decide on=2022-02-22 decision=审2022-1 title=预算执行审计 source=audit",
    "open on=2022-02-22 docket=2022-031 title=审计问题整改 decision=审2022-1",
    "assign on=2022-02-22 docket=2022-031 lead=区财政局 due=2022-08-31",
    "conclude on=2022-02-23 docket=2022-031 unit=区财政局 text=专项资金沉淀 rectifyBy=2022-04-30",
    "rectify on=2022-04-28 docket=2022-031 unit=区财政局 text=已收回",
    "decide on=2022-02-24 decision=访2022-1 title=群众来信 source=petition",
    "open on=2022-02-24 docket=2022-033 title=夜间施工噪声 decision=访2022-1 kind=clue",
    "assign on=2022-02-24 docket=2022-033 lead=区住建局 due=2022-03-20",
    "decide on=2022-03-10 decision=街2022-1 title=街道意见 source=subdistrict_opinion",
    "open on=2022-03-10 docket=2022-034 title=加快下达街道经费 decision=街2022-1 by=宁海路街道",
    "assign on=2022-03-11 docket=2022-034 lead=区财政局 due=3wd",
    "extend on=2022-03-16 docket=2022-034 unit=区财政局 to=5wd reason=需与人大会商",
    "open on=2022-03-12 docket=2022-035 title=档案数字化 decision=年2022-1",
    "assign on=2022-03-12 docket=2022-035 lead=区档案馆 due=2022-12-31",
    "open on=2022-03-13 docket=2022-036 title=档案数字化加工 decision=批2022-1",
    "assign on=2022-03-13 docket=2022-036 lead=区档案馆 due=2022-12-31",
    "close on=2022-03-14 docket=2022-036 result=merged into=2022-035",
};

struct Row {
  std::string article;
  std::string asked;               // as the page has it, or with a day
  std::vector<std::string> tells;  // in the answer
  std::vector<std::string> not_told = {};
};

const std::vector<Row> rows{
    {"5", "report cards --leader 副区长一 --on 2022-03-01", {"2022-001", "副区长一"}, {"2022-034"}},
    {"6", "report standing --from 2022-01-01 --to 2022-12-31 --on 2022-12-31", {"区住建局", "区财政局"}},
    {"7", "report overdue --leader 副区长二 --on 2022-07-10", {"2022-033"}},
    {"7", "report overdue --leader 副区长二 --on 2022-08-10", {"2022-034"}, {"2022-033"}},
    {"8", "history 2022-004 --on 2022-06-01", {"区工信局", "区工业和信息化局", "passes to 区科技局"}},
    {"16",
     "check --on 2022-03-01 --format csv",
     {"常2022-1", "public participation, risk assessment, collective discussion"}},
    {"17", "report standing --by source --on 2022-12-31 --format csv", {"executive", "plenary", "mayor_office"}},
    {"18", "check --on 2022-03-01", {"steps missing", "常2022-1"}},
    {"19", "report overdue --within 30d --on 2022-02-20", {"2022-019", "2022-03-10"}},
    {"20", "report duties --docket 2022-001 --on 2022-04-01", {"区住建局", "joint lead", "宁海路街道", "part"}},
    {"21", "report overdue --on 2022-04-01", {"2022-001", "2022-033"}},
    {"21", "history 2022-001", {"urged", "inspected", "completion returned", "closed"}},
    {"24", "report overdue --within 30d --on 2022-02-20", {"2022-024", "2022-03-15"}},
    {"28", "check --on 2022-03-01", {"常2022-1", "Art. 28"}, {"publish decision=全2022-1"}},
    {"30", "report standing --by source --on 2022-12-31 --format csv", {"npc_proposal"}},
    {"30", "check --on 2022-06-01", {"建2022-1", "Art. 30"}},
    {"31", "report duties --docket 2022-031 --on 2022-05-01", {"rectification", "2022-04-30", "2022-04-28"}},
    {"33", "report overdue --on 2022-04-01", {"2022-033"}},
    {"34", "history 2022-034", {"宁海路街道", "区财政局"}},
    {"35", "report standing --from 2022-01-01 --to 2022-12-31 --on 2022-12-31 --format csv", {"blue:1 red:1"}},
    {"36", "report standing --by source --on 2022-12-31 --format csv", {"plenary", "executive"}},
    {"37", "report standing --by source --on 2022-12-31 --format csv", {"plenary"}},
    {"38", "report standing --by source --on 2022-12-31 --format csv", {"executive"}},
    {"39", "report standing --by source --on 2022-12-31 --format csv", {"mayor_office"}},
    {"40", "report standing --by source --on 2022-12-31 --format csv", {"annual_plan"}},
    {"41", "report cards --on 2022-03-01 --format csv", {"全2022-1"}},
    {"43", "log", {"document=鼓政规〔2022〕1号"}},
    {"44", "check --on 2022-04-01", {"区相关部门", "reassign docket=2022-001"}},
    {"44", "report cards --on 2022-06-01 --format csv", {"软件园管委会"}},
    {"45", "history 2022-001", {"approver 副区长一"}},
    {"48", "calendar explain 2022-03-11 5wd", {"2022-03-18"}},
    {"48", "history 2022-034", {"to 2022-03-18", "by rule"}},
    {"62", "report cards --on 2022-07-10 --format csv", {"副区长二"}, {"副区长一"}},
    {"62", "report cards --on 2022-07-16 --format csv", {"副区长一"}},
    {"63", "report standing --from 2022-01-01 --to 2022-12-31 --on 2022-12-31", {"软件园管委会", "区档案馆"}},
    {"R11", "history 2022-002", {"decision 批2022-1"}},
    {"R12", "history 2022-001", {"interview", "channel 督办函", "inspected"}},
    {"R14",
     "report cards --format csv --on 2022-04-01",
     {"special", "investigation", "comprehensive", "clue", "daily"}},
    {"R15", "check --on 2022-03-13", {"2022-003", "停车泊位新建", "2022-036", "档案数字化加工"}},
    {"R15", "check --on 2022-03-14", {"2022-003"}, {"档案数字化加工"}},
    {"R16", "history 2022-001", {"conclusion", "text 进度不实"}},
    {"R17", "check --on 2022-06-12", {"contest open"}},
    {"R17", "history 2022-001", {"contest ruled", "may be contested until 2022-07-04"}},
    {"R18", "report duties --docket 2022-001 --on 2022-06-30", {"rectification", "2022-06-18"}},
    {"R21", "history 2022-001", {"commendation", "public criticism", "referral", "approver 区长"}},
};

// What stands between backquotes in a cell.
std::vector<std::string> in_backquotes(const std::string& cell) {
  std::vector<std::string> words;
  for (std::size_t begin = cell.find('`'); begin != std::string::npos;) {
    const auto end = cell.find('`', begin + 1);
    words.push_back(cell.substr(begin + 1, end - begin - 1));
    begin = cell.find('`', end + 1);
  }
  return words;
}

// The rows of the page: article → commands, and what to look at.
struct Told {
  std::set<std::string> commands, fields, reports;
};
std::map<std::string, Told> page() {
  std::map<std::string, Told> articles;
  std::istringstream lines(contents(std::filesystem::path(DUCHA_SOURCE_DIR) / "tools" / "commands" / "articles.md"));
  for (std::string line; std::getline(lines, line);) {
    std::vector<std::string> cells;
    std::istringstream in(line);
    for (std::string cell; std::getline(in, cell, '|');) cells.push_back(cell);
    if (cells.size() != 6 || cells[1].find_first_of("0123456789") == std::string::npos) continue;
    auto article = cells[1];
    std::erase(article, ' ');
    auto& told = articles[article];
    for (const auto& word : in_backquotes(cells[4])) {
      if (word.find('=') == std::string::npos) {
        told.commands.insert(word);
        continue;
      }
      std::istringstream fields(word);
      for (std::string field; fields >> field;) told.fields.insert(field);
    }
    for (const auto& word : in_backquotes(cells[5])) told.reports.insert(word.substr(std::string("ducha ").size()));
  }
  return articles;
}

// The words of a question without its day, which the page leaves to the reader where it is of no concern.
std::string without_day(std::string asked) {
  if (const auto at = asked.find(" --on "); at != std::string::npos) asked.erase(at, 16);
  if (const auto at = asked.find(" --format csv"); at != std::string::npos) asked.erase(at, 13);
  return asked;
}

std::string line_of(const std::string& words) {
  std::istringstream in(words);
  std::string verb, word, line;
  in >> verb;
  line = "{\"do\":\"" + verb + "\"";
  while (in >> word) {
    const auto equals = word.find('=');
    line += ",\"" + word.substr(0, equals) + "\":\"" + word.substr(equals + 1) + "\"";
  }
  return line + "}\n";
}

TEST_CASE("every article that binds the office has its row, and every row is tried", "[articles]") {
  const auto told = page();
  std::set<std::string> on_page, tried;
  for (const auto& [article, cells] : told) on_page.insert(article);
  for (const auto& row : rows) tried.insert(row.article);
  CHECK(on_page == tried);
  for (const int article : {5,  6,  7,  8,  16, 17, 18, 19, 20, 21, 24, 28, 30, 31, 33,
                            34, 35, 36, 37, 38, 39, 40, 41, 43, 44, 45, 48, 62, 63}) {
    INFO(article);
    CHECK(on_page.contains(std::to_string(article)));
  }
  std::string typed;
  for (const auto& words : year) typed += words + " \n";
  for (const auto& each : told) {
    const auto& article = each.first;
    const auto& cells = each.second;
    for (const auto& command : cells.commands) {
      INFO(article << ": " << command);
      CHECK((has("\n" + typed, "\n" + command + " ")));
    }
    for (const auto& field : cells.fields) {
      INFO(article << ": " << field);
      CHECK(has(typed, " " + field));
    }
    for (const auto& report : cells.reports) {
      INFO(article << ": " << report);
      CHECK(std::any_of(rows.begin(), rows.end(), [&](const Row& row) {
        return row.article == article && without_day(row.asked).starts_with(without_day(report).substr(0, 12));
      }));
    }
  }
}

TEST_CASE("from each article to its command and its report, on the command line", "[articles]") {
  const Desk desk;
  REQUIRE(desk.run("init").exit == 0);
  std::string lines;
  for (const auto& words : year) lines += line_of(words);
  desk.write("year.jsonl", lines);
  const auto taken = desk.run("import year.jsonl");
  INFO(taken.remarks);
  REQUIRE(taken.exit == 0);
  std::map<std::string, std::string> answers;
  for (const auto& row : rows) {
    auto& answer = answers[row.asked];
    if (answer.empty()) {
      const auto ran = desk.run(row.asked);
      INFO(row.article << ": " << row.asked << "\n" << ran.remarks);
      REQUIRE(ran.exit == 0);
      answer = ran.out;
    }
    INFO("Art. " << row.article << ": ducha " << row.asked << "\n" << answer);
    for (const auto& part : row.tells) CHECK_THAT(answer, Catch::Contains(part));
    for (const auto& part : row.not_told) CHECK_THAT(answer, !Catch::Contains(part));
  }
  // The questions of the page as they stand there.
  for (const auto& [article, cells] : page())
    for (const auto& report : cells.reports) {
      INFO(article << ": " << report);
      CHECK(desk.run(report).exit == 0);
    }
}

}  // namespace
}  // namespace ducha::cases
