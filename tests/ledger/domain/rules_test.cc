#include "ledger/domain/rules.h"

#include <set>

#include <rapidcheck.h>

#include "tests/catch.h"
#include "tests/ledger/domain/desk.h"

namespace ducha::domain {
namespace {

Limit some_limit() {
  return {*rc::gen::element(Limit::Kind::workdays, Limit::Kind::days), *rc::gen::inRange(1, limit_count_max + 1), {}};
}
std::int64_t some_points() {
  // Whole points and those with decimals alike.
  return *rc::gen::oneOf(rc::gen::inRange<std::int64_t>(0, 1'000'000'000),
                         rc::gen::map(rc::gen::inRange<std::int64_t>(0, 1000), [](auto n) { return n * 1000; }));
}
Light some_light() { return *rc::gen::element(Light::green, Light::yellow, Light::red, Light::blue, Light::grey); }

Rules some_rules() {
  Rules rules;
  rules.edition = *rc::gen::element<std::string>("gulou-2022", "鼓政〔2027〕1号", "a = b", "#1", "[x]", " y ", "z");
  rules.accept_within = some_limit();
  rules.yellow_within = some_limit();
  rules.late_extension_assesses_new = *rc::gen::arbitrary<bool>();
  for (auto* points : {&rules.late, &rules.missed})
    for (auto& each : *points) each = some_points();
  rules.returned = some_points();
  rules.returned_again = some_points();
  rules.lead_weight = some_points();
  rules.supporting_weight = some_points();
  rules.pending = some_light(), rules.near = some_light(), rules.overdue = some_light();
  rules.done = some_light(), rules.excused = some_light();
  rules.document_number =
      *rc::gen::element<std::string>("督〔{year}〕{number}号", "鼓政督〔{year}〕{number}号", "{number}");
  return rules;
}

TEST_CASE("whatever a rule set says, its text says the same", "[rules]") {
  CHECK(rc::check("parse(text(rules)) == rules", [] {
    const auto rules = some_rules();
    const auto text = rules_text(rules);
    const auto read = parse_rules(text);
    RC_ASSERT(read.flaws.empty());
    RC_ASSERT(read.rules == rules);
    RC_ASSERT(rules_text(read.rules) == text);
  }));
}

TEST_CASE("every name of a rule set has a value in its text", "[rules]") {
  const auto entries = rule_entries({});
  const auto names = rule_names();
  REQUIRE(entries.size() == names.size());
  std::set<std::string> all;
  for (std::size_t i = 0; i < names.size(); ++i) {
    CHECK(entries[i].name == names[i]);
    CHECK(all.insert(names[i]).second);
    CHECK_FALSE(entries[i].value.empty());
  }
}

TEST_CASE("what is no rule, or no value of one, is a flaw and changes nothing", "[rules]") {
  for (const char* line :
       {"[limits]\naccept_within = \"2022-01-01\"", "[limits]\naccept_within = 3", "[limits]\naccept_with = \"3wd\"",
        "[deductions]\nreturn = -1", "[deductions]\nreturn = 1.2345", "[deductions]\nreturn = \"1\"",
        "[lights]\nnear = \"\"", "[lights]\nnear = \"pink\"", "[documents]\nnumber = \"督1号\"",
        "[documents]\nnumber = {number}", "edition = \"\"", "edition", "return = 1"}) {
    INFO(line);
    const auto read = parse_rules(line);
    CHECK(read.flaws.size() == 1);
    CHECK(read.rules == Rules{});
  }
}

TEST_CASE("an edition is kept under the name it is adopted by, in the one form of its text", "[rules]") {
  const auto adopt = [](std::string edition, std::string content) {
    const Command command{"id", "", day("2022-01-04"), {}, {}, AdoptRules{std::move(edition), {}, std::move(content)}};
    const auto decision = decide(Office{}, command);
    if (const auto* no = std::get_if<No>(&decision)) return std::string(name_of(no->refusal));
    return std::string(std::get<RulesAdopted>(std::get<Facts>(decision).facts.front()).content);
  };
  Rules rules;
  rules.edition = "next";
  rules.returned = 300;
  CHECK(adopt("next", "[deductions]\nreturn = 0.30") == rules_text(rules));
  CHECK(adopt("two\nlines", "") == "rules_unreadable");
  CHECK(adopt("next", "[deductions]\nreturns = 0.30") == "rules_unreadable");
}

TEST_CASE("putting right late, or not, costs nothing until the office's rules say so", "[rules]") {
  CHECK(deduction(Rules{}, DutyKind::rectification, DutyState::late) == 0);
  CHECK(deduction(Rules{}, DutyKind::rectification, DutyState::overdue) == 0);
  const auto own = parse_rules("[deductions]\nmissed_rectification = 3.0").rules;
  CHECK(deduction(own, DutyKind::rectification, DutyState::missed) == 3000);
}

}  // namespace
}  // namespace ducha::domain
