// Decisions that are read when they are asked for are those that the whole office's entries give.

#include <string>
#include <vector>

#include "ledger/base/fault.h"
#include "ledger/history.h"
#include "ledger/office_of.h"
#include "tests/projections/reports/desk.h"

namespace ducha::reports {
namespace {

using store::Family;

std::string text_of(const domain::DecisionRecord& decision) {
  std::string text = decision.number + "|" + decision.title + "|" + to_string(decision.on) + "|" + decision.chair +
                     "|" + decision.document;
  for (const auto& [on, channel] : decision.publications) text += "|" + to_string(on) + " " + channel;
  return text;
}

Lines texts_of(const domain::Office& office) {
  Lines lines;
  for (const auto& [number, decision] : office.decisions()) {
    lines.push_back(text_of(decision));
    REQUIRE(office.decision(number));
    CHECK(text_of(*office.decision(number)) == lines.back());
  }
  for (const auto& post : office.posts()) lines.push_back(post);
  return lines;
}

// The same by folding all that was ever said of the office.
Lines folded(const store::Log& log, Seq last) {
  const auto history = history_of(log, office_stream);
  return texts_of(record::fold_office(record::counting(history, {{}, last})));
}

void decide_and_publish(Desk& desk) {
  desk.take(R"({"do":"decide","on":"2022-02-01","id":"d1","decision":"常2","title":"第二次会议","chair":"区长"}
{"do":"decide","on":"2022-02-02","id":"d2","decision":"常20","title":"第二十次会议"}
{"do":"publish","on":"2022-03-01","id":"p1","decision":"常2","channel":"政府网站"}
{"do":"publish","on":"2022-03-02","id":"p2","decision":"常2","channel":"公报"}
{"do":"correct","on":"2022-03-03","id":"c1","entry":"p1","reason":"渠道有误"}
{"do":"correct","on":"2022-03-03","id":"c2","entry":"d2","reason":"重复"}
)");
  desk.take(
      R"({"do":"decide","on":"2022-02-02","decision":"常20","title":"第二十次会议（更正）","document":"鼓政〔2022〕20号"})");
  desk.take(R"({"do":"publish","on":"2022-04-02","decision":"常20","channel":"新闻发布会"})");
}

TEST_CASE("decisions looked up are those the office's entries give, at every state of knowledge", "[decision]") {
  Desk desk;
  decide_and_publish(desk);
  const auto& log = desk.log();
  CHECK(log.database().get(Family::decisions, *log.database().last_key(Family::decisions)));
  for (Seq last = 0; last < log.head().size; ++last) {
    INFO(last);
    CHECK(texts_of(office_of(log, {{}, last})) == folded(log, last));
  }
  const auto office = office_of(log);
  CHECK_FALSE(office.decision("常"));
  CHECK_FALSE(office.decision(std::string_view("常2\0", 5)));
  CHECK(office.is_post("区长"));  // the chair of a decision
  CHECK_FALSE(office.is_post("常2"));
}

TEST_CASE("a ledger whose decisions do not lie apart is read whole", "[decision]") {
  Desk desk;
  decide_and_publish(desk);
  auto& log = desk.log();
  const auto before = folded(log, log.head().size - 1);
  // As an earlier program laid them down: all of the office's entries in one place.
  auto writes = log.writes();
  log.database().scan(Family::decisions, {}, {}, [&](std::string_view version, std::string_view row) {
    writes.put(Family::office, version, row);
    return true;
  });
  writes.clear(Family::decisions);
  writes.clear(Family::decision_numbers);
  log.database().commit(std::move(writes));
  CHECK(texts_of(office_of(log)) == before);
  // Its next decision lies apart, and those before are known all the same.
  desk.take(R"({"do":"publish","on":"2022-05-02","decision":"常20","channel":"微信"})");
  const auto after = folded(log, log.head().size - 1);
  CHECK(after != before);
  CHECK(texts_of(office_of(log)) == after);
  projections::rebuild(log, [](std::uint64_t, std::uint64_t) {});
  CHECK(texts_of(office_of(log)) == after);
}

TEST_CASE("a ledger that has nothing of the office side by side is read whole, whatever it is told next",
          "[decision]") {
  Desk desk;
  decide_and_publish(desk);
  auto& log = desk.log();
  auto writes = log.writes();
  for (const auto family : {Family::office, Family::decisions, Family::decision_numbers}) writes.clear(family);
  log.database().commit(std::move(writes));
  CHECK(texts_of(office_of(log)) == folded(log, log.head().size - 1));
  desk.take(R"({"do":"publish","on":"2022-05-02","decision":"常20","channel":"微信"})");
  CHECK(texts_of(office_of(log)) == folded(log, log.head().size - 1));
  CHECK(office_of(log).unit("区甲局"));
}

TEST_CASE("a decision whose row is gone is damage, not a decision that was never made", "[decision]") {
  Desk desk;
  auto writes = desk.log().writes();
  writes.erase(Family::decisions, *desk.log().database().last_key(Family::decisions));
  desk.log().database().commit(std::move(writes));
  // The last of the office's entries is missing: then all are read from the log.
  CHECK(office_of(desk.log()).decision("访1"));
  desk.take(R"({"do":"decide","on":"2022-02-01","decision":"常2","title":"第二次会议"})");
  CHECK_THROWS_AS(office_of(desk.log()).decision("访1"), Fault);
}

}  // namespace
}  // namespace ducha::reports
