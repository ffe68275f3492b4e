// Of several refusals that apply to a command the first in their order is answered.

#include <vector>

#include "ledger/domain/refusal.h"
#include "tests/cases/program.h"
#include "tests/catch.h"

namespace ducha::cases {
namespace {

using domain::Refusal;

struct Collision {
  const char* asked;
  Refusal answered, also;  // both apply
};

const std::vector<std::string> before{
    "register-unit id=u-A on=2021-01-01 unit=A name=区住建局",
    "register-unit on=2021-01-01 unit=B name=区财政局",
    "register-unit on=2021-01-01 unit=S name=宁海路街道 kind=subdistrict",
    "register-unit on=2021-01-01 unit=OLD name=区外经局",
    "retire-unit on=2021-06-01 unit=OLD",
    "open on=2022-01-04 docket=d title=一",
    "assign on=2022-01-04 docket=d lead=A supporting=B due=2022-03-01 cadence=monthly:25",
    "open on=2022-01-04 docket=d-1 title=子 parent=d",
    "open on=2022-01-04 docket=closed title=二",
    "assign on=2022-01-04 docket=closed lead=A due=2022-03-01",
    "close on=2022-02-01 docket=closed",
    "open on=2022-01-04 docket=halted title=三",
    "assign on=2022-01-04 docket=halted lead=A",
    "suspend on=2022-01-05 docket=halted",
    "open on=2022-01-04 docket=reported title=四",
    "assign on=2022-01-04 docket=reported lead=A supporting=B",
    "complete on=2022-01-06 docket=reported unit=A",
    "open on=2022-01-04 docket=endless title=五",
    "assign on=2022-01-04 docket=endless lead=A supporting=B",
};

const std::vector<Collision> collisions{
    {"urge id=u-A on=2999-01-01 docket=d unit=A", Refusal::command_id_reused, Refusal::on_after_recording},
    {"urge on=2999-01-01 docket=nowhere unit=A", Refusal::on_after_recording, Refusal::docket_unknown},
    {"urge on=2022-01-10 docket=nowhere unit=无", Refusal::docket_unknown, Refusal::unit_unknown},
    {"open on=2022-01-10 docket=d title=题 parent=无", Refusal::docket_exists, Refusal::parent_unknown},
    {"open on=2022-01-10 docket=new title=题 parent=无 decision=无", Refusal::parent_unknown,
     Refusal::decision_unknown},
    {"reassign on=2022-02-02 docket=closed", Refusal::reassign_changes_nothing, Refusal::docket_ended},
    {"grant on=2022-02-02 docket=closed", Refusal::grant_names_no_day, Refusal::docket_ended},
    {"rename-unit on=2022-01-10 unit=无 name=区住建局", Refusal::unit_unknown, Refusal::name_taken},
    {"define-group on=2022-01-10 name=区住建局 members=无", Refusal::unit_unknown, Refusal::name_taken},
    {"merge-unit on=2022-01-10 unit=OLD into=OLD", Refusal::unit_ended, Refusal::merged_into_itself},
    {"assign on=2022-01-10 docket=d lead=无", Refusal::unit_unknown, Refusal::already_assigned},
    {"move-due on=2022-02-02 docket=closed duty=completion from=2022-03-09 to=2022-03-10", Refusal::due_not_open,
     Refusal::docket_ended},
    {"accept on=2021-12-31 docket=d unit=无", Refusal::unit_unknown, Refusal::day_before_opening},
    {"accept on=2021-12-31 docket=d unit=S", Refusal::day_before_opening, Refusal::unit_has_no_role},
    {"urge on=2022-02-02 docket=closed unit=S", Refusal::docket_ended, Refusal::unit_has_no_role},
    {"assign on=2022-01-10 docket=halted lead=A", Refusal::docket_suspended, Refusal::already_assigned},
    {"assign on=2022-01-10 docket=reported lead=A", Refusal::report_stands, Refusal::already_assigned},
    {"complete on=2022-01-10 docket=reported unit=B", Refusal::report_stands, Refusal::unit_does_not_lead},
    {"reassign on=2022-04-01 docket=d lead=B remove=S", Refusal::new_lead_needs_due, Refusal::unit_has_no_role},
    {"feedback on=2022-01-10 docket=d unit=S period=2022-01-26", Refusal::unit_has_no_role, Refusal::period_not_owed},
    {"extend on=2022-01-10 docket=endless unit=B to=2022-05-01", Refusal::unit_does_not_lead, Refusal::no_due_day},
    {"close on=2022-02-02 docket=d result=merged into=d", Refusal::merged_into_itself, Refusal::children_open},
    {"accept on=2022-01-03 docket=reported unit=B", Refusal::day_before_opening, Refusal::later_facts_unlawful},
};

TEST_CASE("of two refusals that apply the earlier is answered", "[refusals]") {
  const Desk desk;
  REQUIRE(desk.run("init").exit == 0);
  for (const auto& words : before) {
    const auto ran = desk.run(words);
    INFO(words << "\n" << ran.remarks);
    REQUIRE(ran.exit == 0);
  }
  for (const auto& [asked, answered, also] : collisions) {
    const auto ran = desk.run(asked);
    INFO(asked << "\n" << ran.remarks);
    CHECK(ran.exit == 1);
    CHECK_THAT(ran.remarks, Catch::Contains("(" + std::string(name_of(answered)) + ")"));
    CHECK(answered < also);
  }
}

}  // namespace
}  // namespace ducha::cases
