// Editions of the calendar from the outside: adopted, shown, explained, and what they move.

#include "tests/cases/program.h"
#include "tests/catch.h"

namespace ducha::cases {
namespace {

// A docket of a far year without a calendar, so that no edition to come can change the story. The ledger's own clock
// only decides on which day editions and moves are recorded.
constexpr const char* provisional_docket =
    R"({"do":"register-unit","id":"u1","on":"2020-12-01","unit":"QZJJ","name":"区住建局"}
{"do":"open","id":"o1","docket":"2020-001","on":"2020-12-01","title":"老旧小区改造"}
{"do":"assign","id":"a1","docket":"2020-001","on":"2020-12-14","lead":"区住建局","due":"3wd"}
)";

// As the public files have it: the paper's year, and a day of the year before.
constexpr const char* notice_2020 = R"({
  "year": 2020,
  "papers": ["https://www.gov.cn/zhengce/2020.htm"],
  "days": [
    {"name": "元旦", "date": "2019-12-31", "isOffDay": true},
    {"name": "元旦", "date": "2020-01-01", "isOffDay": true},
    {"name": "测试", "date": "2020-12-16", "isOffDay": true},
    {"name": "测试", "date": "2020-12-19", "isOffDay": false}
  ]
})";

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

TEST_CASE("a year's notice is adopted, shows what it would move, and moves nothing until told", "[calendar]") {
  const Desk desk;
  desk.run("init");
  desk.write("a.jsonl", provisional_docket);
  desk.write("2020.json", notice_2020);
  REQUIRE(desk.run("import a.jsonl").exit == 0);
  const std::string overdue = "report overdue --on 2020-12-30 --format json";
  const auto before = desk.run(overdue);
  REQUIRE(has(before.out, R"("duty":"completion","unit":"QZJJ","name":"区住建局","role":"lead","due":"2020-12-17")"));
  CHECK(has(before.out, R"("provisional":true)"));
  CHECK(has(desk.run("report duties --on 2020-12-30").out, "2020-12-17*"));
  CHECK(has(desk.run("report cards --on 2020-12-30").out, "2020-12-17*"));

  const auto tried = desk.run("calendar import 2020.json --dry-run");
  CHECK(tried.exit == 0);
  CHECK(has(tried.out, "would be adopted"));
  CHECK(desk.run(overdue).out == before.out);

  const auto taken = desk.run("calendar import 2020.json --format json");
  CHECK(taken.exit == 0);
  CHECK(has(taken.out, R"("year":2020)"));
  CHECK(has(taken.out, R"("left_out":["2019-12-31"])"));
  CHECK(has(taken.remarks, "2019"));
  CHECK(has(taken.out, R"("duty":"completion","unit":"QZJJ","from":"2020-12-17","to":"2020-12-18")"));
  CHECK(has(desk.run(overdue).out, R"("due":"2020-12-17")"));

  const auto again = desk.run("calendar import 2020.json");
  CHECK(again.exit == 0);
  CHECK(has(again.out, "in force already, nothing added"));

  CHECK(has(desk.run("calendar move --dry-run").out, "2020-12-18"));
  CHECK(has(desk.run(overdue).out, R"("due":"2020-12-17")"));
  REQUIRE(desk.run("calendar move --docket 2020-001").exit == 0);
  // Moved on the day the office said so: later days see the new due day.
  const auto later = desk.run("report duties --on 2999-01-01 --format json");
  CHECK(has(later.out, R"("due":"2020-12-18")"));
  CHECK(has(desk.run("calendar move").out, "Nothing to report"));
  CHECK(has(desk.run("report duties --on 2999-01-01").out, "2020-12-17") == false);
  CHECK(desk.run("verify").exit == 0);
}

