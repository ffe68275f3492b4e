// What holds of every report there is, those to come included: this walks the table of reports.

#include <map>
#include <set>
#include <sstream>

#include "tests/projections/reports/desk.h"
#include "tools/commands/report_kinds.h"
#include "tools/render/render.h"
#include "tools/render/words.h"

namespace ducha::reports {
namespace {

tools::Question question() {
  tools::Question question;
  question.filter = {};
  question.period = year_2022();
  question.decision = "常1";
  question.explain = true;
  return question;
}

// By name, as files and programs get it, with what a person reads in both languages.
std::map<std::string, std::string> all_rendered(const projections::Books& books, tools::Question asked) {
  std::map<std::string, std::string> all;
  for (const auto& kind : tools::report_kinds()) {
    asked.filter.unit = (kind.asks & tools::ask_the_unit) != 0 ? "A" : "";
    const auto report = kind.make(books, asked);
    REQUIRE(report);
    std::ostringstream out;
    render(*report, tools::Format::json, {}, out);
    render(*report, tools::Format::csv, {}, out);
    for (const auto language : {tools::Language::zh, tools::Language::en}) {
      render(*report, tools::Format::text, {language, 80, false}, out);
      render(*report, tools::Format::md, {language, 80, false}, out);
    }
    all.emplace(kind.name, std::move(out).str());
  }
  return all;
}

constexpr const char* before = R"({"do":"open","id":"o1","docket":"1","on":"2022-01-10","title":"桥","decision":"常1"}
{"do":"assign","id":"a1","docket":"1","on":"2022-01-11","lead":"A","supporting":["S","T"],"due":"2022-03-31","cadence":"monthly:25","supportingDue":"2022-02-10"}
{"do":"accept","id":"c1","docket":"1","on":"2022-01-12","unit":"A"}
{"do":"feedback","id":"f1","docket":"1","on":"2022-01-27","unit":"A","progress":10,"cause":"征地"}
{"do":"complete","id":"k1","docket":"1","on":"2022-03-01","unit":"A"}
{"do":"return","id":"r1","docket":"1","on":"2022-03-03","reason":"未达标"}
{"do":"notice","id":"n1","docket":"1","on":"2022-03-04","unit":"S","colour":"yellow","requirement":"三日内报"}
{"do":"conclude","id":"v1","docket":"1","on":"2022-03-05","unit":"A","text":"推进不力","rectifyBy":"2022-03-20"}
{"do":"commend","id":"p1","docket":"1","on":"2022-03-06","unit":"T","text":"配合好","approver":"区长"}
{"do":"open","id":"o2","docket":"2","on":"2021-01-10","title":"旧路","decision":"常1"}
{"do":"assign","id":"a2","docket":"2","on":"2021-01-11","lead":"B","due":"2021-12-31"}
)";

// Earlier days, corrections, new names and new rules: all that could move what was said before.
constexpr const char* after = R"({"do":"correct","id":"x1","docket":"1","on":"2022-03-10","entry":"f1","reason":"误录"}
{"do":"feedback","id":"f2","docket":"1","on":"2022-01-24","unit":"A","progress":20}
{"do":"correct","id":"x2","docket":"1","on":"2022-03-10","entry":"r1","reason":"误录"}
{"do":"exempt","id":"e1","docket":"1","on":"2022-03-10","unit":"S","duty":"acceptance","due":"2022-01-12","reason":"停电","approver":"区长"}
{"do":"close","id":"k2","docket":"2","on":"2021-12-30"}
{"do":"rename-unit","id":"u1","on":"2022-02-01","unit":"A","name":"区甲委"}
{"do":"set-portfolio","id":"s1","on":"2022-01-01","post":"副区长三","units":["A","S","T"]}
{"do":"publish","id":"b1","decision":"常1","on":"2022-01-18","channel":"政府网站"}
{"do":"commend","id":"p2","on":"2022-02-02","unit":"B","text":"先进","approver":"区长"}
{"do":"open","id":"o3","docket":"3","on":"2022-01-10","title":"灯","decision":"常1"}
)";

TEST_CASE("a report of an earlier known-at is byte for byte what it was", "[known-at]") {
  Desk desk;
  desk.take(before, "2022-03-08");
  const auto known = desk.log().head().size - 1;
  const auto* const day = GENERATE("2022-02-28", "2022-03-31", "2022-12-31");
  const auto then = all_rendered(desk.books(day), question());
  desk.take(after);
  for (const auto& [name, text] : all_rendered(desk.books(day, known), question())) {
    INFO(name);
    CHECK(text == then.at(name));
  }
  // And what is known now is another thing, so that the law says something.
  for (const auto& [name, text] : all_rendered(desk.books(day), question())) {
    INFO(name);
    CHECK(text != then.at(name));
  }
}

TEST_CASE("a report is the same from the views and from the log", "[known-at]") {
  Desk desk;
  desk.take(before);
  const auto from_views = all_rendered(desk.books("2022-03-31"), question());
  const auto last = desk.log().head().size - 1;
  // An entry of the office later, so that the views know more than is asked.
  desk.take(R"({"do":"register-unit","on":"2024-12-31","unit":"Z","name":"区末局"})");
  CHECK(all_rendered(desk.books("2022-03-31", last), question()) == from_views);
}

TEST_CASE("no two members of a report have one name, and every word has its words", "[reports]") {
  Desk desk;
  desk.take(before);
  desk.take(after);
  const auto books = desk.books("2022-12-31");
  const auto worded = [](std::string_view name) {
    INFO(name);
    CHECK(tools::translated(name, tools::Language::zh) != name);
  };
  for (const auto& kind : tools::report_kinds()) {
    INFO(kind.name);
    auto asked = question();
    asked.filter.unit = (kind.asks & tools::ask_the_unit) != 0 ? "A" : "";
    const auto report = kind.make(books, asked);
    REQUIRE(report);
    CHECK(report->name == kind.name);
    std::set<std::string_view> members{"report", "on", "head", "rules", "calendar", "notes", "rows"};
    for (const auto& [name, cell] : report->asked) {
      INFO(name);
      CHECK(members.insert(name).second);
      worded(name);
    }
    auto tables = report->parts;
    tables.push_back(*report);
    for (const auto& part : report->parts) CHECK(members.insert(part.name).second);
    for (const auto& table : tables) {
      INFO(table.name);
      CHECK_FALSE(table.zh.empty());
      CHECK_FALSE(table.en.empty());
      std::set<std::string_view> columns;
      for (const auto& column : table.columns) CHECK(columns.insert(column.name).second);
      for (const auto& row : table.rows) {
        REQUIRE(row.size() == table.columns.size());
        for (const auto& cell : row)
          if (const auto* word = std::get_if<Word>(&cell)) worded(word->name);
      }
    }
  }
}

TEST_CASE("a decision that nobody made has no report", "[reports]") {
  Desk desk;
  auto asked = question();
  asked.decision = "常9";
  CHECK_FALSE(tools::report_kind("decision")->make(desk.books("2022-03-31"), asked));
  CHECK(tools::report_kind("no such report") == nullptr);
}

}  // namespace
}  // namespace ducha::reports
