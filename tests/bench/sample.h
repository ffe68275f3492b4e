// What the small benchmarks work on: a desk with a few units and a docket in the middle of its life.

#pragma once

#include <string>
#include <vector>

#include "ledger/domain/decide.h"
#include "ledger/domain/default_calendar.h"
#include "ledger/record/envelope.h"

namespace ducha::bench {

inline Day day(std::string_view text) { return *parse_day(text); }

inline domain::Office office() {
  domain::Office office;
  for (std::uint32_t year = 2021; year <= 2023; ++year)
    office.evolve(day("2021-01-01"), domain::CalendarAdopted{year, "bench", "bench", domain::default_calendar_csv});
  for (const char* unit : {"区发改委", "区财政局", "区住建局", "区城管局"})
    office.evolve(day("2021-01-01"), domain::UnitRegistered{unit, unit, domain::UnitKind::department, {}});
  return office;
}

inline domain::Command command(std::string_view on, domain::Body body) {
  return {"2022-100001", "2022-1", day(on), "区政府办公室", {}, std::move(body)};
}

inline domain::Command feedback(std::string_view on) {
  domain::Feedback feedback;
  feedback.unit = "区住建局";
  feedback.progress = 40;
  feedback.text = "已完成主体工程,正在收尾;因管线迁改协调,进度略有滞后,已与产权单位对接。";
  return command(on, std::move(feedback));
}

// Assigned with one lead, two supporting units and monthly feedback; five months of it given.
inline domain::Docket docket(const domain::Office& office) {
  domain::Docket docket;
  const auto take = [&](const domain::Command& given) {
    const auto decision = domain::decide(office, docket, given);
    for (const auto& fact : std::get<domain::Facts>(decision).facts) domain::evolve(docket, given.on, fact);
  };
  take(command("2022-01-04", domain::Open{"湖南路商圈雨污分流整治", {}, "城建城管", {}, {}, "副区长一", {}}));
  domain::Assign assign;
  assign.lead = "区住建局";
  assign.supporting = {"区财政局", "区城管局"};
  assign.due = domain::parse_limit("2022-09-30");
  assign.cadence = domain::parse_cadence("monthly:25");
  take(command("2022-01-05", std::move(assign)));
  take(command("2022-01-06", domain::Accept{"区住建局"}));
  for (const char* on : {"2022-01-25", "2022-02-25", "2022-03-25", "2022-04-25", "2022-05-25"}) take(feedback(on));
  return docket;
}

}  // namespace ducha::bench