TEST_CASE("days off and days worked may stand apart, each with its day as the name", "[calendar]") {
  const Desk desk;
  desk.run("init");
  desk.write("c.json", R"({"holidays":{"2027-01-01":"New Year's Day,元旦,1","2027-02-05":"Spring Festival,春节,3"},
 "workdays":{"2027-02-14":"Spring Festival,春节,3"},"inLieuDays":{"2027-02-05":"Spring Festival,春节,3"}})");
  const auto ran = desk.run("calendar import c.json");
  INFO(ran.remarks);
  REQUIRE(ran.exit == 0);
  const auto shown = desk.run("calendar show 2027 --format json").out;
  CHECK(has(shown, R"("day":"2027-01-01","weekday":"friday","kind":"holiday","name":"元旦")"));
  CHECK(has(shown, R"("day":"2027-02-14","weekday":"sunday","kind":"made_up","name":"春节")"));
  desk.write("d.json", "{\"holidays\":{\n\"2027-02-30\":\"Spring Festival,春节,3\"}}");
  const auto wrong = desk.run("calendar import d.json");
  CHECK(wrong.exit == 1);
  CHECK(has(wrong.remarks, "d.json:2"));
}

TEST_CASE("a report as of before the adoption has the editions of then, byte for byte", "[calendar]") {
  const Desk desk;
  desk.run("init");
  desk.write("a.jsonl", provisional_docket);
  desk.write("2020.json", notice_2020);
  desk.run("import a.jsonl");
  const std::string words = "report overdue --on 2020-12-30";
  const auto text = desk.run(words), json = desk.run(words + " --format json");
  const auto seq = json.out.substr(json.out.find("\"seq\":") + 6, 2);
  REQUIRE(desk.run("calendar import 2020.json").exit == 0);
  REQUIRE(desk.run("calendar move").exit == 0);
  const auto now = desk.run(words + " --format json");
  CHECK(now.out != json.out);
  CHECK(has(now.out, "2020@"));
  CHECK(desk.run(words + " --known-at " + seq).out == text.out);
  CHECK(desk.run(words + " --format json --known-at " + seq).out == json.out);
}

TEST_CASE("a day of another year goes into that year's edition as a new one", "[calendar]") {
  const Desk desk;
  desk.run("init");
  const auto edition = [&](const std::string& year) {
    const auto out = desk.run("calendar show " + year + " --format json").out;
    const auto at = out.find("\"edition\":\"") + 11;
    return out.substr(at, 12);
  };
  const auto before = edition("2026");
  desk.write("2027.csv", "日期,安排,节日\n2026-12-31,放假,元旦\n2027/1/1,放假,元旦\n2027年1月2日,放假,元旦\n");
  const auto ran = desk.run("calendar import 2027.csv --source 通知");
  CHECK(ran.exit == 0);
  CHECK(has(ran.out, "2026: 1 days put into it"));
  CHECK(edition("2026") != before);
  const auto shown = desk.run("calendar show 2026 --format json").out;
  CHECK(has(shown, R"("day":"2026-12-31","weekday":"thursday","kind":"holiday")"));
  CHECK(has(shown, R"("day":"2026-10-01")"));
  CHECK(has(shown, "\"earlier\":[\"" + before + "\"]"));
  CHECK(has(desk.run("calendar show 2027 --format json").out, R"("source":"通知")"));
  // What a ledger is given, another that takes its export has too.
  const Desk other;
  other.write("e.jsonl", desk.run("export").out);
  other.run("init");
  REQUIRE(other.run("import e.jsonl").exit == 0);
  const auto days = [](const std::string& out) { return out.substr(out.find("\"rows\"")); };
  CHECK(days(other.run("calendar show 2026 --format json").out) == days(shown));
  CHECK(has(desk.run("import ../" + other.path("e.jsonl").parent_path().filename().string() + "/e.jsonl").out,
            "nothing added"));
}

TEST_CASE("an edition that comes back is adopted again", "[calendar]") {
  const Desk desk;
  desk.run("init");
  desk.write("a.csv", "2027-01-01,holiday,元旦\n");
  desk.write("b.csv", "2027-01-01,holiday,元旦\n2027-01-04,holiday,元旦\n");
  for (const char* file : {"a.csv", "b.csv", "a.csv", "b.csv"}) {
    const auto ran = desk.run(std::string("calendar import ") + file);
    CHECK(ran.exit == 0);
    CHECK(has(ran.out, "adopted"));
  }
  CHECK(has(desk.run("calendar explain 2027-01-01 1wd").out, "2027-01-05"));
  CHECK(desk.run("verify").exit == 0);
}

