// What an office is told before it prints: each finding with the case that shows it and the one that does not.

#include "projections/reports/check.h"

#include <sstream>
#include <stdexcept>

#include "projections/reports/alike.h"
#include "tests/projections/reports/desk.h"
#include "tools/commands/check.h"
#include "tools/commands/check_texts.h"
#include "tools/render/words.h"

namespace ducha::reports {
namespace {

// "no_due 1", "duplicate 2 A", …: kind, then docket, unit and decision where there are any, then the details.
Lines found(const Desk& desk, std::string_view on, std::string_view only = {}) {
  Lines lines;
  for (const auto& finding : findings(desk.books(on), {})) {
    if (!only.empty() && name_of(finding.problem) != only) continue;
    std::string line(name_of(finding.problem));
    for (const auto* each : {&finding.docket, &finding.unit, &finding.decision})
      if (!each->empty()) line += " " + *each;
    for (const auto& detail : finding.details) line += " [" + detail + "]";
    lines.push_back(line);
  }
  return lines;
}

// A docket in order: whose decision was published, with a lead, a leader and a due day.
constexpr const char* sound = R"({"do":"publish","on":"2022-01-05","decision":"常1"}
{"do":"open","docket":"1","on":"2022-01-10","title":"修复城北桥","decision":"常1"}
{"do":"assign","docket":"1","on":"2022-01-11","lead":"A","due":"2022-03-31"}
)";

TEST_CASE("a ledger in order gives no finding", "[check]") {
  Desk desk;
  desk.take(sound);
  CHECK(found(desk, "2022-02-01").empty());
  CHECK(check(desk.books("2022-02-01"), {}, [](const Finding&) { return Worded{}; }).rows.empty());
}

TEST_CASE("dockets without a due day or a lead are found, until they have them or end", "[check]") {
  Desk desk;
  desk.take(sound);
  desk.take(R"({"do":"open","docket":"2","on":"2022-01-10","title":"路灯","decision":"访1"}
{"do":"assign","docket":"2","on":"2022-01-11","lead":"A"}
{"do":"object","docket":"1","on":"2022-01-12","unit":"A"}
)");
  CHECK(found(desk, "2022-01-12") == Lines{"no_due 2", "objection_open 1 A"});
  desk.take(R"({"do":"settle","docket":"1","on":"2022-01-13","unit":"A","outcome":"upheld"})");
  CHECK(found(desk, "2022-01-13") == Lines{"no_lead 1 [区甲局 2022-01-13]", "no_due 2"});
  CHECK(found(desk, "2022-01-12") == Lines{"no_due 2", "objection_open 1 A"});
  desk.take(R"({"do":"reassign","docket":"1","on":"2022-01-14","lead":"B"}
{"do":"withdraw","docket":"2","on":"2022-01-14"})");
  CHECK(found(desk, "2022-01-14").empty());
}

TEST_CASE("a vague unit is found until a unit is added in its kind of role", "[check]") {
  Desk desk;
  desk.take(sound);
  desk.take(R"({"do":"open","docket":"2","on":"2022-01-10","title":"路灯","decision":"访1"}
{"do":"assign","docket":"2","on":"2022-01-11","lead":"A","supporting":["B","区相关部门"],"due":"2022-03-31"}
{"do":"reassign","docket":"2","on":"2022-01-12","joint":["B"]}
)");
  CHECK(found(desk, "2022-01-20") == Lines{"unit_unnamed 2 [区相关部门]"});
  desk.take(R"({"do":"reassign","docket":"2","on":"2022-01-11","supporting":["S"]})");
  CHECK(found(desk, "2022-01-20").empty());
}

TEST_CASE("retired units, unknown posts and lead units in nobody's portfolio are found", "[check]") {
  Desk desk;
  desk.take(sound);
  desk.take(R"({"do":"open","docket":"2","on":"2022-01-10","title":"路灯","decision":"访1","leader":"副区长九"}
{"do":"assign","docket":"2","on":"2022-01-11","lead":"B","due":"2022-03-31"}
{"do":"open","docket":"3","on":"2022-01-10","title":"学位","decision":"访1"}
{"do":"assign","docket":"3","on":"2022-01-11","lead":"C","due":"2022-03-31"}
{"do":"retire-unit","on":"2022-02-01","unit":"B"}
)");
  CHECK(found(desk, "2022-01-31") == Lines{"post_unknown 2 [副区长九]", "no_leader 3 C"});
  CHECK(found(desk, "2022-02-01", "unit_retired") == Lines{"unit_retired 2 B [2022-02-01]"});
  desk.take(R"({"do":"set-portfolio","on":"2022-01-31","post":"副区长九","units":["C"]})");
  CHECK(found(desk, "2022-01-31").empty());
}

TEST_CASE("one matter from two sources is found by its title and its lead", "[check][duplicate]") {
  Desk desk;
  desk.take(sound);
  const auto add = [&](std::string_view docket, std::string_view title, std::string_view lead, std::string_view more) {
    desk.take(R"({"do":"open","on":"2022-01-10","docket":")" + std::string(docket) + R"(","title":")" +
              std::string(title) + "\"" + std::string(more) + "}\n" + R"({"do":"assign","on":"2022-01-11","docket":")" +
              std::string(docket) + R"(","lead":")" + std::string(lead) + R"(","due":"2022-03-31"})" + "\n");
  };
  add("2", "关于加快修复城北桥的工作", "A", R"(,"decision":"访1")");
  CHECK(found(desk, "2022-02-01") == Lines{"duplicate 1 A [2] [关于加快修复城北桥的工作]"});
  add("3", "修复城北桥", "B", R"(,"decision":"访1")");               // another lead
  add("4", "修复城北桥", "A", R"(,"decision":"常1")");               // another item of the first one's decision
  add("5", "修复城北桥", "A", R"(,"parent":"1","decision":"访1")");  // a part of the first
  CHECK(found(desk, "2022-02-01", "duplicate") == Lines{"duplicate 1 A [2] [关于加快修复城北桥的工作]",
                                                        "duplicate 2 A [4] [修复城北桥]",
                                                        "duplicate 4 A [5] [修复城北桥]"});
  desk.take(R"({"do":"close","on":"2022-02-02","docket":"2","result":"merged","into":"1"}
{"do":"withdraw","on":"2022-02-02","docket":"4"})");
  CHECK(found(desk, "2022-02-02", "duplicate").empty());
  // The one opened first stays, whatever its number.
  desk.take(R"({"do":"open","on":"2022-01-03","docket":"9","title":"城北桥修复"}
{"do":"open","on":"2022-01-03","docket":"8","title":"推进修复城北桥"}
{"do":"assign","on":"2022-01-11","docket":"8","lead":"A","due":"2022-03-31"})");
  CHECK(found(desk, "2022-02-02", "duplicate") ==
        Lines{"duplicate 8 A [1] [修复城北桥]", "duplicate 8 A [5] [修复城北桥]"});
}

