// Every refusal is met at the door: the command that is refused, by which name, and in two languages about what.

#include <algorithm>
#include <set>
#include <vector>

#include <nlohmann/json.hpp>

#include "ledger/domain/refusal.h"
#include "tests/cases/program.h"
#include "tests/catch.h"

namespace ducha::cases {
namespace {

// What is typed: the command, then field=value, parted by blanks. As a batch line it is the same words.
std::string line_of(const std::string& words) {
  std::istringstream in(words);
  nlohmann::ordered_json line;
  std::string word;
  in >> word;
  line["do"] = word;
  while (in >> word) {
    const auto equals = word.find('=');
    line[word.substr(0, equals)] = word.substr(equals + 1);
  }
  return line.dump() + "\n";
}

struct Story {
  const char* refusal;
  std::vector<std::string> before;  // what has happened; each story has dockets of its own
  const char* asked;                // what is refused
  const char* subject;              // what the sentence is about
};

const std::vector<std::string> office{
    "register-unit id=u-A on=2021-01-01 unit=A name=区住建局 head=区住建局局长",
    "register-unit id=u-B on=2021-01-01 unit=B name=区财政局",
    "register-unit id=u-S on=2021-01-01 unit=S name=宁海路街道 kind=subdistrict",
    "register-unit id=u-OLD on=2021-01-01 unit=OLD name=区外经局",
    "retire-unit on=2021-06-01 unit=OLD",
    "define-group on=2021-01-01 name=各街道 members=S",
    "decide on=2022-01-04 decision=常2022-1 title=常务会议",
};

std::string opened(const std::string& docket) { return "open on=2022-01-04 title=题目 docket=" + docket; }
// Led by A, B supports; due on 1 March, with feedback on the 25th of each month.
std::string assigned(const std::string& docket) {
  return "assign on=2022-01-04 lead=A supporting=B due=2022-03-01 cadence=monthly:25 docket=" + docket;
}
std::vector<std::string> begun(const std::string& docket, const std::vector<std::string>& then = {}) {
  std::vector<std::string> words{opened(docket), assigned(docket)};
  for (const auto& each : then) words.push_back(each + " docket=" + docket);
  return words;
}

const std::vector<Story>& stories() {
  static const std::vector<Story> all{
      {"command_id_reused", {}, "decide id=u-A on=2022-01-04 decision=常2022-9 title=另一件", "u-A"},
      {"on_after_recording", {}, "decide on=2999-01-04 decision=常2999-1 title=另一件", "2999-01-04"},
      {"unit_unknown", begun("unknown"), "accept docket=unknown on=2022-01-05 unit=区住健局", "区住健局"},
      {"unit_ended", {opened("ended-unit")}, "assign docket=ended-unit on=2022-01-05 lead=OLD", "区外经局"},
      {"post_unknown", {}, "set-acting on=2022-01-04 post=副区长九 acting=副区长一", "副区长九"},
      {"group_cannot_lead", {opened("group")}, "assign docket=group on=2022-01-05 lead=各街道", "各街道"},
      {"group_cycle",
       {"define-group on=2021-01-01 name=甲组 members=S", "define-group on=2021-01-01 name=乙组 members=甲组"},
       "define-group on=2021-01-02 name=甲组 members=乙组",
       "甲组"},
      {"name_taken", {}, "rename-unit on=2022-01-04 unit=B name=区住建局", "区住建局"},
      {"decision_unknown", {}, "publish on=2022-01-04 decision=常2022-77", "常2022-77"},
      {"decision_exists", {}, "decide on=2022-01-05 decision=常2022-1 title=又一次", "常2022-1"},
      {"docket_unknown", {}, "urge on=2022-01-05 docket=nowhere unit=A", "nowhere"},
      {"docket_exists", {opened("twice")}, "open on=2022-01-05 docket=twice title=又一次", "twice"},
      {"parent_unknown", {}, "open on=2022-01-05 docket=orphan title=题目 parent=nobody", "nobody"},
      {"command_unknown", {}, "correct on=2022-01-05 entry=never-given", "never-given"},
      {"command_corrected",
       begun("corrected", {"urge id=urged on=2022-01-10 unit=A", "correct id=mended on=2022-01-11 entry=urged"}),
       "correct on=2022-01-12 docket=corrected entry=urged", "urged"},
      {"correction_stands",
       begun("stands", {"urge id=urged-2 on=2022-01-10 unit=A", "correct id=mended-2 on=2022-01-11 entry=urged-2"}),
       "correct on=2022-01-12 docket=stands entry=mended-2", "mended-2"},
      {"day_before_opening", begun("early"), "urge docket=early on=2021-12-31 unit=A", "2021-12-31"},
      {"docket_ended", begun("closed", {"close on=2022-02-01"}), "urge docket=closed on=2022-02-02 unit=A", "closed"},
      {"docket_not_ended", begun("open-yet"), "archive docket=open-yet on=2022-02-02", "open-yet"},
      {"docket_suspended", begun("halted", {"suspend on=2022-01-10"}), "urge docket=halted on=2022-01-11 unit=A",
       "halted"},
      {"not_suspended", begun("running"), "resume docket=running on=2022-01-11", "running"},
      {"report_stands", begun("reported", {"complete on=2022-02-01 unit=A"}),
       "extend docket=reported on=2022-02-02 unit=A to=2022-04-01", "reported"},
      {"already_assigned", begun("given"), "assign docket=given on=2022-01-05 lead=B", "given"},
      {"not_assigned", {opened("not-given")}, "reassign docket=not-given on=2022-01-05 lead=B", "not-given"},
      {"lead_missing", {opened("leaderless")}, "complete docket=leaderless on=2022-01-05", "leaderless"},
      {"reassign_changes_nothing", begun("unchanged"), "reassign docket=unchanged on=2022-01-05", "unchanged"},
      {"new_lead_needs_due", begun("late-lead"), "reassign docket=late-lead on=2022-04-01 lead=B", "2022-03-01"},
      {"unit_has_no_role", begun("stranger"), "accept docket=stranger on=2022-01-05 unit=S", "S"},
      {"unit_leads_docket", begun("led"), "reassign docket=led on=2022-01-05 remove=A", "A"},
      {"unit_does_not_lead", begun("helper"), "complete docket=helper on=2022-01-05 unit=B", "B"},
      {"already_accepted", begun("signed", {"accept on=2022-01-05 unit=A"}),
       "accept docket=signed on=2022-01-06 unit=A", "A"},
      {"no_part", begun("partless"), "contribute docket=partless on=2022-01-06 unit=B", "B"},
      {"no_conclusion", begun("unjudged"), "contest docket=unjudged on=2022-01-06 unit=A", "A"},
      {"contest_too_late", begun("judged", {"conclude on=2022-02-01 unit=A text=结论"}),
       "contest docket=judged on=2022-06-01 unit=A", "2022-03-03"},
      {"nothing_to_rectify", begun("flawless"), "rectify docket=flawless on=2022-02-01 unit=A", "A"},
      {"period_not_owed", begun("period"), "feedback docket=period on=2022-01-20 unit=A period=2022-01-26",
       "2022-01-26"},
      {"due_not_open",
       {opened("still"), "assign docket=still on=2022-01-05 lead=A due=2022-04-01"},
       "move-due docket=still on=2022-01-06 duty=completion from=2022-04-02 to=2022-04-05",
       "2022-04-02"},
      {"no_due_day",
       {opened("endless"), "assign docket=endless on=2022-01-05 lead=A"},
       "extend docket=endless on=2022-01-06 unit=A to=2022-05-01",
       "endless"},
      {"extension_pending", begun("asked", {"extend on=2022-02-01 unit=A to=2022-05-01"}),
       "extend docket=asked on=2022-02-02 unit=A to=2022-06-01", "asked"},
      {"grant_names_no_day", begun("dayless"), "grant docket=dayless on=2022-02-01", "dayless"},
      {"grant_not_later", begun("sooner"), "grant docket=sooner on=2022-02-01 to=2022-02-15", "2022-02-15"},
      {"no_report", begun("unreported"), "return docket=unreported on=2022-02-01", "unreported"},
      {"children_open",
       {opened("parent"), opened("child") + " parent=parent"},
       "close docket=parent on=2022-02-01",
       "child"},
      {"merged_into_itself", begun("self"), "close docket=self on=2022-02-01 result=merged into=self", "self"},
      {"calendar_unreadable", {}, "adopt-calendar on=2022-02-01 year=2030 edition=x days=胡写", "胡写"},
      {"rules_unreadable", {}, "adopt-rules on=2022-02-01 edition=x content=胡写", "胡写"},
      {"later_facts_unlawful", begun("order", {"accept id=signed-later on=2022-01-10 unit=A"}),
       "accept docket=order on=2022-01-05 unit=A", "signed-later"},
      {"in_use", {}, "correct on=2022-01-05 entry=u-A", "u-A"},
  };
  return all;
}

TEST_CASE("every refusal has its story", "[refusals]") {
  std::set<std::string> told;
  for (const auto& story : stories()) CHECK(told.insert(story.refusal).second);
  for (std::size_t i = 0; i < domain::refusal_count; ++i) {
    const auto& text = domain::text_of(static_cast<domain::Refusal>(i));
    INFO(text.name);
    CHECK(told.erase(std::string(text.name)) == 1);
    for (const auto sentence : {text.sentence_zh, text.remedy_zh, text.sentence_en, text.remedy_en})
      CHECK_FALSE(sentence.empty());
  }
  CHECK(told.empty());
}

TEST_CASE("what the office forbids is refused by name, with a sentence about it, in both languages", "[refusals]") {
  const Desk desk;
  REQUIRE(desk.run("init").exit == 0);
  std::string before;
  for (const auto& words : office) before += line_of(words);
  for (const auto& story : stories())
    for (const auto& words : story.before) before += line_of(words);
  desk.write("before.jsonl", before);
  const auto taken = desk.run("import before.jsonl");
  INFO(taken.remarks);
  REQUIRE(taken.exit == 0);
  const auto size = desk.run("stats").out.substr(0, 16);

  for (const auto& story : stories()) {
    for (const char* language : {"zh", "en"}) {
      const auto ran = desk.run(story.asked, language);
      INFO(story.refusal << ": " << story.asked << "\n" << ran.remarks);
      CHECK(ran.exit == 1);
      CHECK(ran.out.empty());
      CHECK_THAT(ran.remarks, Catch::Contains("(" + std::string(story.refusal) + ")"));
      CHECK_THAT(ran.remarks, Catch::Contains(story.subject));
      CHECK(std::count(ran.remarks.begin(), ran.remarks.end(), '\n') == 1);
      CHECK(ran.remarks.find('{') == std::string::npos);
    }
    // As a line of a batch it is refused by the same name, at its place, and the cell is shown.
    desk.write("refused.jsonl", line_of(story.asked));
    const auto ran = desk.run("import refused.jsonl");
    INFO(story.asked << "\n" << ran.remarks);
    CHECK(ran.exit == 1);
    CHECK_THAT(ran.remarks, Catch::Contains("refused.jsonl:1:"));
    CHECK_THAT(ran.remarks, Catch::Contains("(" + std::string(story.refusal) + ")"));
    CHECK_THAT(ran.remarks, Catch::Contains(story.subject));
  }
  CHECK(desk.run("stats").out.substr(0, 16) == size);
  CHECK(desk.run("verify").exit == 0);
}

}  // namespace
}  // namespace ducha::cases
