// Fifteen places where such ledgers get accountability or lateness wrong, each a story of its own.

#include <map>

#include <nlohmann/json.hpp>

#include "tests/cases/program.h"
#include "tests/catch.h"

namespace ducha::cases {
namespace {

using nlohmann::json;

// A ledger with four units and a group of two, and what a batch of lines makes of it.
class Story {
 public:
  Story() {
    REQUIRE(desk_.run("init").exit == 0);
    tell(R"({"do":"register-unit","on":"2021-01-01","unit":"A","name":"区住建局","aliases":["区住房和城乡建设局"]}
{"do":"register-unit","on":"2021-01-01","unit":"B","name":"区财政局"}
{"do":"register-unit","on":"2021-01-01","unit":"C","name":"区教育局"}
{"do":"register-unit","on":"2021-01-01","unit":"S1","name":"宁海路街道","kind":"subdistrict"}
{"do":"register-unit","on":"2021-01-01","unit":"S2","name":"华侨路街道","kind":"subdistrict"}
{"do":"define-group","on":"2021-01-01","name":"各街道","members":["S1","S2"]})");
  }
  Ran bring(const std::string& lines) {
    desk_.write("batch.jsonl", lines + "\n");
    return desk_.run("import batch.jsonl");
  }
  void tell(const std::string& lines) {
    const auto ran = bring(lines);
    INFO(lines << "\n" << ran.remarks);
    REQUIRE(ran.exit == 0);
  }
  json ask(const std::string& words) const {
    const auto ran = desk_.run("report " + words + " --format json");
    INFO(words << "\n" << ran.remarks);
    REQUIRE(ran.exit == 0);
    return json::parse(ran.out)["rows"];
  }
  // `overdue 3` and so on: the state of the one duty of that kind and unit, or of the one due on that day.
  std::string state(const std::string& on, const std::string& unit, const std::string& duty,
                    const std::string& due = {}) const {
    std::string found;
    for (const auto& row : ask("duties --on " + on)) {
      if (row["unit"] != unit || row["duty"] != duty || (!due.empty() && row["due"] != due)) continue;
      CHECK(found.empty());
      found = row["state"].get<std::string>() + (row["days"] == 0 ? "" : " " + row["days"].dump());
    }
    return found;
  }
  // What `check` finds: kind → docket.
  std::map<std::string, std::string> check(const std::string& on) const {
    std::map<std::string, std::string> found;
    const auto rows = json::parse(desk_.run("check --on " + on + " --format json").out)["rows"];
    for (const auto& row : rows) found[row["kind"]] = row["docket"].is_null() ? "" : row["docket"].get<std::string>();
    return found;
  }
  std::string bytes(const std::string& words) const { return desk_.run("report " + words + " --format json").out; }
  const Desk& desk() const { return desk_; }