TEST_CASE("titles are alike by their pairs of characters, and never when their numbers differ", "[check][duplicate]") {
  const auto [a, b, same] = GENERATE(table<const char*, const char*, bool>({
      {"老旧小区改造", "推进老旧小区改造工作", true},
      {"老旧小区改造", "关于“老旧小区改造”的工作", true},
      {"老旧小区改造", "老旧小区加装电梯", false},
      {"老旧小区改造一期", "老旧小区改造二期", false},
      {"老旧小区改造（第3批）", "老旧小区改造（第4批）", false},
      {"老旧小区改造(第３批)", "老旧小区改造（第3批）", true},
      {"统一收储", "一并收储", false},
      {"路", "路", true},
      {"路", "灯", false},
      {"", "", false},
      {"的工作", "关于", false},
      // Seven pairs each, four in common: 8 of 14 are less than three fifths; with five they are enough.
      {"甲乙丙丁戊己庚辛", "甲乙丙丁戊子丑寅", false},
      {"甲乙丙丁戊己庚辛", "甲乙丙丁戊己丑寅", true},
      {"Wi-Fi 覆盖", "wi fi覆盖", false},
  }));
  INFO(a << " / " << b);
  CHECK(alike(likeness_of(a), likeness_of(b)) == same);
  CHECK(alike(likeness_of(b), likeness_of(a)) == same);
}

