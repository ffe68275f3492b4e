// The first docket of a year, to which nearly everything happens.

#include "tests/support/stories.h"
#include "tests/support/workdays.h"

namespace ducha::support {

void eventful(Life& life) {
  const Day opened = life.matter().opened;
  const auto day = [&](int after) { return workday_from(opened + after); };
  constexpr auto lead = place_of("QZJJ"), joint = place_of("QCZJ"), objector = place_of("NHL");

  Deal deal;
  deal.lead = lead;
  deal.joint = {joint};
  deal.supporting = {place_of("QCGJ"), place_of("ZYM"), objector};
  deal.due = to_string(day(147));
  deal.part_due = "20wd";
  deal.cadence = {domain::Cadence::Kind::monthly, 25};
  life.open();
  life.assign(day(1), deal);

  // The area is not the subdistrict's: the objection is upheld and its neighbour supports instead.
  life.object(day(3), objector);
  life.settle(day(7), objector, true);
  Life::Handover handover;
  handover.supporting = {place_of("YJM")};
  handover.reason = "异议成立，改由挹江门街道协办";
  life.reassign(day(8), handover);

  const auto wrong = life.feedback(day(48), lead, 61, "8个小区完成立面设计，2个小区进场施工。");
  life.correct(day(50), wrong, "进度误录，应为16");
  life.feedback(day(48), lead, 16, "8个小区完成立面设计，2个小区进场施工。", day(50));

  life.urge(day(83), lead);
  life.extend(day(136), to_string(day(167)), "疫情防控期间停工三周，申请顺延");
  life.grant(day(140), day(167), "副区长一");
  life.complete(day(163));
  life.give_back(day(168));
  life.complete(day(176));
  life.close(day(183));
}

}  // namespace ducha::support
