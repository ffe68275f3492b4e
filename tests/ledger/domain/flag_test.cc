// What is recorded all the same, and flagged.

#include "ledger/domain/flag.h"

#include "tests/catch.h"
#include "tests/ledger/domain/desk.h"

namespace ducha::domain {
namespace {

// The flags of a command on the desk's docket, as text; it is recorded.
std::vector<std::string> flags(Desk& desk, std::string_view on, Body body) {
  const Command command{"id", "1", day(on), {}, {}, body};
  const auto decision =
      command.about() == About::office ? decide(desk.office(), command) : decide(desk.office(), desk.docket(), command);
  REQUIRE(std::holds_alternative<Facts>(decision));
  std::vector<std::string> told;
  for (const auto& [flag, subject, names] : std::get<Facts>(decision).flags) {
    auto& line = told.emplace_back(std::string(text_of(flag).name) + " " + subject);
    for (const auto& name : names) line += " [" + name + "]";
  }
  if (command.about() != About::office) REQUIRE(desk.when(on, std::move(body)).empty());
  return told;
}
using Lines = std::vector<std::string>;

TEST_CASE("a major decision without all of its steps is flagged with those it lacks", "[flag]") {
  Desk desk;
  Decide made{.decision = "常1", .major = true};
  made.procedure = {ProcedureStep::collective, ProcedureStep::expert};
  CHECK(flags(desk, "2022-01-05", made) == Lines{"steps_missing 常1 [participation] [risk] [legality]"});
  made.procedure = {ProcedureStep::participation, ProcedureStep::expert, ProcedureStep::risk, ProcedureStep::legality,
                    ProcedureStep::collective};
  CHECK(flags(desk, "2022-01-05", made).empty());
  CHECK(flags(desk, "2022-01-05", Decide{.decision = "常2"}).empty());
}

TEST_CASE("a due day in a year without a calendar is flagged once, however many duties share it", "[flag]") {
  Desk desk;
  CHECK(flags(desk, "2026-12-31",
              Assign{.lead = "A", .supporting = {"B"}, .due = limit("1wd"), .supporting_due = limit("1wd")}) ==
        Lines{"due_provisional 2027-01-01"});
}

TEST_CASE("a vague unit is flagged where it is named", "[flag]") {
  Desk desk;
  CHECK(flags(desk, "2022-01-05", Assign{.lead = "A", .supporting = {"区相关部门"}}) == Lines{"unit_vague 区相关部门"});
}

TEST_CASE("more time asked for too late is flagged when it is asked and when it is granted", "[flag]") {
  Desk desk;
  flags(desk, "2022-01-05", Assign{.lead = "A", .due = limit("2022-02-28")});
  CHECK(flags(desk, "2022-02-28", Extend{.unit = "A", .to = limit("2022-03-31")}).empty());
  CHECK(flags(desk, "2022-03-01", Grant{}).empty());
  CHECK(flags(desk, "2022-04-01", Extend{.unit = "A", .to = limit("2022-04-30")}) ==
        Lines{"extension_late 2022-03-31"});
  CHECK(flags(desk, "2022-04-02", Grant{}) == Lines{"extension_late 2022-03-31"});
  CHECK(flags(desk, "2022-04-03", Grant{.to = limit("2022-05-31")}) == Lines{"extension_late 2022-03-31"});
}

TEST_CASE("Art. 48 in time is said to have taken effect by itself, too late it is not", "[flag]") {
  Desk early, late;
  for (auto* desk : {&early, &late}) flags(*desk, "2022-02-16", Assign{.lead = "A", .due = limit("3wd")});
  const Extend asked{.unit = "A", .to = limit("5wd"), .reason = "需会商"};
  CHECK(flags(early, "2022-02-21", asked) == Lines{"extended_by_rule 2022-02-23"});
  CHECK(flags(late, "2022-02-22", asked) == Lines{"extension_late 2022-02-21"});
}

TEST_CASE("a notice tells which ones the unit had before, and whether it is stronger", "[flag]") {
  Desk desk;
  flags(desk, "2022-01-05", Assign{.lead = "A", .supporting = {"B"}});
  CHECK(flags(desk, "2022-03-01", Notice{.unit = "A", .colour = Colour::blue}).empty());
  CHECK(flags(desk, "2022-03-02", Notice{.unit = "B", .colour = Colour::blue}).empty());
  CHECK(flags(desk, "2022-03-10", Notice{.unit = "A", .colour = Colour::orange}) ==
        Lines{"noticed_before A [blue 2022-03-01]"});
  CHECK(flags(desk, "2022-03-20", Notice{.unit = "A", .colour = Colour::yellow}) ==
        Lines{"notice_not_escalated A [blue 2022-03-01] [orange 2022-03-10]"});
  CHECK(flags(desk, "2022-03-21", Notice{.unit = "A", .colour = Colour::red}) ==
        Lines{"noticed_before A [blue 2022-03-01] [orange 2022-03-10] [yellow 2022-03-20]"});
}

TEST_CASE("an exemption that matches no duty is flagged", "[flag]") {
  Desk desk;
  flags(desk, "2022-01-05", Assign{.lead = "A", .due = limit("2022-02-28")});
  CHECK(flags(desk, "2022-03-01", Exempt{.unit = "A", .duty = DutyKind::completion, .due = day("2022-02-28")}).empty());
  CHECK(flags(desk, "2022-03-01", Exempt{.unit = "A", .duty = DutyKind::part, .due = day("2022-02-28")}) ==
        Lines{"exempts_nothing A [2022-02-28]"});
}

TEST_CASE("every flag has its sentence in both languages", "[flag]") {
  for (std::size_t i = 0; i < flag_count; ++i) {
    const auto& text = text_of(static_cast<Flag>(i));
    INFO(text.name);
    CHECK_FALSE(text.name.empty());
    for (const auto sentence : {text.zh, text.en}) CHECK(sentence.find("{0}") != std::string_view::npos);
  }
}

}  // namespace
}  // namespace ducha::domain