TEST_CASE("parts that outlive their parent or are due after it are found", "[check]") {
  Desk desk;
  desk.take(sound);
  desk.take(R"({"do":"open","docket":"1-1","on":"2022-01-12","title":"桥面","decision":"常1","parent":"1"}
{"do":"assign","docket":"1-1","on":"2022-01-12","lead":"B","due":"2022-04-01"}
)");
  CHECK(found(desk, "2022-02-01") == Lines{"child_after_parent 1-1 [2022-04-01] [1] [2022-03-31]"});
  desk.take(R"({"do":"withdraw","docket":"1","on":"2022-02-02"})");
  CHECK(found(desk, "2022-02-02") == Lines{"parent_ended 1-1 [1] [2022-02-02]"});
}

TEST_CASE("open provisional days, unanswered requests and contests are found", "[check]") {
  Desk desk;
  desk.take(sound);
  desk.take(R"({"do":"open","docket":"2","on":"2024-12-20","title":"路灯","decision":"访1"}
{"do":"assign","docket":"2","on":"2024-12-20","lead":"A","due":"600wd"}
{"do":"extend","docket":"2","on":"2024-12-21","unit":"A","to":"2028-01-01"}
{"do":"conclude","docket":"2","on":"2024-12-22","unit":"A"}
{"do":"contest","docket":"2","on":"2024-12-23","unit":"A"}
)");
  const auto provisional = found(desk, "2024-12-24", "due_provisional");
  REQUIRE(provisional.size() == 1);
  CHECK(provisional.front().starts_with("due_provisional 2 [2027-"));
  CHECK(found(desk, "2024-12-24", "extension_open") == Lines{"extension_open 2 A [2024-12-21]"});
  CHECK(found(desk, "2024-12-24", "contest_open") == Lines{"contest_open 2 A [2024-12-23]"});
  desk.take(R"({"do":"rule","docket":"2","on":"2024-12-25","outcome":"upheld"}
{"do":"deny","docket":"2","on":"2024-12-25"}
{"do":"complete","docket":"2","on":"2024-12-26","unit":"A"})");
  CHECK(found(desk, "2024-12-26", "extension_open").empty());
  CHECK(found(desk, "2024-12-26", "contest_open").empty());
  CHECK(found(desk, "2024-12-26", "due_provisional").empty());
}

TEST_CASE("an exemption is found when no duty of its unit and kind ever had its due day", "[check]") {
  Desk desk;
  desk.take(sound);
  desk.take(R"({"do":"open","docket":"2","on":"2022-01-10","title":"路灯","decision":"访1"}
{"do":"assign","docket":"2","on":"2022-01-11","lead":"A","supporting":["B"],"due":"2022-03-31","supportingDue":"2022-02-28","cadence":"monthly:25"}
{"do":"extend","docket":"2","on":"2022-02-01","unit":"A","to":"2022-04-30"}
{"do":"grant","docket":"2","on":"2022-02-02"}
{"do":"conclude","docket":"2","on":"2022-02-03","unit":"B","rectifyBy":"2022-03-01"}
)");
  const auto exempt = [&](std::string_view unit, std::string_view duty, std::string_view due) {
    desk.take(R"({"do":"exempt","docket":"2","on":"2022-03-02","unit":")" + std::string(unit) + R"(","duty":")" +
              std::string(duty) + R"(","due":")" + std::string(due) + R"("})");
  };
  exempt("A", "completion", "2022-03-31");  // what it was due first
  exempt("A", "completion", "2022-04-30");
  exempt("A", "acceptance", "2022-01-12");
  exempt("B", "part", "2022-02-28");
  exempt("B", "feedback", "2022-02-25");
  exempt("A", "feedback", "2022-05-25");  // one to come
  exempt("B", "rectification", "2022-03-01");
  CHECK(found(desk, "2022-03-02").empty());
  exempt("A", "completion", "2022-03-30");
  exempt("B", "completion", "2022-03-31");
  exempt("A", "part", "2022-02-28");
  exempt("C", "feedback", "2022-02-25");
  exempt("B", "feedback", "2022-02-26");
  exempt("A", "rectification", "2022-03-01");
  CHECK(found(desk, "2022-03-02") == Lines{"exempts_nothing 2 A [2022-03-30]", "exempts_nothing 2 A [2022-02-28]",
                                           "exempts_nothing 2 A [2022-03-01]", "exempts_nothing 2 B [2022-03-31]",
                                           "exempts_nothing 2 B [2022-02-26]", "exempts_nothing 2 C [2022-02-25]"});
}