TEST_CASE("a count is explained day by day", "[calendar]") {
  const Desk desk;
  desk.run("init");
  const auto ran = desk.run("calendar explain 2022-09-30 3wd --format json");
  CHECK(ran.exit == 0);
  CHECK(has(ran.out, R"("due":"2022-10-10")"));
  CHECK(has(ran.out,
            R"({"day":"2022-09-30","weekday":"friday","why":"start","name":"","provisional":false,"nth":null})"));
  CHECK(has(ran.out, R"("day":"2022-10-01","weekday":"saturday","why":"holiday","name":"国庆节")"));
  CHECK(has(ran.out,
            R"("day":"2022-10-08","weekday":"saturday","why":"made_up","name":"国庆节","provisional":false,"nth":1)"));
  CHECK(has(desk.run("calendar explain 2022-09-07 3d").out, "Art. 203"));
  CHECK(has(desk.run("calendar explain 2033-01-03 3wd --format json").out, R"("provisional":true)"));
}

TEST_CASE("mistakes with calendars each get a sentence, and nothing is adopted", "[calendar][mistakes]") {
  const Desk desk;
  desk.run("init");
  const auto complains = [&](const std::string& text, const std::string& words, const std::string& of, int exit = 1) {
    desk.write("c.txt", text);
    const auto ran = desk.run("calendar import c.txt " + words);
    INFO(text << "\n" << ran.remarks);
    CHECK(ran.exit == exit);
    CHECK(has(ran.remarks, of));
    CHECK_FALSE(has(desk.run("calendar show").out, "2039"));
  };
  complains("date,kind,name\n2039-01-01,holiday,元旦\n2039-02-30,holiday,春节\n", "", "c.txt:3");
  complains("2039-01-01,holiday,元旦\n2039-01-02,off,元旦\n", "", "c.txt:2");
  complains("2039-01-01,holiday,元旦\n2039-01-01,workday,元旦\n", "", "against line 1");
  complains("day,name\n2039-01-01,元旦\n", "", "kinds");
  complains("2039-02-01,holiday,春节\n", "", "--year");
  complains("2039-01-01,holiday,元旦\n", "--year 2040", "no day of 2040");
  complains("2039-01-01,holiday,元旦\n", "--year 二〇三九", "--year", 2);
  complains("2039-01-01,holiday,元旦\n", "--format xml", "xml", 2);
  complains("{\"year\":2039,\"days\":[]}", "", "not a single day");
  complains("{\"year\":2039,\n\"days\":[\n{\"date\":\"2039-13-01\",\"isOffDay\":true}]}", "", "c.txt:3");
  complains("{\"year\":2039,\n\"days\":[\n{\"date\":\"2039-01-01\",\"isOffDay\":1}]}", "", "isOffDay");
  complains("{\"year\":2039,\"days\":[{\"date\":\"2039-01-01\",", "", "broken");
  complains("{\"year\":2039,\n\"days\":[{\"date\":\"2039-01-01\",\"isOffDay\":true},\n{\"name\":\"春节\",(\"date\":}",
            "", "c.txt:3");
  // Broken before its first bracket could be read: it has no place, and is not asked for one.
  complains("{\"year\":2039,\"days\":[{\"\001date\":\"2039-01-01\"}]}", "", "broken");
  complains("{\"a\":1}", "", "no calendar");
  complains("", "", "empty");
  CHECK(desk.run("calendar import nowhere.csv").exit == 1);
  CHECK(desk.run("calendar show 2039").exit == 1);
  CHECK(desk.run("calendar show next").exit == 2);
  CHECK(desk.run("calendar explain 2022-02-30 3wd").exit == 2);
  CHECK(desk.run("calendar explain 2022-02-28 3w").exit == 2);
  CHECK(desk.run("calendar explain 2022-02-28 2022-03-01").exit == 2);
  CHECK(desk.run("calendar move --docket 2099-1").exit == 1);
  CHECK(desk.run("move-due docket=2099-1 duty=part from=2022-01-01 to=2022-01-02").exit == 1);
}

}  // namespace
}  // namespace ducha::cases