 private:
  Desk desk_;
};

const std::string opened = R"({"do":"open","on":"2022-01-04","docket":"1","title":"老旧小区改造"}
)";

TEST_CASE("trap 1: a thing due today is not overdue", "[traps]") {
  Story story;
  story.tell(opened + R"({"do":"assign","on":"2022-01-04","docket":"1","lead":"A","due":"2022-03-01"})");
  CHECK(story.state("2022-03-01", "A", "completion") == "due_today");
  CHECK(story.ask("overdue --on 2022-03-01").size() == 1);  // the signature alone
  CHECK(story.state("2022-03-02", "A", "completion") == "overdue 1");
}

TEST_CASE("trap 2: what is done on its due day is on time, and in exactly one class", "[traps]") {
  Story story;
  story.tell(opened + R"({"do":"assign","on":"2022-01-04","docket":"1","lead":"A","due":"2022-03-01"}
{"do":"accept","on":"2022-01-05","docket":"1","unit":"A"}
{"do":"complete","on":"2022-03-01","docket":"1","unit":"A"})");
  const auto row = story.ask("standing --from 2022-01-01 --to 2022-12-31 --on 2022-03-01").at(0);
  CHECK(row["on_time"] == 2);
  CHECK(row["owed"] == 2);
}

TEST_CASE("trap 3: what was late stays late, for ever", "[traps]") {
  Story story;
  story.tell(opened + R"({"do":"assign","on":"2022-01-04","docket":"1","lead":"A","due":"2022-03-01"}
{"do":"complete","on":"2022-03-04","docket":"1","unit":"A"}
{"do":"close","on":"2022-03-10","docket":"1"}
{"do":"strike","on":"2022-03-10","docket":"1"}
{"do":"archive","on":"2022-03-11","docket":"1"})");
  CHECK(story.state("2030-01-01", "A", "completion") == "late 3");
  CHECK(story.ask("standing --from 2022-03-01 --to 2022-03-31 --on 2030-01-01").at(0)["late"] == 1);
}

TEST_CASE("trap 4: what is done, merged or withdrawn is no longer overdue", "[traps]") {
  Story story;
  story.tell(opened + R"({"do":"assign","on":"2022-01-04","docket":"1","lead":"A","due":"2022-03-01"}
{"do":"accept","on":"2022-01-05","docket":"1","unit":"A"}
{"do":"open","on":"2022-01-04","docket":"2","title":"二"}
{"do":"assign","on":"2022-01-04","docket":"2","lead":"A","due":"2022-03-01"}
{"do":"accept","on":"2022-01-05","docket":"2","unit":"A"}
{"do":"close","on":"2022-02-20","docket":"1","result":"merged","into":"2"}
{"do":"complete","on":"2022-03-05","docket":"2","unit":"A"}
{"do":"open","on":"2022-01-04","docket":"3","title":"三"}
{"do":"assign","on":"2022-01-04","docket":"3","lead":"B","due":"2022-03-01"}
{"do":"accept","on":"2022-01-05","docket":"3","unit":"B"}
{"do":"withdraw","on":"2022-02-20","docket":"3"}
{"do":"open","on":"2022-01-04","docket":"4","title":"四"}
{"do":"assign","on":"2022-01-04","docket":"4","lead":"C","due":"2022-03-01"}
{"do":"accept","on":"2022-01-05","docket":"4","unit":"C"}
{"do":"complete","on":"2022-02-28","docket":"4","unit":"C"}
{"do":"close","on":"2022-04-30","docket":"4"})");
  CHECK(story.ask("overdue --on 2022-12-31").empty());
  // Void is listed nowhere; done in time stays so, however late the docket is closed.
  CHECK(story.state("2022-12-31", "B", "completion").empty());
  CHECK(story.state("2022-12-31", "C", "completion") == "on_time");
  CHECK(story.ask("overdue --on 2022-03-02").size() == 1);  // docket 2, until its report
}

TEST_CASE("trap 5: holidays and made-up workdays count as the notices say, an unknown year is said to be", "[traps]") {
  Story story;
  story.tell(R"({"do":"open","on":"2022-01-28","docket":"1","title":"复文"}
{"do":"assign","on":"2022-01-28","docket":"1","lead":"A","due":"3wd"}
{"do":"open","on":"2022-01-28","docket":"2","title":"跨年"}
{"do":"assign","on":"2022-01-28","docket":"2","lead":"A","due":"1500wd"})");
  // Saturday and Sunday are made up for, then seven days are off.
  CHECK(story.state("2022-01-28", "A", "completion", "2022-02-07") == "pending");
  const auto rows = story.ask("overdue --on 2022-01-28 --within 1600wd --docket 2");
  CHECK(rows.size() == 2);
  for (const auto& row : rows) CHECK(row["provisional"] == (row["duty"] == "completion"));
  // A calendar amended after the day was told moves nothing by itself.
  story.desk().write("2022.csv", "2022-01-01,holiday,元旦\n2022-02-07,holiday,春节\n");
  REQUIRE(story.desk().run("calendar import 2022.csv --year 2022").exit == 0);
  CHECK(story.state("2022-01-28", "A", "completion", "2022-02-07") == "pending");
}

TEST_CASE("trap 6: the day that starts the clock is not counted, and who never signs is overdue all the same",
          "[traps]") {
  Story story;
  story.tell(opened + R"({"do":"assign","on":"2022-01-04","docket":"1","lead":"A","due":"1wd"})");
  CHECK(story.state("2022-01-05", "A", "acceptance") == "due_today");
  CHECK(story.state("2022-01-10", "A", "acceptance") == "overdue 5");
  CHECK(story.state("2022-01-10", "A", "completion") == "overdue 5");
}

TEST_CASE("trap 7: a late request never cures, an early one moves, and the first day stays visible", "[traps]") {
  Story story;
  story.tell(opened + R"({"do":"assign","on":"2022-01-04","docket":"1","lead":"A","due":"2022-03-01"}
{"do":"extend","on":"2022-02-20","docket":"1","unit":"A","to":"2022-04-01"}
{"do":"grant","on":"2022-02-25","docket":"1"}
{"do":"extend","on":"2022-04-05","docket":"1","unit":"A","to":"2022-05-01"}
{"do":"grant","on":"2022-04-06","docket":"1"}
{"do":"extend","on":"2022-04-20","docket":"1","unit":"A","to":"2022-06-01"}
{"do":"grant","on":"2022-04-21","docket":"1"})");
  const auto rows = story.ask("overdue --on 2022-04-21");
  REQUIRE(rows.size() == 2);
  CHECK(rows[1]["due"] == "2022-04-01");
  CHECK(rows[1]["originalDue"] == "2022-03-01");
  CHECK(rows[1]["days"] == 20);
  CHECK(story.ask("standing --on 2022-04-21").at(0)["extensions"] == 3);
}

TEST_CASE("Art. 48: three working days become five by explaining in time, counted from the same start", "[traps]") {
  Story story;
  story.tell(R"({"do":"open","on":"2022-02-16","docket":"1","title":"一般复文"}
{"do":"assign","on":"2022-02-16","docket":"1","lead":"A","due":"3wd"}
{"do":"extend","on":"2022-02-21","docket":"1","unit":"A","to":"5wd","reason":"涉及多部门,需会商"}
{"do":"open","on":"2022-02-16","docket":"2","title":"说明迟了"}
{"do":"assign","on":"2022-02-16","docket":"2","lead":"A","due":"3wd"}
{"do":"extend","on":"2022-02-22","docket":"2","unit":"A","to":"5wd","reason":"涉及多部门,需会商"})");
  CHECK(story.state("2022-02-22", "A", "completion", "2022-02-23") == "pending");
  CHECK(story.state("2022-02-22", "A", "completion", "2022-02-21") == "overdue 1");
  CHECK(story.ask("standing --on 2022-02-22").at(0)["extensions"] == 1);
  // Without an explanation, to more than five, or on another limit it takes an approval; urgent papers have the day
  // told.
  story.tell(R"({"do":"open","on":"2022-02-16","docket":"3","title":"没有说明"}
{"do":"assign","on":"2022-02-16","docket":"3","lead":"B","due":"3wd"}
{"do":"extend","on":"2022-02-17","docket":"3","unit":"B","to":"5wd"}
{"do":"open","on":"2022-02-16","docket":"4","title":"要得太多"}
{"do":"assign","on":"2022-02-16","docket":"4","lead":"C","due":"3wd"}
{"do":"extend","on":"2022-02-17","docket":"4","unit":"C","to":"6wd","reason":"需会商"}
{"do":"open","on":"2022-02-16","docket":"5","title":"紧急公文"}
{"do":"assign","on":"2022-02-16","docket":"5","lead":"S1","due":"1wd"}
{"do":"extend","on":"2022-02-17","docket":"5","unit":"S1","to":"5wd","reason":"需会商"})");
  CHECK(story.state("2022-02-22", "B", "completion") == "overdue 1");
  CHECK(story.state("2022-02-22", "C", "completion") == "overdue 1");
  CHECK(story.state("2022-02-22", "S1", "completion") == "overdue 5");
  // The three days become five, never three and five; what it was due first stays beside it.
  const auto row = story.ask("duties --on 2022-02-22 --docket 1").back();
  CHECK(row["due"] == "2022-02-23");
  CHECK(row["originalDue"] == "2022-02-21");
  CHECK(story.desk().run("history 1").out.find("by rule") != std::string::npos);
}

TEST_CASE("trap 8: the clock never stopped for a report that was returned", "[traps]") {
  Story story;
  story.tell(opened + R"({"do":"assign","on":"2022-01-04","docket":"1","lead":"A","due":"2022-03-01"}
{"do":"complete","on":"2022-02-28","docket":"1","unit":"A"}
{"do":"return","on":"2022-03-10","docket":"1","reason":"佐证不全"})");
  CHECK(story.state("2022-03-09", "A", "completion") == "on_time");
  CHECK(story.state("2022-03-10", "A", "completion") == "overdue 9");
  CHECK(story.bring(R"({"do":"reassign","on":"2022-03-11","docket":"1","lead":"B"})")
            .remarks.find("new_lead_needs_due") != std::string::npos);
  // Returned again and again, every return is counted, and the day is the first one's.
  story.tell(R"({"do":"complete","on":"2022-03-11","docket":"1","unit":"A"}
{"do":"return","on":"2022-03-12","docket":"1"}
{"do":"reassign","on":"2022-03-13","docket":"1","lead":"B","due":"2022-04-30"})");
  const auto row = story.ask("standing --on 2022-03-13").at(0);
  CHECK(row["unit"] == "A");
  CHECK(row["returns"] == 2);
  CHECK(story.state("2022-03-13", "A", "completion") == "missed");
  CHECK(story.state("2022-03-13", "B", "completion") == "pending");
}

TEST_CASE("trap 9: lead and supporters answer for their own part, and nobody twice", "[traps]") {
  Story story;
  story.tell(
      opened +
      R"({"do":"assign","on":"2022-01-04","docket":"1","lead":"A","joint":["B"],"supporting":["A","C","区住房和城乡建设局","S1"],"due":"2022-03-01","supportingDue":"2022-02-01"}
{"do":"contribute","on":"2022-01-30","docket":"1","unit":"S1"}
{"do":"complete","on":"2022-03-08","docket":"1","unit":"B"})");
  CHECK(story.state("2022-03-08", "A", "completion") == "late 7");
  CHECK(story.state("2022-03-08", "B", "completion") == "late 7");
  CHECK(story.state("2022-03-08", "C", "part") == "missed");
  CHECK(story.state("2022-03-08", "S1", "part") == "on_time");
  CHECK(story.state("2022-03-08", "A", "part").empty());
  std::size_t completions = 0;
  for (const auto& row : story.ask("duties --on 2022-03-08")) completions += row["duty"] == "completion";
  CHECK(completions == 2);
  CHECK(story.state("2022-03-08", "C", "completion").empty());
}

TEST_CASE("trap 10: points follow who held the duty when it fell due", "[traps]") {
  Story story;
  story.tell(opened + R"({"do":"assign","on":"2022-01-04","docket":"1","lead":"A","due":"2022-03-01"}
{"do":"reassign","on":"2022-03-10","docket":"1","lead":"B","due":"2022-04-30"})");
  CHECK(story.state("2022-12-31", "A", "completion") == "missed");
  CHECK(story.state("2022-04-01", "B", "completion") == "pending");
  // A merged unit hands on what is open and keeps what was; a renamed one keeps both.
  story.tell(R"({"do":"rename-unit","on":"2022-04-05","unit":"B","name":"区财政和国资局"}
{"do":"merge-unit","on":"2022-04-10","unit":"B","into":"C"}
{"do":"merge-unit","on":"2022-04-10","unit":"A","into":"C"})");
  CHECK(story.state("2022-12-31", "A", "completion") == "missed");
  CHECK(story.state("2022-12-31", "B", "completion").empty());
  CHECK(story.state("2022-12-31", "C", "completion") == "overdue 245");
  CHECK(story.state("2022-04-09", "B", "completion") == "pending");
}

TEST_CASE("trap 11: groups are frozen when named, aliases are one unit, vague units are listed", "[traps]") {
  Story story;
  story.tell(opened + R"({"do":"assign","on":"2022-01-04","docket":"1","lead":"A","supporting":["各街道","区相关部门"]}
{"do":"register-unit","on":"2022-06-01","unit":"S3","name":"湖南路街道","kind":"subdistrict"}
{"do":"define-group","on":"2022-06-01","name":"各街道","members":["S1","S2","S3"]})");
  CHECK(story.state("2022-12-31", "S2", "acceptance") == "overdue 360");
  CHECK(story.state("2022-12-31", "S3", "acceptance").empty());
  CHECK(story.ask("cards --on 2022-12-31").at(0)["vague"] == json{"区相关部门"});
  // An alias is the unit itself.
  story.tell(R"({"do":"accept","on":"2022-01-05","docket":"1","unit":"区住房和城乡建设局"})");
  CHECK(story.state("2022-12-31", "A", "acceptance") == "on_time");
  // The same matter from an instruction is found before it is supervised and scored twice.
  story.tell(R"({"do":"decide","on":"2022-02-01","decision":"批1","source":"instruction"}
{"do":"open","on":"2022-02-01","docket":"2","title":"推进老旧小区改造工作","decision":"批1"}
{"do":"assign","on":"2022-02-01","docket":"2","lead":"A","due":"2022-12-31"})");
  const auto check = story.check("2022-03-01");
  CHECK(check.at("duplicate") == "1");
  CHECK(check.at("unit_unnamed") == "1");
}

TEST_CASE("trap 12: a parent is not closed over open children", "[traps]") {
  Story story;
  story.tell(opened + R"({"do":"open","on":"2022-01-05","docket":"1-1","title":"子项","parent":"1"})");
  const auto refused = story.bring(R"({"do":"close","on":"2022-02-01","docket":"1"})");
  CHECK(refused.exit == 1);
  CHECK(refused.remarks.find("1-1") != std::string::npos);
  // A part due after the whole is found, and the parts' progress is not the whole's.
  story.tell(R"({"do":"assign","on":"2022-01-05","docket":"1","lead":"A","due":"2022-03-01"}
{"do":"assign","on":"2022-01-05","docket":"1-1","lead":"B","due":"2022-03-02"}
{"do":"feedback","on":"2022-01-20","docket":"1-1","unit":"B","progress":100})");
  CHECK(story.check("2022-01-31").at("child_after_parent") == "1-1");
  CHECK(story.ask("cards --on 2022-01-31").at(0)["progress"].is_null());
  story.tell(R"({"do":"close","on":"2022-02-01","docket":"1-1"}
{"do":"close","on":"2022-02-01","docket":"1"})");
}

TEST_CASE("trap 13: each feedback day is answered for itself, February has a 30th that is its last day", "[traps]") {
  Story story;
  story.tell(opened + R"({"do":"assign","on":"2022-01-04","docket":"1","lead":"A","cadence":"monthly:30"}
{"do":"feedback","on":"2022-01-30","docket":"1","unit":"A","progress":10}
{"do":"feedback","on":"2022-05-10","docket":"1","unit":"A","progress":30})");
  CHECK(story.state("2022-05-10", "A", "feedback", "2022-01-30") == "on_time");
  CHECK(story.state("2022-05-10", "A", "feedback", "2022-02-28") == "overdue 71");
  CHECK(story.state("2022-05-10", "A", "feedback", "2022-03-30") == "overdue 41");
  CHECK(story.state("2022-05-10", "A", "feedback", "2022-04-30") == "late 10");
  story.tell(R"({"do":"feedback","on":"2022-05-11","docket":"1","unit":"A","period":"2022-02-28","nothing":true})");
  CHECK(story.state("2022-05-11", "A", "feedback", "2022-02-28") == "late 72");
  // None is asked for while the docket is suspended, nor once it is done.
  story.tell(R"({"do":"suspend","on":"2022-05-20","docket":"1"}
{"do":"resume","on":"2022-07-10","docket":"1"}
{"do":"complete","on":"2022-08-15","docket":"1","unit":"A"})");
  CHECK(story.state("2022-12-31", "A", "feedback", "2022-05-30") == "excused");
  CHECK(story.state("2022-12-31", "A", "feedback", "2022-06-30") == "excused");
  CHECK(story.state("2022-12-31", "A", "feedback", "2022-07-30") == "missed");
  CHECK(story.state("2022-12-31", "A", "feedback", "2022-08-30").empty());
}

TEST_CASE("trap 14: who owed nothing has no rate, and what is carried over stays", "[traps]") {
  Story story;
  story.tell(opened + R"({"do":"assign","on":"2022-01-04","docket":"1","lead":"A","due":"2022-03-01"}
{"do":"accept","on":"2022-01-05","docket":"1","unit":"A"}
{"do":"object","on":"2023-02-01","docket":"1","unit":"A","reason":"职责不符"})");
  const auto row = story.ask("standing --from 2023-01-01 --to 2023-12-31 --on 2023-03-01").at(0);
  CHECK(row["owed"] == 0);
  CHECK(row["on_time_rate"].is_null());
  CHECK(row["score"].is_null());
  CHECK(row["objections"] == 1);
  CHECK(story.state("2023-03-01", "A", "completion") == "overdue 365");
  CHECK(story.ask("cards --on 2023-03-01").size() == 1);
  // Numbers are given anew each year.
  story.tell(R"({"do":"open","on":"2022-12-31","title":"年末"}
{"do":"open","on":"2023-01-01","title":"年初"})");
  const auto cards = story.ask("cards --on 2023-03-01");
  CHECK(cards.at(1)["docket"] == "2022-001");
  CHECK(cards.at(2)["docket"] == "2023-001");
}

TEST_CASE("trap 15: paper that arrives late and corrections change what is known, never what was answered", "[traps]") {
  Story story;
  story.tell(opened + R"({"do":"assign","on":"2022-01-04","docket":"1","lead":"A","due":"2022-03-01"}
{"do":"complete","id":"done","on":"2022-03-20","docket":"1","unit":"A"})");
  const auto entries = json::parse(story.desk().run("report duties --on 2022-04-01 --format json").out)["head"]["seq"];
  const auto words = "duties --on 2022-04-01 --known-at " + entries.dump();
  const auto answered = story.bytes(words);
  CHECK(story.state("2022-04-01", "A", "completion") == "late 19");
  story.tell(R"({"do":"correct","on":"2022-04-02","entry":"done","reason":"日期记错"}
{"do":"complete","on":"2022-02-28","docket":"1","unit":"A"})");
  CHECK(story.state("2022-04-01", "A", "completion") == "on_time");
  CHECK(story.bytes(words) == answered);
  story.tell(R"({"do":"close","on":"2022-04-03","docket":"1"}
{"do":"reopen","on":"2022-05-01","docket":"1","reason":"回头看发现未完成"})");
  CHECK(story.state("2022-04-30", "A", "completion") == "on_time");
  CHECK(story.state("2022-05-01", "A", "completion") == "overdue 61");
  // What a conclusion ordered is owed no more when it is revoked.
  story.tell(R"({"do":"conclude","on":"2022-05-02","docket":"1","unit":"A","rectifyBy":"2022-05-31"}
{"do":"contest","on":"2022-05-10","docket":"1","unit":"A"}
{"do":"rule","on":"2022-06-05","docket":"1","outcome":"revoked"})");
  CHECK(story.state("2022-06-04", "A", "rectification") == "overdue 4");
  CHECK(story.state("2022-06-05", "A", "rectification").empty());
}

}  // namespace
}  // namespace ducha::cases