TEST_CASE("what a merged unit was exempted from is no exemption of nothing", "[check]") {
  for (const char* into : {"B", "C"}) {  // on the docket already, and not
    Desk desk;
    desk.take(sound);
    desk.take(R"({"do":"open","docket":"2","on":"2022-01-10","title":"路灯","decision":"访1"}
{"do":"assign","docket":"2","on":"2022-01-11","lead":"B","supporting":["S"],"due":"2022-03-31","supportingDue":"2022-02-28","cadence":"monthly:25"}
{"do":"exempt","docket":"2","on":"2022-03-01","unit":"S","duty":"part","due":"2022-02-28"}
{"do":"exempt","docket":"2","on":"2022-03-01","unit":"S","duty":"feedback","due":"2022-02-25"}
{"do":"conclude","docket":"2","on":"2022-03-01","unit":"S","rectifyBy":"2022-03-31"}
{"do":"exempt","docket":"2","on":"2022-03-01","unit":"S","duty":"rectification","due":"2022-03-31"}
{"do":"merge-unit","on":"2022-03-02","unit":"S","into":")" +
              std::string(into) + "\"}");
    INFO(into);
    CHECK(found(desk, "2022-03-02", "exempts_nothing").empty());
  }
}

TEST_CASE("decisions without their steps, and those that should have been published, are found", "[check]") {
  Desk desk;
  desk.take(
      R"({"do":"decide","on":"2022-01-06","decision":"常2","title":"规划","source":"executive","major":true,"procedure":["expert","legality"]}
{"do":"decide","on":"2022-01-06","decision":"批1","title":"批示","source":"instruction"}
{"do":"decide","on":"2022-01-06","decision":"建1","title":"建议","source":"npc_proposal"}
{"do":"open","docket":"1","on":"2022-01-10","title":"建议办理","decision":"建1","leader":"副区长一"}
{"do":"publish","on":"2022-01-20","decision":"常1"}
)");
  // Twenty working days from the 4th and the 6th: between these two lies the Spring Festival.
  CHECK(found(desk, "2022-01-19") == Lines{"steps_missing 常2 [participation] [risk] [collective]",
                                           "not_published 常1 [2022-01-30]", "not_published 常2 [2022-02-08]"});
  CHECK(found(desk, "2022-01-20", "not_published") == Lines{"not_published 常2 [2022-02-08]"});
  desk.take(R"({"do":"close","docket":"1","on":"2022-01-25"})");
  CHECK(found(desk, "2022-01-25", "not_published") == Lines{"not_published 常2 [2022-02-08]", "not_published 建1"});
  desk.take(R"({"do":"publish","on":"2022-01-26","decision":"建1"})");
  CHECK(found(desk, "2022-01-26", "not_published") == Lines{"not_published 常2 [2022-02-08]"});
}

TEST_CASE("a file with a cover and nothing in it is found", "[check]") {
  Desk desk;
  desk.take(sound);
  desk.take(R"({"do":"close","docket":"1","on":"2022-02-01"}
{"do":"open","docket":"2","on":"2022-01-10","title":"路灯","leader":"副区长一"}
{"do":"open","docket":"3","on":"2022-01-10","title":"学位","leader":"副区长一"}
{"do":"assign","docket":"3","on":"2022-01-11","lead":"B","supporting":["C"],"due":"2022-03-31","supportingDue":"3wd"}
{"do":"contribute","docket":"3","on":"2022-01-12","unit":"C"}
{"do":"close","docket":"3","on":"2022-02-01"})");
  CHECK(found(desk, "2022-02-08") == Lines{"near_empty 1 [2022-02-01]"});
  CHECK(found(desk, "2022-02-09") == Lines{"near_empty 1 [2022-02-01]", "near_empty 2 [2022-01-10] [30]"});
  desk.take(R"({"do":"inspect","docket":"1","on":"2022-02-09","finding":"confirmed"}
{"do":"withdraw","docket":"2","on":"2022-02-09"})");
  CHECK(found(desk, "2022-02-09").empty());
}

TEST_CASE("what was recorded later is not known to an earlier check", "[check]") {
  Desk desk;
  desk.take(sound);
  desk.take(R"({"do":"open","docket":"2","on":"2022-01-10","title":"路灯","decision":"访1"}
{"do":"assign","docket":"2","on":"2022-01-11","lead":"A"})");
  const auto known = desk.log().head().size - 1;
  desk.take(R"({"do":"reassign","docket":"2","on":"2022-01-12","due":"2022-03-31"})");
  CHECK(findings(desk.books("2022-01-20"), {}).empty());
  CHECK(findings(desk.books("2022-01-20", known), {}).size() == 1);
}

TEST_CASE("views that differ from the entries are the first finding, and the one that fails", "[check]") {
  Desk desk;
  desk.take(sound);
  std::ostringstream out, remarks;
  const tools::Context context{{}, tools::Language::en, out, remarks, 0};
  std::optional<Report> written;
  const auto checked = [&] {
    return tools::check(context, desk.log(), desk.books("2022-02-01"), [&](const Report& report) { written = report; });
  };
  CHECK(checked() == tools::Exit::done);
  CHECK(written->rows.empty());
  auto writes = desk.log().writes(0);
  writes.clear(store::Family::cards);
  desk.log().database().commit(std::move(writes));
  CHECK(checked() == tools::Exit::unverified);
  CHECK(told(*written, {"kind", "finding"}) ==
        Lines{"views_differ the view cards is not what the entries give: 0 rows differ, 1 are missing"});
  projections::rebuild(desk.log(), [](std::uint64_t, std::uint64_t) {});
  CHECK(checked() == tools::Exit::done);
}

TEST_CASE("every finding has its sentence and its remedy in both languages, with everything it names", "[check]") {
  for (std::size_t i = 0; i < problem_count; ++i) {
    // One, two or three details, as they come.
    for (std::size_t details = 0; details <= 3; ++details) {
      const auto problem = static_cast<Problem>(i);
      Finding finding{problem, "DOCKET", "UNIT", "DECISION", {}};
      for (std::size_t nth = 0; nth < details; ++nth) finding.details.push_back("DETAIL" + std::to_string(nth));
      for (const auto language : {tools::Language::zh, tools::Language::en}) {
        Worded worded;
        try {
          worded = tools::word(finding, language);
        } catch (const std::out_of_range&) {
          continue;  // it always has more
        }
        INFO(name_of(problem) << " " << details << ": " << worded.what << " / " << worded.remedy);
        CHECK_FALSE(worded.what.empty());
        CHECK_FALSE(worded.remedy.empty());
        CHECK((worded.what + worded.remedy).find('{') == std::string::npos);
      }
    }
    CHECK(tools::translated(name_of(static_cast<Problem>(i)), tools::Language::zh) != name_of(static_cast<Problem>(i)));
  }
}

}  // namespace
}  // namespace ducha::reports
